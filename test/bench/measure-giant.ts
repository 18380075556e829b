/**
 * One note that is larger than any should be: read into the index, and read again after a change, in the built plugin. What the app does for it
 * (reading the file, parsing) is done beforehand or is the host's, and is told apart.
 */
import process from 'node:process';
import type { CachedMetadata, Loc } from 'obsidian';
import { builtPlugin, pluginFile } from '../host/command/build-plugin';
import * as obsidianModule from '../host/obsidian';
import { openHost } from '../host/open-host';
import { appModules } from '../host/plugin/app-modules';
import { loadPluginClass } from '../host/plugin/load-plugin-class';
import { feedOf } from './bench-vault';
import { MetadataCache } from '../host/metadata/metadata-cache';
import { collectGarbage } from './figures';
import { measureSlices } from './measure-slices';

/** Node's ports hand out up to a thousand messages in one turn of the loop, a window's one: each slice is to be a turn. */
class TurnChannel {
  readonly port1: { onmessage: (() => void) | null } = { onmessage: null };
  readonly port2 = { postMessage: (): void => void setImmediate(() => this.port1.onmessage?.()) };
}

const PATH = 'Ops/Giant.md';

/** How many bullets, and every which of them is a todo. */
const GIANTS = [
  [350_000, 100],
  [100_000, 1],
] as const;

/** A list of one-line bullets, every so many with a todo tag, and what Obsidian caches of it. */
function writeGiant(bullets: number, every: number): { readonly text: string; readonly metadata: CachedMetadata } {
  const lines: string[] = [];
  const listItems: NonNullable<CachedMetadata['listItems']> = [];
  const tags: NonNullable<CachedMetadata['tags']> = [];
  let offset = 0;
  const at = (line: number, col: number): Loc => ({ line, col, offset: offset + col });
  for (let line = 0; line < bullets; line++) {
    const tag = line % every === 0 ? ' #todo' : '';
    const text = `- S${line}${tag}`;
    listItems.push({ parent: -1, position: { start: at(line, 0), end: at(line, text.length) } });
    if (tag !== '')
      tags.push({ tag: '#todo', position: { start: at(line, text.length - 5), end: at(line, text.length) } });
    lines.push(text);
    offset += text.length + 1;
  }
  const end = listItems.at(-1)?.position.end ?? at(0, 0);
  const sections = [{ type: 'list', position: { start: { line: 0, col: 0, offset: 0 }, end } }];
  return { text: `${lines.join('\n')}\n`, metadata: { sections, listItems, tags } };
}

const row = (label: string, ...cells: readonly string[]): string =>
  label.padEnd(56) + cells.map((cell) => cell.padStart(16)).join('');

/** CPU of this process's thread and its helpers, and how long the loop was held up, in milliseconds. */
async function cost(label: string, work: () => Promise<unknown>): Promise<string> {
  collectGarbage();
  const before = process.cpuUsage();
  const { longest, over } = await measureSlices(work);
  const { user, system } = process.cpuUsage(before);
  return row(label, ((user + system) / 1000).toFixed(0), longest.toFixed(1), String(over));
}

/** The figures as a table. */
export async function reportGiant(): Promise<string> {
  Object.assign(globalThis, { MessageChannel: TurnChannel });
  const { manifest } = await builtPlugin();
  const PluginClass = await loadPluginClass(pluginFile('main.js'), { obsidian: obsidianModule }, appModules);
  const lines = [row('a giant note', 'CPU, ms', 'longest slice', 'over 8 ms')];
  for (const [bullets, every] of GIANTS) {
    const { text, metadata } = writeGiant(bullets, every);
    const host = await openHost({ files: { [PATH]: text }, metadata: new Map([[PATH, metadata]]) });
    host.makeLayoutReady();
    await host.settled();
    const file = host.app.vault.getFileByPath(PATH);
    if (!file) throw new Error(`${PATH} is not in the vault.`);
    const label = `${bullets} bullets, ${(text.length / 1e6).toFixed(1)} MB, ${Math.ceil(bullets / every)} todos`;
    lines.push(await cost(`${label}: reading the file (host)`, () => host.app.vault.cachedRead(file)));
    const plugin = new PluginClass(host.app as never, manifest);
    await (plugin as { load(): unknown }).load();
    const feed = feedOf(plugin);
    lines.push(await cost('  first index', () => feed.settled()));
    MetadataCache.internalsOf(host.app.metadataCache as unknown as MetadataCache).fill(PATH, metadata);
    host.app.metadataCache.trigger('changed', file, text, metadata);
    const update = await cost('  update', async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await feed.settled();
    });
    lines.push(update);
    plugin.unload();
    await host.close();
  }
  return `${lines.join('\n')}\n`;
}
