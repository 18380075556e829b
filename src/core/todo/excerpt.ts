import { EMPTY_COMMENTS } from '../markdown/marks/span-marks';
import { ITEM_MARKER } from '../markdown/marks/line-marks';
import type { NoteSource } from '../note/note-source';
import { linesBetween, type TextLine } from '../note/text-line';
import type { Settings } from '../settings/settings';
import { isTodoTag } from './todo-tags';
import { closeGap, JOINS, NEAR } from './close-gap';
import type { TagPlace } from './tag-place';
import { standsOnTagLine, type IsRoleLink } from './tag-line';

export interface ExcerptReader {
  readonly source: NoteSource;
  readonly isRoleLink: IsRoleLink;
  readonly settings: Settings;
}

/** What stands behind a line's last todo tag: where that is no part of a sentence, without the one owner, whom a card names in its own place. */
function behindTags({ source, isRoleLink }: ExcerptReader, line: TextLine, from: number): string {
  const { text } = source;
  const [role, ...others] = source.linksIn(line.start, line.end).filter(({ link }) => isRoleLink(link));
  const tail = { start: from, end: line.end };
  if (!role || others.length > 0 || role.position.start.offset < from || !standsOnTagLine(source, isRoleLink, tail))
    return text.slice(from, line.end);
  const at = role.position.start.offset;
  const [before, behind] = [text.slice(from, at), text.slice(at + role.original.length, line.end)];
  const isBracketed = before.endsWith('(') && behind.startsWith(')');
  return (
    before.slice(0, isBracketed ? -1 : undefined).trimEnd() + behind.slice(isBracketed ? 1 : 0).replace(/^[,;]/, '')
  );
}

/** A line's source without its todo tags; null for a tag line that holds one, which an excerpt leaves out. */
function withoutTodoTags(reader: ExcerptReader, line: TextLine): string | null {
  const { source, isRoleLink, settings } = reader;
  const { text } = source;
  const tags = source.tagsIn(line.start, line.end).filter(({ tag }) => isTodoTag(settings.tags, tag));
  if (tags.length === 0) return text.slice(line.start, line.end);
  if (standsOnTagLine(source, isRoleLink, line)) return null;
  const marker = ITEM_MARKER.exec(text.slice(line.start, line.end))?.[0] ?? '';
  const pieces = [marker];
  let saysSomething = false;
  let before = '';
  let from = line.start + marker.length;
  for (const { tag, position } of tags) {
    let piece = text.slice(from, position.start.offset);
    // The comma or sign between two tags goes with them.
    if (pieces.length > 1 && JOINS.test(piece)) piece = '';
    from = position.start.offset + tag.length;
    // Only what is near counts: a line may hold thousands of tags.
    const near = text.slice(from, Math.min(line.end, from + NEAR));
    const [kept, behind] = closeGap(before + piece, near);
    from += near.length - behind.length;
    piece = kept.slice(before.length);
    saysSomething ||= piece.trim() !== '';
    before = saysSomething ? (before + piece).slice(-1) : '';
    pieces.push(piece);
  }
  pieces.push(behindTags(reader, line, from));
  return pieces.join('').replace(EMPTY_COMMENTS, '').trimEnd();
}

/** The lines of an excerpt, with the blank ones around it; one after the other, because most who ask need the first only. */
export function* excerptLines(reader: ExcerptReader, place: TagPlace): Generator<string> {
  const from = place.kind === 'section' ? place.section.heading.position.end.offset : place.start;
  const indent = place.kind === 'item' ? (reader.source.items[place.item]?.position.start.col ?? 0) : 0;
  for (const line of linesBetween(reader.source.text, from, place.end)) {
    const text = withoutTodoTags(reader, line);
    if (text === null) continue;
    if (place.kind !== 'item') yield text;
    else if (line.start === from) yield text.replace(ITEM_MARKER, '');
    else yield text.slice(Math.min(indent, text.length - text.trimStart().length));
  }
}

/**
 * The source of what a todo marks, as a person would quote it: without the section's heading line, the item's marker and
 * checkbox, todo tags, and tag lines that hold one; outer blank lines are trimmed; lines are joined by LF and not cut.
 */
export function excerptOf(reader: ExcerptReader, place: TagPlace): string {
  const lines = [...excerptLines(reader, place)];
  const says = (line: string): boolean => line.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(says)), lines.findLastIndex(says) + 1).join('\n');
}
