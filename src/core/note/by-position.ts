import type { Pos } from './note-metadata';

/** An entry of a note's metadata. */
export interface Positioned {
  readonly position: Pos;
}

/** The UTF-16 offset at which an entry begins. */
export const startOf = ({ position }: Positioned): number => position.start.offset;

/** A position as UTF-16 offsets, end exclusive. */
export const spanOf = ({ start, end }: Pos): { readonly start: number; readonly end: number } => ({
  start: start.offset,
  end: end.offset,
});

/** The index of the last of `items`, sorted by start, that begins at or before `offset`; -1 when none does. Only the first `count` of them are looked at. */
export function lastStartingBy<T>(
  items: readonly T[],
  offset: number,
  startOf: (item: T) => number,
  count = items.length,
): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Those of `items`, sorted by start, that begin in `[start, end)`. */
export function startingIn<T>(items: readonly T[], start: number, end: number, startOf: (item: T) => number): T[] {
  const from = lastStartingBy(items, start - 1, startOf) + 1;
  return items.slice(from, lastStartingBy(items, end - 1, startOf) + 1);
}

/** The entries, in their order, that begin in `[start, end)`. */
export const entriesIn = <T extends Positioned>(sorted: readonly T[], start: number, end: number): readonly T[] =>
  startingIn(sorted, start, end, startOf);

/** The one of the entries, which are in order and do not overlap, that holds the offset; null when none does. */
export function entryAt<T extends Positioned>(sorted: readonly T[], offset: number): T | null {
  const entry = sorted[lastStartingBy(sorted, offset, startOf)];
  return entry && offset < entry.position.end.offset ? entry : null;
}

/** Entries between two looks of a caller at the clock. */
export const ENTRIES_A_STEP = 10_000;

/** Long lists of entries that are in order: to look through one again costs a slice of its own. */
const inOrder = new WeakSet<readonly Positioned[]>();

/** Looks in steps whether the entries of a long list are in order, which `entriesInOrder` then knows. */
export function* checkOrder(entries: readonly Positioned[]): Generator<void> {
  if (entries.length <= ENTRIES_A_STEP || inOrder.has(entries)) return;
  let last = 0;
  for (const [at, entry] of entries.entries()) {
    if (startOf(entry) < last) return;
    last = startOf(entry);
    if (at % ENTRIES_A_STEP === 0) yield;
  }
  inOrder.add(entries);
}

/** The entries in the order of the note: themselves when they are, as Obsidian gives them. */
export const entriesInOrder = <T extends Positioned>(entries: readonly T[]): readonly T[] =>
  areInOrder(entries) ? entries : [...entries].sort((a, b) => startOf(a) - startOf(b));

const areInOrder = (entries: readonly Positioned[]): boolean =>
  inOrder.has(entries) || entries.every((entry, at) => at === 0 || startOf(entries[at - 1] ?? entry) <= startOf(entry));
