import { DEFINITION } from '../markdown/marks/line-marks';
import { lineEndAt } from '../note/line-end';
import type { NoteSource } from '../note/note-source';
import { definitionsOf, definitionWords } from './definitions';
import { lineAt } from '../note/text-line';
import { editedPart } from '../text/edited-part';
import type { Span, TextEdit } from '../text/text-edit';

/** Definitions as they stand where they go, with other labels and links; one below the other, with LF. */
export function definitionsText(
  { text }: NoteSource,
  definitions: readonly Span[],
  edits: readonly TextEdit[],
): string {
  return definitions
    .map((one) => definitionWords(editedPart(text, one, edits)))
    .reduce((above, one) => (above === '' ? one : above + gapBetween(labelAtEnd(above), one) + one), '');
}

const labelAtEnd = (text: string): string => DEFINITION.exec(text.slice(text.lastIndexOf('\n') + 1))?.[1] ?? '';

/** A reference definition cannot go on right below a paragraph, and a footnote's text is one. `last` is the label of the definition above, `''` where none is. */
function gapBetween(last: string, definition: string): string {
  const isBeside = last !== '' && (definition.trim().startsWith('[^') || !last.startsWith('^'));
  return isBeside ? '\n' : '\n\n';
}

/** The edit that puts definitions behind all that a note says, with its line ends; `without` is what goes from its end. */
export function appendDefinitions(note: NoteSource, definitions: string, without: Span | null = null): TextEdit {
  const { text } = note;
  const cut = without && text.slice(without.end).trim() === '' ? without.start : undefined;
  const line = lineAt(text, text.slice(0, cut).trimEnd().length);
  const end = line.start + text.slice(line.start, line.end).trimEnd().length;
  const above = text.slice(0, end);
  // What looks like a definition below a footnote is that one's text.
  const last = definitionsOf(note).findLast((one) => one.start <= line.start && one.end >= end)?.label ?? '';
  const insert = (above === '' ? '' : gapBetween(last, definitions)) + definitions;
  return { start: end, end, insert: insert.replace(/\n/g, lineEndAt(text, 0)), guards: above === '' ? [] : [line] };
}
