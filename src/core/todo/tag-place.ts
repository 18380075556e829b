import { ITEM_MARKER } from '../markdown/marks/line-marks';
import { descendantsEnd, indentOf, itemAt, itemEnd, rootIndex } from '../note/list-items';
import type { SectionMetadata, TagMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import type { OutlineSection } from '../note/outline';
import { lineAt, lineBefore, linesBetween, nextLineStart, type TextLine } from '../note/text-line';
import { standsOnTagLine, type IsRoleLink } from './tag-line';
import type { BlockKind } from './found-todo';

/** What a tag marks, by its place. Offsets are UTF-16 and span the marked text, ends exclusive. */
export type TagPlace = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'note' }
  | { readonly kind: 'section'; readonly section: OutlineSection; readonly status: string | null }
  | { readonly kind: 'item'; readonly item: number }
  | { readonly kind: 'block'; readonly block: BlockKind }
);

/** The section that a tag line below its heading marks; the note when no heading stands above it. */
function sectionOrNote(source: NoteSource, offset: number, status: string | null): TagPlace {
  const section = source.outline.sectionAt(offset);
  if (section) return { kind: 'section', section, status, start: section.start, end: section.end };
  const copy = source.outline.copyAt(offset);
  const start = copy === null ? source.bodyStart : (source.copies[copy]?.contentStart ?? 0);
  return { kind: 'note', start, end: source.outline.scopeEnd(offset) };
}

/** By note: the list that was asked about last, and where the tag lines and blank ones at its end begin. Each of its tag lines asks. */
const listTails = new WeakMap<NoteSource, { readonly list: SectionMetadata; readonly tail: number }>();

function listTail(source: NoteSource, isRoleLink: IsRoleLink, list: SectionMetadata): number {
  const known = listTails.get(source);
  if (known?.list === list) return known.tail;
  let tail = list.position.end.offset;
  for (let line = source.lineAt(tail); line.start >= list.position.start.offset; line = lineBefore(source.text, line)) {
    const text = source.text.slice(line.start, Math.min(line.end, list.position.end.offset));
    if (text.trim() !== '' && (ITEM_MARKER.test(text) || !standsOnTagLine(source, isRoleLink, line))) break;
    tail = line.start;
    if (line.start === 0) break;
  }
  listTails.set(source, { list, tail });
  return tail;
}

/**
 * Whether a tag line that the parser took into a list stands at that list's end, where a person means the section: nothing
 * but tag lines follow, and the line is not indented into a nested item.
 */
function endsTopLevelList(source: NoteSource, isRoleLink: IsRoleLink, item: number, line: TextLine): boolean {
  const section = source.sectionAt(line.start) ?? source.sectionAt(line.end - 1);
  if (section?.type !== 'list') return false;
  const root = source.items[rootIndex(source.items, item)];
  const unindented = indentOf(source, line.start) <= (root?.position.start.col ?? 0);
  if (source.items[item] !== root && !unindented) return false;
  return (
    nextLineStart(source.text, line) >= Math.min(listTail(source, isRoleLink, section), section.position.end.offset)
  );
}

/** The quote or callout that holds the offset, whole. */
function quoteAround(source: NoteSource, offset: number): TagPlace | null {
  const section = source.sectionAt(offset);
  if (section?.type !== 'callout' && section?.type !== 'blockquote') return null;
  return { kind: 'block', block: 'quote', start: section.position.start.offset, end: section.position.end.offset };
}

/** The same in a quote: no further item follows directly, and the line stands no deeper than the list's markers. */
function endsListInQuote(source: NoteSource, item: number, line: TextLine): boolean {
  const depth = (from: number, to: number): number => source.text.slice(from, to).replace(/[>]\s?/g, '').length;
  const text = source.text.slice(line.start, line.end);
  const root = source.items[rootIndex(source.items, item)]?.position.start.offset ?? line.start;
  const lineDepth = depth(line.start, line.end - text.replace(/^[\s>]+/, '').length);
  if (lineDepth > depth(lineAt(source.text, root).start, root)) return false;
  const next = lineAt(source.text, nextLineStart(source.text, line));
  return next.start <= line.start || !ITEM_MARKER.test(source.text.slice(next.start, next.end));
}

function placeInItem(
  source: NoteSource,
  isRoleLink: IsRoleLink,
  index: number,
  tag: TagMetadata,
  line: TextLine,
): TagPlace {
  const item = source.items[index];
  const place: TagPlace = {
    kind: 'item',
    item: index,
    start: item?.position.start.offset ?? line.start,
    end: itemEnd(source, index),
  };
  if (!item || !standsOnTagLine(source, isRoleLink, line)) return place;
  if (item.position.start.line !== tag.position.start.line) {
    const quote = quoteAround(source, tag.position.start.offset);
    if (quote) return endsListInQuote(source, index, line) ? quote : place;
    return endsTopLevelList(source, isRoleLink, index, line) ? sectionOrNote(source, line.start, null) : place;
  }
  // `- #todo`: an item that holds only tags stands for its section.
  const hasChildren = descendantsEnd(source.items, index) > index + 1;
  const ownLines = [...linesBetween(source.text, line.start, item.position.end.offset)];
  const onlyTags = ownLines.every((own) => standsOnTagLine(source, isRoleLink, own));
  return hasChildren || !onlyTags ? place : sectionOrNote(source, line.start, item.task ?? null);
}

/** Decides what a tag marks: the table in the README beside this file. */
export function tagPlace(source: NoteSource, isRoleLink: IsRoleLink, tag: TagMetadata): TagPlace {
  const offset = tag.position.start.offset;
  const line = source.lineAt(offset);
  const section = source.sectionAt(offset);
  if (section?.type === 'heading') return sectionOrNote(source, section.position.start.offset, null);

  const item = itemAt(source, offset);
  if (item >= 0) return placeInItem(source, isRoleLink, item, tag, line);

  const block = section?.position;
  const quote = quoteAround(source, offset);
  if (quote) return quote;
  if (section?.type === 'table') return { kind: 'block', block: 'row', start: line.start, end: line.end };
  if (standsOnTagLine(source, isRoleLink, line)) return sectionOrNote(source, offset, null);
  return {
    kind: 'block',
    block: 'paragraph',
    start: block?.start.offset ?? line.start,
    end: block?.end.offset ?? line.end,
  };
}
