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

/** Lines without the indentation that all of them have; blank lines have none. Line ends become LF. */
export function dedent(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  let common = indents[0] ?? '';
  for (const indent of indents) while (!indent.startsWith(common)) common = common.slice(0, -1);
  return lines
    .map((line) => (line.trim() === '' ? '' : line.slice(common.length)))
    .join('\n')
    .replace(/^\n+|\s+$/g, '');
}
