import { ITEM_MARKER } from '../markdown/marks/line-marks';
import { EMPTY_COMMENTS } from '../markdown/marks/span-marks';
import { isLetter } from './ascii';
import { ENTRIES_A_STEP, lastStartingBy } from './by-position';
import { runToEnd } from './run-to-end';
import type { ListItemMetadata, Pos, TagMetadata } from './note-metadata';
import type { NoteSource } from './note-source';
import { lineAt } from './text-line';

/** Whether an item's own text is nothing but its marker, checkbox and tags, which are those that stand in it. */
export function isEmptyItem(text: string, { start, end }: Pos, tags: readonly TagMetadata[]): boolean {
  // No marker ends in a letter, nor in one and a stop.
  const last = '.!?'.includes(text.charAt(end.offset - 1)) ? end.offset - 2 : end.offset - 1;
  if (tags.length === 0 && isLetter(text.charCodeAt(last) | 32)) return false;
  const own = text.slice(start.offset, end.offset).replace(ITEM_MARKER, '');
  const words = tags.reduce((rest, { tag }) => rest.replace(tag, ''), own);
  return (words.includes('%%') ? words.replace(EMPTY_COMMENTS, '') : words).trim() === '';
}

const lineOf = ({ position }: ListItemMetadata): number => position.start.line;

/** The index of an item's parent item, or -1. A parent is named by its line, and always stands before its children. */
function parentIndex(items: readonly ListItemMetadata[], index: number): number {
  const parent = items[index]?.parent ?? -1;
  const at = parent < 0 ? -1 : lastStartingBy(items, parent, lineOf, index);
  return items[at]?.position.start.line === parent ? at : -1;
}

/** The outermost item that holds the item. */
export function rootIndex(items: readonly ListItemMetadata[], index: number): number {
  let at = index;
  for (let up = parentIndex(items, at); up >= 0; up = parentIndex(items, at)) at = up;
  return at;
}

/** By item: the index after its last descendant, and where the last to end of it and them does. Numbers alone, since they live as long as the items. */
interface Subtrees {
  readonly after: Int32Array;
  readonly end: Int32Array;
}
const known = new WeakMap<readonly ListItemMetadata[], Subtrees>();

/** Worked out once for a list of items, in one walk: asked for each item in turn, it would cost the square of their depth. */
const subtreesOf = (items: readonly ListItemMetadata[]): Subtrees => known.get(items) ?? runToEnd(nestItems(items));

/** The same in steps, beforehand: a note may have any number of items. */
export function* nestItems(items: readonly ListItemMetadata[]): Generator<void, Subtrees> {
  const subtrees = { after: new Int32Array(items.length), end: new Int32Array(items.length) };
  const open: number[] = [];
  const close = (until: number): void => {
    const last = open.pop() ?? 0;
    const above = open.at(-1);
    subtrees.after[last] = until;
    if (above !== undefined) subtrees.end[above] = Math.max(subtrees.end[above] ?? 0, subtrees.end[last] ?? 0);
  };
  for (const [index, { parent, position }] of items.entries()) {
    if (index % ENTRIES_A_STEP === ENTRIES_A_STEP - 1) yield;
    while (open.length > 0 && (parent < 0 || items[open.at(-1) ?? 0]?.position.start.line !== parent)) close(index);
    subtrees.end[index] = position.end.offset;
    open.push(index);
  }
  while (open.length > 0) close(items.length);
  known.set(items, subtrees);
  return subtrees;
}

/** The index after the item's last descendant. */
export const descendantsEnd = (items: readonly ListItemMetadata[], index: number): number =>
  subtreesOf(items).after[index] ?? items.length;

/**
 * The index of the innermost item whose own text holds the offset, or -1. An item's position ends before its first nested list,
 * so text below that list is given to the item whose indentation it has.
 */
export function itemAt(source: NoteSource, offset: number): number {
  const { items } = source;
  const last = lastStartingBy(items, offset, (item) => item.position.start.offset);
  const section = source.sectionAt(offset);
  for (let at = last; at >= 0; at = parentIndex(items, at)) {
    const item = items[at];
    if (!item || (section && item.position.start.offset < section.position.start.offset)) return -1;
    if (offset < item.position.end.offset) return firstOnItsLine(items, at);
    if (section?.type === 'list' && indentOf(source, offset) > item.position.start.col) return at;
    if (section?.type === 'list' && item.parent < 0) return at;
  }
  return -1;
}

/** `- [ ] 1. x` is an item in an item on one line: to a person it is the outer one, with its checkbox. */
function firstOnItsLine(items: readonly ListItemMetadata[], index: number): number {
  const line = items[index]?.position.start.line;
  const up = parentIndex(items, index);
  return up >= 0 && items[up]?.position.start.line === line ? firstOnItsLine(items, up) : index;
}

/** The column of the first visible character in the offset's line; tabs count one, as in metadata columns. */
export function indentOf(source: NoteSource, offset: number): number {
  const line = lineAt(source.text, offset);
  const text = source.text.slice(line.start, line.end);
  return text.length - text.trimStart().length;
}

/** Where the item's text and all that is nested in it end. */
export function itemEnd(source: NoteSource, index: number): number {
  const { items } = source;
  const subtrees = subtreesOf(items);
  const next = items[subtrees.after[index] ?? items.length];
  const start = items[index]?.position.start.offset ?? 0;
  const section = source.sectionAt(start);
  // Text below the nested list belongs to the item too, up to the next item or the list's end.
  if (section?.type === 'list') {
    const limit = section.position.end.offset;
    return next && next.position.start.offset < limit ? lineAt(source.text, next.position.start.offset).start : limit;
  }
  return subtrees.end[index] ?? start;
}
