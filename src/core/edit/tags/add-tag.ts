import { changedBlockLine } from '../../markdown/changed-block';
import { lineEndAt } from '../../note/line-end';
import type { HeadingMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { lineAt, type TextLine } from '../../note/text-line';
import { todoTag } from '../../settings/settings';
import { refuse, type Refusal } from '../../text/refusal';
import type { TextEdit } from '../../text/text-edit';
import { taggedTodos } from '../locate-todo';
import type { Planning } from '../planning';
import { contentStart } from './inline-spans';
import { linesThatTakeNoTag, lineTail } from './line-tail';
import { locAt } from '../../note/loc-at';

/** A tag as it is written: seen by all, or hidden from the published site. */
export const writeTag = (tag: string, isHidden: boolean): string => (isHidden ? `%% ${tag} %%` : tag);

/** The tag that marks something new on a page, as it is written: hidden where the page's own todos all are. */
export function newTag(planning: Pick<Planning, 'index'>, page: NoteSource): string {
  const own = taggedTodos(planning, page);
  return writeTag(todoTag(planning.index.settings), own.length > 0 && own.every(({ todo }) => todo.hidden));
}

/** An insertion at a line's end or behind its words, with a blank before it. */
function insertAt({ text }: NoteSource, line: TextLine, at: number, words: string): TextEdit {
  const isFirst = at <= contentStart(text, line);
  return {
    start: at,
    end: at,
    insert: isFirst && /(?:^|[\s>])$/.test(text.slice(line.start, at)) ? words : ` ${words}`,
    guards: line.start < line.end ? [line] : [],
  };
}

/** The edit that puts a tag, as it is written, at the end of a line's own text, before a block id. Refuses where it would not be read as a tag: code, HTML, formulas. */
export function addTag(source: NoteSource, line: TextLine, tag: string): TextEdit | Refusal {
  if (linesThatTakeNoTag(source, [line]).size > 0)
    return refuse(
      `A tag at the end of line ${locAt(source.text, line.start).line + 1} would be part of code, HTML, a comment or a formula. Mark it in the note.`,
    );
  return insertAt(source, line, lineTail(source, line).end, tag);
}

/** The edit that puts a tag line right below a heading; a blank line goes between it and what would become another thing. */
export function tagLineBelow(source: NoteSource, heading: HeadingMetadata, words: string): TextEdit {
  const { text } = source;
  const { start, end } = heading.position;
  const eol = lineEndAt(text, start.offset);
  const at = lineAt(text, end.offset).end;
  const blank = changedBlockLine(text, [{ start: at, end: at, insert: eol + words }]) !== null ? eol : '';
  return { start: at, end: at, insert: eol + words + blank, guards: [{ start: start.offset, end: at }] };
}
