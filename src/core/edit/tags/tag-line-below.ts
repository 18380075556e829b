import { lineEndAt } from '../../note/line-end';
import type { HeadingMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { lineAt, nextLineStart } from '../../note/text-line';
import type { TextEdit } from '../edit-plan';

/** What may follow a tag line directly and stays what it is: nothing, a heading by its marks, a bullet, a quote, a fence. */
const STAYS = /^\s*$|^ {0,3}(?:#{1,6}(?:\s|$)|[-*+]\s+\S|1[.)]\s+\S|>|`{3}|~{3})/;

/** Whether the line's block would be drawn into the tag line's paragraph, or change its kind, if that stood right above it. */
function needsBlank(source: NoteSource, at: number): boolean {
  const line = lineAt(source.text, at);
  const written = source.text.slice(line.start, line.end);
  if (STAYS.test(written)) return false;
  const first = at + written.length - written.trimStart().length;
  return source.sectionAt(first)?.type !== 'paragraph' || /^(?: {4,}|\t)|^\s*(?:\d+[.)]|[-*+]\s*$|%%|\[|\||<|\$\$)/.test(written) || isUnderline(source, line.end);
}

function isUnderline({ text }: NoteSource, end: number): boolean {
  const below = lineAt(text, nextLineStart(text, lineAt(text, end)));
  return /^ {0,3}(?:=+|-+)\s*$/.test(text.slice(below.start, below.end));
}

/** The edit that puts a tag line right below a heading; a blank line goes between it and what would become another thing. */
export function tagLineBelow(source: NoteSource, heading: HeadingMetadata, words: string): TextEdit {
  const { text } = source;
  const { start, end } = heading.position;
  const eol = lineEndAt(text, start.offset);
  const at = lineAt(text, end.offset).end;
  const next = nextLineStart(text, { start: at, end: at });
  const blank = next < text.length && needsBlank(source, next) ? eol : '';
  return { start: at, end: at, insert: eol + words + blank, guards: [{ start: start.offset, end: at }] };
}
