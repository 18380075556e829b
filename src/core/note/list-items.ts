import type { ListItemMetadata } from './note-metadata';
import type { NoteSource } from './note-source';
import { lastStartingBy } from './outline';
import { lineAt } from './text-line';

/** A list item's marker and checkbox, behind quote marks and indentation. */
export const ITEM_MARKER = /^[\s>]*(?:[-*+]|\d+[.)])(?:\s+|$)(?:\[.\](?:\s+|$))?/u;

/** The index of an item's parent item, or -1. A parent is named by its line, and always stands before its children (LINKS 1.3). */
export function parentIndex(items: readonly ListItemMetadata[], index: number): number {
  const parent = items[index]?.parent ?? -1;
  if (parent < 0) return -1;
  for (let at = index - 1; at >= 0; at--) if (items[at]?.position.start.line === parent) return at;
  return -1;
}

/** The outermost item that holds the item. */
export function rootIndex(items: readonly ListItemMetadata[], index: number): number {
  let at = index;
  for (let up = parentIndex(items, at); up >= 0; up = parentIndex(items, at)) at = up;
  return at;
}

/** The index after the item's last descendant. */
export function descendantsEnd(items: readonly ListItemMetadata[], index: number): number {
  const lines = new Set([items[index]?.position.start.line]);
  let at = index + 1;
  for (; at < items.length; at++) {
    const item = items[at];
    if (!item || item.parent < 0 || !lines.has(item.parent)) break;
    lines.add(item.position.start.line);
  }
  return at;
}

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
  const after = descendantsEnd(items, index);
  const ends = items.slice(index, after).map((item) => item.position.end.offset);
  const next = items[after];
  const start = items[index]?.position.start.offset ?? 0;
  const section = source.sectionAt(start);
  // Text below the nested list belongs to the item too, up to the next item or the list's end.
  if (section?.type === 'list') {
    const limit = section.position.end.offset;
    return next && next.position.start.offset < limit ? lineAt(source.text, next.position.start.offset).start : limit;
  }
  return Math.max(...ends);
}
