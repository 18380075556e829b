import { ITEM_MARKER } from '../note/list-items';
import type { NoteSource } from '../note/note-source';
import { linesBetween, type TextLine } from '../note/text-line';
import { standsOnTagLine, type IsRoleLink, type TagPlace } from './place-tag';

export interface ExcerptReader {
  readonly source: NoteSource;
  readonly isRoleLink: IsRoleLink;
  readonly isTodoTag: (tag: string) => boolean;
}

/** A line's source without its todo tags; null for a tag line that holds one, which an excerpt leaves out. */
function withoutTodoTags({ source, isRoleLink, isTodoTag }: ExcerptReader, line: TextLine): string | null {
  const tags = source.tagsIn(line.start, line.end).filter(({ tag }) => isTodoTag(tag));
  if (tags.length === 0) return source.text.slice(line.start, line.end);
  if (standsOnTagLine(source, isRoleLink, line)) return null;
  let text = '';
  let from = line.start;
  for (const { tag, position } of tags) {
    text += source.text.slice(from, position.start.offset);
    from = position.start.offset + tag.length;
    // Emphasis around nothing but the tag goes with it.
    const marks = /[*_~=]+$/.exec(text)?.[0] ?? '';
    if (marks !== '' && source.text.startsWith(marks, from)) {
      text = text.slice(0, -marks.length);
      from += marks.length;
    }
    // So does a blank beside it: the one before, or behind a tag that began the line.
    const next = source.text.slice(from, from + 1);
    if (/\S\s$/.test(text) && /^\s?$/.test(next)) text = text.slice(0, -1);
    else if (text.trim() === '' && /^\s$/.test(next)) from++;
  }
  return (text + source.text.slice(from, line.end)).replace(/%%\s*%%/g, '').trimEnd();
}

/** What stands before an item's or a section's own text on its first line, and how far the lines below are indented with it. */
function ownText(reader: ExcerptReader, place: TagPlace): { readonly from: number; readonly indent: number } {
  const { source } = reader;
  switch (place.kind) {
    case 'section':
      return { from: place.section.heading.position.end.offset, indent: 0 };
    case 'item':
      return { from: place.start, indent: source.items[place.item]?.position.start.col ?? 0 };
    case 'note':
    case 'block':
      return { from: place.start, indent: 0 };
  }
}

/**
 * The source of what a todo marks, as a person would quote it: without the section's heading line, the item's marker and
 * checkbox, todo tags, and tag lines that hold one; outer blank lines are trimmed; lines are joined by LF and not cut.
 */
export function excerptOf(reader: ExcerptReader, place: TagPlace): string {
  const { from, indent } = ownText(reader, place);
  const lines: string[] = [];
  for (const line of linesBetween(reader.source.text, from, place.end)) {
    const text = withoutTodoTags(reader, line);
    if (text === null) continue;
    if (place.kind !== 'item') lines.push(text);
    else if (line.start === from) lines.push(text.replace(ITEM_MARKER, ''));
    else lines.push(text.slice(Math.min(indent, text.length - text.trimStart().length)));
  }
  while (lines.length > 0 && lines[0]?.trim() === '') lines.shift();
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  return lines.join('\n');
}
