import { changedBlockLine } from '../../markdown/changed-block';
import { lineEndAt } from '../../note/line-end';
import type { HeadingMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { lineAt } from '../../note/text-line';
import type { TextEdit } from '../../text/text-edit';

/** The edit that puts a tag line right below a heading; a blank line goes between it and what would become another thing. */
export function tagLineBelow(source: NoteSource, heading: HeadingMetadata, words: string): TextEdit {
  const { text } = source;
  const { start, end } = heading.position;
  const eol = lineEndAt(text, start.offset);
  const at = lineAt(text, end.offset).end;
  const blank = changedBlockLine(text, [{ start: at, end: at, insert: eol + words }]) !== null ? eol : '';
  return { start: at, end: at, insert: eol + words + blank, guards: [{ start: start.offset, end: at }] };
}
