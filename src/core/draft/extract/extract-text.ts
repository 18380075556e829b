import { BLOCK_ID } from '../../markdown/marks/span-marks';
import { applyEdits } from '../../edit/apply-edits';
import { readMarkdown } from '../../markdown/read-markdown';
import type { NoteSource } from '../../note/note-source';
import { plainText } from '../../markdown/plain-text';
import type { TextEdit } from '../../text/text-edit';
import { cutText, dedent, wholeText } from './cut-text';
import type { CutSpan, Extract, Replacement } from './extract';

/** Headings by `by` levels higher or lower, within one to six; underlined ones get hashes. Code stays as it is. */
const shiftHeadings = (text: string, by: number): string =>
  applyEdits(
    text,
    (readMarkdown(text).metadata.headings ?? []).map(({ heading, level, position: { start, end } }) => ({
      start: start.offset,
      end: end.offset,
      insert: `${'#'.repeat(Math.min(6, Math.max(1, level + by)))} ${heading.replace(/\s+/g, ' ')}`.trimEnd(),
      guards: [],
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
