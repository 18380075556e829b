/**
 * A generated vault on disk, open in the host, with its cache filled. On disk, since a floor that reads from memory would be no
 * floor of anything, and since text that is read must be garbage afterwards, as it is in the app, for memory to be measured.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App, PluginManifest } from 'obsidian';
import type { IndexFeed } from '../../src/vault/index-feed';
import { builtPlugin } from '../host/command/build-plugin';
import * as obsidianModule from '../host/obsidian';
import { openHost, type Host } from '../host/open-host';
import { appModules } from '../host/plugin/app-modules';
import { forgetScript } from '../host/plugin/compile-script';
import { loadPluginClass, type PluginClass } from '../host/plugin/load-plugin-class';
import type { Plugin } from '../host/plugin/plugin';
import { generateVault, type GeneratedVault } from './generate-vault';

/** Enough to keep the disk busy while a vault is written. */
const WRITES_AT_ONCE = 64;

export class BenchVault {
  private constructor(
    readonly generated: GeneratedVault,
    private opened: Host,
    private readonly dir: string,
    private PluginClass: PluginClass,
    private readonly manifest: PluginManifest,
    private mainJs: string,
  ) {}

  /** The layout is not ready yet. */
  static async open(size: number): Promise<BenchVault> {
    const generated = generateVault(size);
    const dir = await mkdtemp(join(tmpdir(), 'operations-bench-'));
    await writeAll(dir, generated.files);
    const host = await openHost({ dir, metadata: generated.metadata, watch: false });
    const { manifest, mainJs } = await builtPlugin();
    return new BenchVault(generated, host, dir, await evaluateCode(mainJs), manifest, mainJs);
  }

  get host(): Host {
    return this.opened;
  }

  get app(): App {
    return this.opened.app;
  }

  /**
   * Opens the vault anew, which forgets what plugins left behind, makes the layout ready and waits until the host has resolved all
   * links, so that only the plugin is measured afterwards. Each text is read from disk each time: one that the host kept from the last
   * round would be read for nothing, and would hide the memory of one that the plugin keeps.
   */
  async makeReady(): Promise<void> {
    await this.opened.close();
    this.opened = await openHost({ dir: this.dir, metadata: this.generated.metadata, watch: false });
    const { vault } = this.app;
    vault.cachedRead = (file) => vault.read(file);
    this.opened.makeLayoutReady();
    await this.opened.settled();
  }

  /** Evaluates main.js anew, so that none of it has run or been compiled; from now on another build's, when one is named. */
  async renewCode(mainJs = this.mainJs): Promise<void> {
    this.mainJs = mainJs;
    this.PluginClass = await evaluateCode(mainJs);
  }

  /** Runs a fresh plugin's `onload`. With the layout ready, its first index begins. */
  async load(): Promise<Plugin> {
    const plugin = new this.PluginClass(this.host.app as never, this.manifest);
    // Declared as void; with an asynchronous `onload` it gives a promise (component.ts).
    await (plugin as { load(): unknown }).load();
    return plugin;
  }

  /** What the bare `operations-lifecycle` answers, when everything is indexed. */
  summary(): Promise<string> {
    return this.host.cli(this.manifest.id);
  }

  async close(): Promise<void> {
    await this.host.close();
    await rm(this.dir, { recursive: true });
  }
}

/** The built plugin's feed, which is a child component of it: the bundler keeps members' names. */
export function feedOf(plugin: Plugin): IndexFeed {
  const { children__: children } = plugin as unknown as { readonly children__: readonly object[] };
  const feed = children.find((child) => 'settled' in child && 'progress' in child);
  if (!feed)
    throw new Error('The plugin has no index feed among its children; the benchmark must learn where it is now.');
  return feed as IndexFeed;
}

function evaluateCode(mainJs: string): Promise<PluginClass> {
  forgetScript();
  return loadPluginClass(mainJs, { obsidian: obsidianModule }, appModules);
}

async function writeAll(dir: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const folder of new Set([...files.keys()].map(dirname))) await mkdir(join(dir, folder), { recursive: true });
  const entries = files.entries();
  const work = async (): Promise<void> => {
    for (const [path, text] of entries) await writeFile(join(dir, path), text);
  };
  await Promise.all(Array.from({ length: WRITES_AT_ONCE }, work));
}
