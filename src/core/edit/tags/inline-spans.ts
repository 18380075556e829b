import { HEADING_MARKS, ITEM_MARKER } from '../../markdown/marks/line-marks';
import { gapAround, htmlAround, isUnclosed, JOINS, NEAR, STOPS } from '../../todo/close-gap';
import { lineAfter, type TextLine } from '../../note/text-line';
import type { MarkdownSpan } from '../../markdown/spans';
import { partWithout } from '../../text/edited-part';
import type { PlainEdit, Span } from '../../text/text-edit';
import { behindMarks, inlineMarks, lineComments } from './inline-marks';

/** Behind a line's markers: quote marks, a list marker, a checkbox, a heading's hashes. */
export const contentStart = (text: string, line: TextLine): number => {
  const written = text.slice(line.start, line.end);
  return (
    line.start +
    ((ITEM_MARKER.exec(written) ?? HEADING_MARKS.exec(written) ?? /^[\s>]*/.exec(written))?.[0].length ?? 0)
  );
};

/** Pieces with nothing but a comma or another sign between them as one. */
function joined(pieces: readonly Span[], between: (start: number, end: number) => string): Span[] {
  const whole: Span[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && JOINS.test(between(last.end, piece.start)))
      whole[whole.length - 1] = { start: last.start, end: piece.end };
    else whole.push(piece);
  }
  return whole;
}

/** What can stand around nothing but a piece. */
type Container = Omit<MarkdownSpan, 'kind'>;

/** The pieces, and in the place of those in a comment, or between marks, that hold nothing else the whole of that. */
function withContainers(text: string, pieces: readonly Span[], containers: readonly Container[]): Span[] {
  return containers.reduce<Span[]>(
    (spans, { start, end, innerStart, innerEnd }) => {
      const held = spans.filter((one) => innerStart <= one.start && one.end <= innerEnd);
      const left = partWithout(text, { start: innerStart, end: innerEnd }, held);
      return held.length === 0 || STOPS.exec(left)?.[0] !== left
        ? spans
        : [...spans.filter((one) => !held.includes(one)), { start, end }].sort((a, b) => a.start - b.start);
    },
    [...pieces],
  );
}

/** The brackets around nothing but a piece, which are no link's; with the mark of a footnote. */
const bracketsAround = (text: string, pieces: readonly Span[]): Container[] =>
  pieces
    .filter(
      ({ start, end }) => ['[]', '()'].includes(`${text[start - 1]}${text[end]}`) && !/[([:]/.test(text[end + 1] ?? ''),
    )
    .map(({ start, end }) => ({
      start: start - (text[start - 2] === '^' ? 2 : 1),
      end: end + 1,
      innerStart: start,
      innerEnd: end,
    }));

/** The HTML around nothing but a piece; of what is near, since a line may hold thousands of them. */
function* elementsAround(text: string, line: TextLine, pieces: readonly Span[]): Generator<Container> {
  for (let { start, end } of pieces)
    for (;;) {
      const around = htmlAround(text.slice(Math.max(line.start, start - 8 * NEAR), start), text.slice(end, end + NEAR));
      if (!around) break;
      const inner = { innerStart: start, innerEnd: end };
      [start, end] = [start - around[0], end + around[1]];
      yield { start, end, ...inner };
    }
}

/** Whether nothing below goes on with a line. */
function isLastOfBlock(text: string, line: TextLine): boolean {
  const next = lineAfter(text, line);
  const below = next.start > line.end ? text.slice(next.start, next.end) : '';
  return below.trim() === '' || ITEM_MARKER.test(below) || HEADING_MARKS.test(below);
}

/** What is taken out of a line: with the gap that it would leave, and (`inner`) without; `insert` is a blank where words would be glued. */
interface TakenSpan extends PlainEdit {
  readonly inner: Span;
}

/** A letter or digit before and behind a place. */
const GLUED = /^[\p{L}\p{N}]{2}$/u;

/**
 * The spans that take pieces (tags, dates) out of a line and leave no trace: with the comment marks, brackets and emphasis around nothing but them, the comma between
 * them, and what was there for their sake before and behind them (`gapAround`). In order, not overlapping. Other blanks stay.
 */
export function inlineSpans(text: string, line: TextLine, pieces: readonly Span[]): TakenSpan[] {
  const from = contentStart(text, line);
  const marks = inlineMarks(text, line, pieces);
  // A pipe may be the border of a cell, but for bullets and headings.
  const isRow = /^[\s>]*$/.test(text.slice(line.start, from));
  const between = (start: number, end: number): string =>
    isRow ? text.slice(start, end) : text.slice(start, end).replaceAll('|', '·');
  const whole = joined(pieces, between);
  const containers = [
    ...lineComments(text, line),
    ...marks,
    ...bracketsAround(text, whole),
    ...elementsAround(text, line, whole),
  ].sort((a, b) => a.end - a.start - (b.end - b.start));
  const isLast = isLastOfBlock(text, line);
  let last = from;
  let begins = true;
  return withContainers(text, whole, containers).map((inner) => {
    const { start, end } = inner;
    const before = between(last, start);
    begins = (begins && before.trim() === '') || marks.some(({ innerStart }) => innerStart === start);
    const behind = between(end, line.end);
    const closes = (isRow && /^[ \t]*\|/.test(behind)) || marks.some(({ innerEnd }) => innerEnd === end);
    const [less, more] = gapAround(before, behind, begins, closes, isLast);
    last = end + more;
    const insert = GLUED.test(text.slice(start - less - 1, start - less) + text.slice(last, last + 1)) ? ' ' : '';
    const outside = behindMarks(marks, start, end);
    // The blank goes behind the mark.
    if (outside > end && isUnclosed(text.slice(from, start - less), text.slice(outside, line.end))) {
      last = outside;
      return { start: start - less, end: last, inner, insert: `${text.slice(end, last)} ` };
    }
    return { start: start - less, end: last, inner, insert };
  });
}
