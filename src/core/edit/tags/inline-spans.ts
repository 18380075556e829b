import { HEADING_MARKS, ITEM_MARKER } from '../../markdown/marks/line-marks';
import { BEGUN } from '../../todo/close-gap';
import type { TextLine } from '../../note/text-line';
import type { Span } from '../../text/text-edit';
import { inlineMarks } from './inline-marks';
import { lineComments } from './line-comments';

/** What may follow directly where a blank and a tag are taken away. */
const CLOSES = /^(?:\s|$|[.,;:!?…)\]|])/u;

/** Behind a line's markers: quote marks, a list marker, a checkbox, a heading's hashes. */
export const contentStart = (text: string, line: TextLine): number => {
  const written = text.slice(line.start, line.end);
  return (
    line.start +
    ((ITEM_MARKER.exec(written) ?? HEADING_MARKS.exec(written) ?? /^[\s>]*/.exec(written))?.[0].length ?? 0)
  );
};

/** Pieces with nothing but a comma or semicolon between them as one. */
function joined(text: string, pieces: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && /^[ \t]*[,;][ \t]*$/.test(text.slice(last.end, piece.start)))
      whole[whole.length - 1] = { start: last.start, end: piece.end };
    else whole.push(piece);
  }
  return whole;
}

/** The pieces, and in the place of those in a comment, or between marks, that hold nothing else the whole of that. */
function withContainers(
  text: string,
  pieces: readonly Span[],
  containers: readonly (Span & { readonly innerStart: number; readonly innerEnd: number })[],
): Span[] {
  return containers.reduce<Span[]>(
    (spans, { start, end, innerStart, innerEnd }) => {
      const held = spans.filter((one) => innerStart <= one.start && one.end <= innerEnd);
      const left = held.reduceRight(
        (inside, one) => inside.slice(0, one.start - innerStart) + inside.slice(one.end - innerStart),
        text.slice(innerStart, innerEnd),
      );
      return held.length === 0 || left.trim() !== ''
        ? spans
        : [...spans.filter((one) => !held.includes(one)), { start, end }].sort((a, b) => a.start - b.start);
    },
    [...pieces],
  );
}

/**
 * The spans that take pieces (tags, dates) out of a line and leave no trace: with the comment marks and emphasis around nothing but them, the comma between
 * them, and the blank before them, or the one behind when they begin the line or what stands between marks. In order, not overlapping. Other blanks stay.
 */
export function inlineSpans(text: string, line: TextLine, pieces: readonly Span[]): Span[] {
  const from = contentStart(text, line);
  const marks = inlineMarks(text, line, pieces);
  const comments = lineComments(text, line.start, line.end).map(({ start, end }) => ({
    start,
    end,
    innerStart: start + 2,
    innerEnd: end - 2,
  }));
  const containers = [...comments, ...marks].sort((a, b) => a.end - a.start - (b.end - b.start));
  let last = from;
  let begins = true;
  return withContainers(text, joined(text, pieces), containers).map((piece) => {
    let { start, end } = piece;
    const behind = text.slice(end, line.end);
    begins = (begins && text.slice(last, start).trim() === '') || marks.some(({ innerStart }) => innerStart === start);
    if (begins) end += BEGUN.exec(behind)?.[0].length ?? 0;
    else if (CLOSES.test(behind) || behind.startsWith('</') || marks.some(({ innerEnd }) => innerEnd === end)) {
      // At the line's end all blanks go: two left over would be a hard break.
      const blanks = /[ \t]+$/.exec(text.slice(last, start))?.[0].length ?? 0;
      start -= behind === '' ? blanks : Math.min(blanks, 1);
      // Two stops, or a comma behind another, are one too many.
      if (/[.,;:!?…]$/.test(text.slice(last, start)) && /^[.,;](?:\s|$)/.test(behind)) end++;
    }
    last = end;
    return { start, end };
  });
}
