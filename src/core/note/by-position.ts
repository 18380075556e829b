import { runToEnd } from './run-to-end';
import type { Pos } from './note-metadata';

/** An entry of a note's metadata. */
export interface Positioned {
  readonly position: Pos;
}

/** The UTF-16 offset at which an entry begins. */
export const startOf = ({ position }: Positioned): number => position.start.offset;

/** The index of the last of `items`, sorted by start, that begins at or before `offset`; -1 when none does. */
export function lastStartingBy<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The entries, in their order, that begin in `[start, end)`. */
export function entriesIn<T extends Positioned>(sorted: readonly T[], start: number, end: number): readonly T[] {
  const from = lastStartingBy(sorted, start - 1, startOf) + 1;
  return sorted.slice(from, lastStartingBy(sorted, end - 1, startOf) + 1);
}

/** Entries between two looks of a caller at the clock. */
export const ENTRIES_A_STEP = 10_000;

/** Long lists of entries that are in order: to look through one again costs a slice of its own. */
const inOrder = new WeakSet<readonly Positioned[]>();

/** Looks in steps whether the entries are in order, which `entriesInOrder` then knows. */
export function* checkOrder(entries: readonly Positioned[]): Generator<void, boolean> {
  if (inOrder.has(entries)) return true;
  let last = 0;
  let at = 0;
  for (const entry of entries) {
    if (startOf(entry) < last) return false;
    last = startOf(entry);
    if (++at % ENTRIES_A_STEP === 0) yield;
  }
  if (entries.length > ENTRIES_A_STEP) inOrder.add(entries);
  return true;
}

/** The entries in the order of the note: themselves when they are, as Obsidian gives them. */
export const entriesInOrder = <T extends Positioned>(entries: readonly T[]): readonly T[] =>
  runToEnd(checkOrder(entries)) ? entries : [...entries].sort((a, b) => startOf(a) - startOf(b));
