/** A vault that is open, with a plugin in it or none. */
import type { App as ObsidianApp, CliData, CliFlags, PluginManifest } from 'obsidian';
import type { App } from './app/app';
import { registrationsOf } from './app/registrations';
import { Workspace } from './workspace/workspace';
import type { BuiltApp } from './build-app';
import { callSafely, reportError, type HostRecord } from './host-record';
import * as obsidianModule from './obsidian';
import { appModules, desktopModules } from './plugin/app-modules';
import { loadPluginClass } from './plugin/load-plugin-class';
import { PluginData } from './plugin/plugin-data';
import type { Plugin } from './plugin/plugin';
import { runCli } from './run-cli';
import { settle } from './settle';
import type { Changed } from './vault/change-batch';

export interface PluginSource {
  /** Path of the built script. */
  readonly mainJs: string;
  readonly manifest: PluginManifest;
}

export interface RegisteredCommands {
  readonly cli: readonly { readonly id: string; readonly description: string; readonly flags: CliFlags | null }[];
  readonly palette: readonly { readonly id: string; readonly name: string }[];
}

/** The declared app, and of the undeclared what tests use. */
export type HostApp = ObsidianApp & Pick<App, 'commands' | 'plugins'>;

export interface HostParts {
  readonly built: BuiltApp;
  readonly record: HostRecord;
  /** The cache is empty until the layout is ready. */
  readonly parseLate: boolean;
  /** Called when the plugin is loaded, before the layout is ready: puts the last layout back. */
  readonly beforeReady?: () => Promise<void>;
  /** Whether the plugin may require Node's modules, as on a desktop. */
  readonly givesNode?: boolean;
  readonly onClose: readonly (() => void)[];
}

export class Host {
  readonly app: HostApp;
  readonly #parts: HostParts;
  readonly #app: App;
  #plugin: Plugin | null = null;
  #closed = false;

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#app = parts.built.app;
    // Checked member by member against obsidian.d.ts when the module is loaded; what is missing throws by name.
    this.app = parts.built.app as unknown as HostApp;
  }

  /** The plugin that is loaded; null before and after. */
  get plugin(): Plugin | null {
    return this.#plugin;
  }

  /** What the app would log: errors of listeners and callbacks, notes that cannot be read. */
  get errors(): unknown[] {
    return this.#parts.record.errors;
  }

  /** Texts of the notices that were shown, as they stand now. */
  get notices(): string[] {
    return this.#parts.record.notices.map((text) => text());
  }

  /** Runs the plugin's `onload`; the first time, the layout then becomes ready. Rejects with the plugin's error. */
  async loadPlugin({ mainJs, manifest }: PluginSource): Promise<Plugin> {
    if (this.#plugin) throw new Error(`${this.#plugin.manifest.id} is loaded already.`);
    const PluginClass = await loadPluginClass(
      mainJs,
      { obsidian: obsidianModule },
      appModules,
      this.#parts.givesNode ? desktopModules : {},
    );
    const dir = `${this.#app.vault.configDir}/plugins/${manifest.id}`;
    const plugin = new PluginClass(this.#app, { ...manifest, dir });
    try {
      // Typed as void; in the app it is a promise when `onload` is one.
      const loading = (plugin as { load(): unknown }).load();
      await loading;
    } catch (error) {
      plugin.unload();
      throw error;
    }
    this.#plugin = plugin;
    this.#app.plugins.plugins[manifest.id] = plugin as never;
    if (!this.#app.workspace.layoutReady) await this.#parts.beforeReady?.();
    this.makeLayoutReady();
    return plugin;
  }

  async unloadPlugin(): Promise<void> {
    const plugin = this.#plugin;
    if (!plugin) return this.settled();
    this.#plugin = null;
    delete this.#app.plugins.plugins[plugin.manifest.id];
    plugin.unload();
    await this.settled();
  }

  /**
   * Loading a plugin does this by itself. As in the app, `create` is fired for everything there is, then what waits
   * for the layout runs; notes are parsed now if the cache is slow, and links resolved, which ends in `resolved`.
   */
  makeLayoutReady(): void {
    const { vault, workspace } = this.#app;
    if (workspace.layoutReady) return;
    for (const entry of [...this.#parts.built.tree.entries()]) vault.trigger('create', entry);
    Workspace.makeLayoutReady(workspace);
    if (this.#parts.parseLate) for (const note of vault.getMarkdownFiles()) this.#parts.built.metadata.parse(note);
    this.#parts.built.metadata.resolveAll();
  }

  /** Calls a handler of the plugin's; rejects with its error, or with one that names the commands there are. */
  cli(id: string, flags: CliData = {}): Promise<string> {
    return runCli(registrationsOf(this.#app), id, flags);
  }

  /** What the plugin registered for the terminal and for the command palette. */
  commands(): RegisteredCommands {
    return {
      cli: [...registrationsOf(this.#app).cliHandlers.values()].map(({ id, description, flags }) => ({
        id,
        description,
        flags,
      })),
      palette: Object.values(this.#app.commands.commands).map(({ id, name }) => ({ id, name })),
    };
  }

  /** Waits until nothing is being read, written, parsed, looked at or put off for a moment. */
  settled(): Promise<void> {
    return settle(this.#parts.built.busy);
  }

  /** Reports what others did to the folder, the plugin's data.json included, and waits until all has settled. */
  async rescan(): Promise<void> {
    await this.#look(null);
    await this.settled();
  }

  /** The folder's watcher saw something. */
  async noticeChanges(changed: Changed): Promise<void> {
    try {
      if (!this.#closed) await this.#look(changed);
    } catch (error) {
      // The folder may have gone with the test that made it.
      if (!this.#closed) reportError(error, this.#app.vault);
    }
  }

  /** Unloads the plugin, stops watching and gives the clock back. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    try {
      await this.unloadPlugin();
    } finally {
      for (const close of this.#parts.onClose) close();
    }
  }

  #look(changed: Changed): Promise<void> {
    return this.#parts.built.busy.during('looking for changes from outside', async () => {
      await this.#parts.built.takeIn(changed);
      const plugin = this.#plugin;
      if (!plugin || !(await PluginData.of(plugin).wasChangedOutside())) return;
      callSafely(() => plugin.onExternalSettingsChange?.(), this.#app.vault);
    });
  }
}
