/** The memory that the index takes, for each todo it holds. */
import process from 'node:process';
import { feedOf, type BenchVault } from './bench-vault';
import { collectGarbage } from './figures';

export interface Heap {
  readonly todos: number;
  /** Bytes in all: everything that loading the plugin and indexing leaves behind. */
  readonly total: number;
  /** Bytes for each todo, without its title and excerpt. */
  readonly perTodo: number;
  /** Bytes of title and excerpt for each todo. */
  readonly textPerTodo: number;
}

/** Its classes are known already, so that only data are counted. */
export async function measureHeap(vault: BenchVault): Promise<Heap> {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const plugin = await vault.load();
  const feed = feedOf(plugin);
  await feed.settled();
  // Lets timers and closed channels go.
  await vault.host.settled();
  collectGarbage();
  const total = process.memoryUsage().heapUsed - before;
  const todos = [...feed.index.todos()];
  const text = todos.reduce((sum, { title, excerpt }) => sum + bytesOf(title) + bytesOf(excerpt), 0);
  plugin.unload();
  return { todos: todos.length, total, perTodo: (total - text) / todos.length, textPerTodo: text / todos.length };
}

/** V8 stores a string with one byte for each unit as long as Latin-1 suffices. */
function bytesOf(text: string): number {
  return /[\u0100-\uffff]/.test(text) ? 2 * text.length : text.length;
}
