import type { NoteSource } from '../../note/note-source';
import type { TextLine } from '../../note/text-line';
import { refuse, type Refusal } from '../../text/refusal';
import type { TextEdit } from '../../text/text-edit';
import { contentStart } from './inline-spans';
import { linesThatTakeNoTag, lineTail } from './line-tail';
import { locAt } from '../../note/loc-at';

/** A tag as it is written: seen by all, or hidden from the published site. */
export const writeTag = (tag: string, isHidden: boolean): string => (isHidden ? `%% ${tag} %%` : tag);

/** An insertion at a line's end or behind its words, with a blank before it. */
export function insertAt({ text }: NoteSource, line: TextLine, at: number, words: string): TextEdit {
  const isFirst = at <= contentStart(text, line);
  return {
    start: at,
    end: at,
    insert: isFirst && /(?:^|[\s>])$/.test(text.slice(line.start, at)) ? words : ` ${words}`,
    guards: line.start < line.end ? [line] : [],
  };
}

/** The edit that puts a tag at the end of a line's own text, before a block id. Refuses where it would not be read as a tag: code, HTML, formulas. */
export function addTag(source: NoteSource, line: TextLine, tag: string, isHidden: boolean): TextEdit | Refusal {
  if (linesThatTakeNoTag(source, [line]).size > 0)
    return refuse(
      `A tag at the end of line ${locAt(source.text, line.start).line + 1} would be part of code, HTML, a comment or a formula. Mark it in the note.`,
    );
  return insertAt(source, line, lineTail(source, line).end, writeTag(tag, isHidden));
}
