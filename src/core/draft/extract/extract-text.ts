import type { NoteSource } from '../../note/note-source';
import { plainText } from '../../note/plain-text';
import type { TextEdit } from '../../text/text-edit';
import { cutText, dedent } from './cut-text';
import type { CutSpan, Extract } from './extract';
import type { Replacement } from './extract-request';

const ATX = /^( {0,3})(#{1,6})([ \t]|$)/;

/** Headings by `by` levels higher or lower, within one to six; underlined ones get hashes. Code stays as it is. */
function shiftHeadings(text: string, by: number): string {
  let fence: string | null = null;
  const lines = text.split('\n');
  const shifted: string[] = [];
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === null ? mark : mark.startsWith(fence) ? null : fence;
    const hashes = fence === null ? ATX.exec(line)?.[2] : undefined;
    const underline = fence === null && mark === undefined ? /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1] : undefined;
    const above = shifted.at(-1) ?? '';
    const level = (was: number): string => '#'.repeat(Math.min(6, Math.max(1, was + by)));
    if (hashes !== undefined)
      shifted.push(
        line.replace(ATX, (_all, indent: string, marks: string, gap: string) => indent + level(marks.length) + gap),
      );
    else if (underline !== undefined && above.trim() !== '' && !/^\s*(?:[-*+>|#]|\d+[.)]\s)/.test(above))
      shifted[shifted.length - 1] = `${level(underline.startsWith('=') ? 1 : 2)} ${above.trim()}`;
    else shifted.push(line);
  }
  return shifted.join('\n');
}

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
  const cut = (moved: CutSpan | null): string => (moved === null ? '' : dedent(cutText(source, moved, respelled)));
  if (extract.kind === 'section')
    return [
      cut(extract.beside).replace(/\s+/g, ' '),
      shiftHeadings(cut(extract.rest), 1 - extract.section.heading.level),
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  const sentence = dedent(cutText(source, extract.sentence, respelled))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  return [sentence + (leave === 'transclusion' ? extract.blockId : ''), cut(extract.rest)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The sentence as one line of Markdown, as it stays in place. */
export const sentenceOf = (source: NoteSource, moved: CutSpan): string =>
  cutText(source, moved).replace(/\s+/g, ' ').trim();

/** Whether a sentence can be a link's text word for word: it holds no markup. */
export const isPlainSentence = (sentence: string): boolean =>
  plainText(sentence) === sentence && !/[|[\]#<>`]|%%/.test(sentence);
