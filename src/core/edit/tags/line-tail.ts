import { DATED, TASK_FIELDS } from '../../todo/task-fields';
import { BLOCK_ID, INLINE_FIELDS } from '../../markdown/marks/span-marks';
import { readMarkdown } from '../../markdown/read-markdown';
import { startOf } from '../../note/by-position';
import type { NoteSource } from '../../note/note-source';
import type { TextLine } from '../../note/text-line';
import { editedPart } from '../../text/edited-part';
import { contentStart } from './inline-spans';
import { lineComments } from './inline-marks';

/** What says something about the text before it: dates, priorities and repetition of Tasks, bracketed fields. */
const EXTRA = new RegExp(`(?:${[DATED, TASK_FIELDS, INLINE_FIELDS].map(({ source }) => source).join('|')})$`, 'u');

/** The ends of a line's text, as offsets of the note. */
interface LineTail {
  /** Behind the last word: before tags, dates, fields and comments at the line's end. */
  readonly textEnd: number;
  /** Behind all of them, before a block id and blanks. */
  readonly end: number;
}

/** Where a line's own words end, and where what is added to it goes. */
export function lineTail(source: NoteSource, line: TextLine): LineTail {
  const { text } = source;
  const from = contentStart(text, line);
  const written = text.slice(from, line.end);
  const id = BLOCK_ID.exec(written);
  const end = from + written.slice(0, id?.index ?? written.length).trimEnd().length;
  let textEnd = end;
  for (;;) {
    const at = textEnd;
    const tag = source.tagsIn(from, at).findLast((one) => one.position.start.offset + one.tag.length === at);
    const comment = lineComments(text, line).find((one) => one.end === at && one.start >= from);
    const before = text.slice(from, at);
    const start = comment?.start ?? tag?.position.start.offset ?? at - (EXTRA.exec(before)?.[0].length ?? 0);
    if (start === at) return { textEnd, end };
    textEnd = from + text.slice(from, start).trimEnd().length;
  }
}

/** What ends a sentence: it stays behind what is added to the sentence. */
const STOP = /[.!?…。！？]+$/u;

/** Where something is added to a line's own words, and what parts it from them: before their full stop, because it is part of what they say. */
export function behindWords(source: NoteSource, line: TextLine): { readonly at: number; readonly gap: string } {
  const { text } = source;
  const from = contentStart(text, line);
  const { textEnd } = lineTail(source, line);
  const at = textEnd - (STOP.exec(text.slice(from, textEnd))?.[0].length ?? 0);
  return { at, gap: at <= from && /(?:^|[\s>])$/.test(text.slice(line.start, at)) ? '' : ' ' };
}

/** Those of a note's lines, in its order, at whose end a tag would not be read as one: in code, HTML, a formula, or a comment that goes on below. */
export function linesThatTakeNoTag(source: NoteSource, lines: readonly TextLine[]): ReadonlySet<TextLine> {
  const { text } = source;
  const edits = lines.map((line) => {
    const { end } = lineTail(source, line);
    return { start: end, end, insert: ' #x' };
  });
  const { tags = [] } = readMarkdown(editedPart(text, { start: 0, end: text.length }, edits)).metadata;
  const read = new Set(tags.map(startOf));
  return new Set(
    lines.filter(
      (line, at) =>
        text.slice(contentStart(text, line), line.end).split('%%').length % 2 === 0 ||
        !read.has((edits[at]?.start ?? 0) + at * ' #x'.length + 1),
    ),
  );
}
