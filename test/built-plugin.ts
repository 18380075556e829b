import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CliData, PluginManifest } from 'obsidian';
import type { TodoRecord } from '../src/cli/todo-record';
import type { Host, HostOptions } from './host/open-host';
import { openTestHost } from './host/testing/open-test-host';

const atRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export const FIXTURES = atRoot('test/fixtures');

/** The built main.js, as Obsidian would load it. */
export const BUILT_PLUGIN = {
  mainJs: atRoot('main.js'),
  manifest: JSON.parse(readFileSync(atRoot('manifest.json'), 'utf8')) as PluginManifest,
};

/** A host with the built plugin in it; closed when the test is over. */
export async function openWithPlugin(options: HostOptions): Promise<Host> {
  const host = await openTestHost(options);
  await host.loadPlugin(BUILT_PLUGIN);
  return host;
}

/** What `operations-lifecycle:todos format=json` prints. */
export async function todosOf(host: Host, flags: CliData = {}): Promise<TodoRecord[]> {
  return JSON.parse(await host.cli('operations-lifecycle:todos', { format: 'json', ...flags })) as TodoRecord[];
}

/** Each todo of the whole vault, closed ones too, as `path:line title -> column why`. */
export async function todoLines(host: Host): Promise<string[]> {
  const todos = await todosOf(host, { scope: 'vault', done: 'true' });
  return todos.map(({ path, line, title, column, why }) => `${path}:${line} ${title} -> ${column} ${why}`);
}
