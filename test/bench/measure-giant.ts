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

const PATH = 'Ops/Giant.md';

/** A list of one-line bullets, every so many with a todo tag, and what Obsidian caches of it. */
export function writeGiant(bullets: number, every: number): { readonly text: string; readonly metadata: CachedMetadata } {
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

/** CPU of this process's thread and its helpers, and how long the loop was held up, in milliseconds. */
async function cost(work: () => Promise<unknown>): Promise<string> {
  collectGarbage();
  const before = process.cpuUsage();
  const { longest, over } = await measureSlices(work);
  const { user, system } = process.cpuUsage(before);
  return `${((user + system) / 1000).toFixed(0).padStart(9)}${longest.toFixed(1).padStart(12)}${String(over).padStart(10)}`;
}

/** The figures as a table. */
export async function reportGiant(): Promise<string> {
  const { manifest } = await builtPlugin();
  const PluginClass = await loadPluginClass(pluginFile('main.js'), { obsidian: obsidianModule }, appModules);
  const lines = [`${'a giant note'.padEnd(56)}${['CPU, ms', 'slice, ms', 'over 8'].map((head, at) => head.padStart(at === 0 ? 9 : at === 1 ? 12 : 10)).join('')}`];
  for (const [bullets, every] of (process.env.G === "1" ? [[350_000, 100]] : process.env.G === "2" ? [[100_000, 1]] : [[350_000, 100], [100_000, 1]]) as [number, number][]) {
    const { text, metadata } = writeGiant(bullets, every);
    const host = await openHost({ files: { [PATH]: text }, metadata: new Map([[PATH, metadata]]) });
    host.makeLayoutReady();
    await host.settled();
    const label = `${bullets} bullets, ${(text.length / 1e6).toFixed(1)} MB, ${Math.ceil(bullets / every)} todos`;
    const read = await cost(() => host.app.vault.cachedRead(host.app.vault.getFileByPath(PATH)!));
    const plugin = new PluginClass(host.app as never, manifest);
    await (plugin as { load(): unknown }).load();
    const feed = feedOf(plugin);
    const first = await cost(() => feed.settled());
    const file = host.app.vault.getFileByPath(PATH);
    MetadataCache.internalsOf(host.app.metadataCache as unknown as MetadataCache).fill(PATH, metadata);
    host.app.metadataCache.trigger('changed', file, text, metadata);
    const update = await cost(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await feed.settled();
    });
    lines.push(`${`${label}: reading the file (host)`.padEnd(56)}${read}`, `${'  first index'.padEnd(56)}${first}`, `${'  update'.padEnd(56)}${update}`);
    plugin.unload();
    await host.close();
  }
  return `${lines.join('\n')}\n`;
}
