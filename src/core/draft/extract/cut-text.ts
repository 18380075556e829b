import type { TextEdit } from '../../text/text-edit';
import { editedPart } from '../../text/edited-part';
import type { NoteSource } from '../../note/note-source';
import type { CutSpan } from './extract';

/** A moved text without what stays behind, and with the replacements that lie in it. */
export const cutText = (
  { text }: Pick<NoteSource, 'text'>,
  { start, end, without }: CutSpan,
  replacements: readonly TextEdit[] = [],
): string => editedPart(text, { start, end }, [...without.map((span) => ({ ...span, insert: '' })), ...replacements]);

/** Lines with LF, without blank ones before and behind. */
export const wholeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();

/** The same without the indentation that all lines have; blank lines have none. */
export function dedent(text: string): string {
  const lines = wholeText(text).split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  let common = indents[0] ?? '';
  for (const indent of indents) while (!indent.startsWith(common)) common = common.slice(0, -1);
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(common.length))).join('\n');
}
