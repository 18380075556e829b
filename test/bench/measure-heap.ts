/** The memory that the index takes, for each todo it holds. */
import process from 'node:process';
import { feedOf, type BenchVault } from './bench-vault';
import { collectGarbage, median } from './figures';

export interface Heap {
  readonly todos: number;
  /** Bytes in all: what unloading the plugin sets free. */
  readonly total: number;
  /** Bytes for each todo, without the text that is kept for it. */
  readonly perTodo: number;
  /** Bytes of text for each todo: its note's, kept once for all of its todos, and its title. */
  readonly textPerTodo: number;
}

const ROUNDS = 5;

/** The median of some rounds: what the host sets free in one of them counts against it. */
export async function measureHeap(vault: BenchVault, times = ROUNDS): Promise<Heap> {
  const rounds: Heap[] = [];
  for (let round = 0; round < times; round++) rounds.push(await measureOnce(vault));
  const total = median(rounds.map((one) => one.total));
  const { todos = 0, textPerTodo = 0 } = rounds[0] ?? {};
  return { todos, total, textPerTodo, perTodo: total / todos - textPerTodo };
}

async function measureOnce(vault: BenchVault): Promise<Heap> {
  const { todos, text, during } = await heapWhileLoaded(vault);
  const total = during - (await heapUsed(vault));
  return { todos, total, perTodo: (total - text) / todos, textPerTodo: text / todos };
}

/** In a function of its own, so that nothing of the plugin is held when it has been unloaded. */
async function heapWhileLoaded(
  vault: BenchVault,
): Promise<{ readonly todos: number; readonly text: number; readonly during: number }> {
  const plugin = await vault.load();
  await feedOf(plugin).settled();
  const during = await heapUsed(vault);
  const todos = [...feedOf(plugin).index.todos()];
  const notes = new Set(todos.map(({ path }) => path));
  let text = todos.reduce((sum, { title }) => sum + bytesOf(title), 0);
  for (const path of notes) text += bytesOf(vault.generated.files.get(path) ?? '');
  plugin.unload();
  return { todos: todos.length, text, during };
}

async function heapUsed(vault: BenchVault): Promise<number> {
  // Lets timers and closed channels go.
  await vault.host.settled();
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** V8 stores a string with one byte for each unit as long as Latin-1 suffices. */
function bytesOf(text: string): number {
  return /[\u0100-\uffff]/.test(text) ? 2 * text.length : text.length;
}
