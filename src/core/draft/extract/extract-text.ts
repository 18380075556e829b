import { BLOCK_ID } from '../../markdown/marks/span-marks';
import { readMarkdown } from '../../markdown/read-markdown';
import type { NoteSource } from '../../note/note-source';
import { plainText } from '../../markdown/plain-text';
import { editedPart } from '../../text/edited-part';
import type { TextEdit } from '../../text/text-edit';
import type { CutSpan, Extract, Replacement } from './extract';

/** A moved text without what stays behind, and with the replacements that lie in it. */
export const cutText = (
  { text }: Pick<NoteSource, 'text'>,
  { start, end, without }: CutSpan,
  replacements: readonly TextEdit[] = [],
): string => editedPart(text, { start, end }, [...without.map((span) => ({ ...span, insert: '' })), ...replacements]);

/** Lines with LF, without blank ones before and behind. */
const wholeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();

/** The same without the indentation that all lines have; blank lines have none. */
function dedent(text: string): string {
  const lines = wholeText(text).split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  let common = indents[0] ?? '';
  for (const indent of indents) while (!indent.startsWith(common)) common = common.slice(0, -1);
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(common.length))).join('\n');
}

/** Headings by `by` levels higher or lower, within one to six; underlined ones get hashes. Code stays as it is. */
const shiftHeadings = (text: string, by: number): string =>
  editedPart(
    text,
    { start: 0, end: text.length },
    (readMarkdown(text).metadata.headings ?? []).map(({ heading, level, position: { start, end } }) => ({
      start: start.offset,
      end: end.offset,
      insert: `${'#'.repeat(Math.min(6, Math.max(1, level + by)))} ${heading.replace(/\s+/g, ' ')}`.trimEnd(),
    })),
  );

/**
 * What of an extract moves into its note, as Markdown with LF: the sentence and what is nested, or the section's text below a heading of the first level, and above
 * it the heading where that says more than the note's name. Where nothing stays in its place, its block id goes along.
 */
export function textForNote(
  source: NoteSource,
  extract: Extract,
  respelled: readonly TextEdit[],
  leave: Replacement,
): string {
  const cut = (moved: CutSpan | null): string => (moved === null ? '' : cutText(source, moved, respelled));
  if (extract.kind === 'section')
    return [
      cut(extract.beside).replace(BLOCK_ID, '').replace(/\s+/g, ' ').trim(),
      shiftHeadings(wholeText(cut(extract.rest)), 1 - extract.section.heading.level),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  const sentence = dedent(cutText(source, extract.sentence, respelled))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  const rest = dedent(cut(extract.rest));
  return (
    [sentence + (leave === 'transclusion' ? extract.blockId : ''), rest]
      .filter((part) => part !== '')
      // A quote or callout stays one.
      .join(sentence.startsWith('>') && rest.startsWith('>') ? '\n' : '\n\n')
  );
}

/** The sentence as one line of Markdown, as it stays in place. */
export const sentenceOf = (source: NoteSource, moved: CutSpan): string =>
  cutText(source, moved)
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** Whether a sentence can be a link's text word for word: it holds no markup. */
export const isPlainSentence = (sentence: string): boolean =>
  plainText(sentence) === sentence && !sentence.includes('%%') && !/[|[\]#<>`]/.test(sentence);
