import { ITEM_MARKER } from '../../note/list-items';
import type { TextLine } from '../../note/text-line';
import type { Span } from '../edit-plan';
import { lineComments } from './line-comments';

/** What may follow directly where a blank and a tag are taken away. */
const CLOSES = /^(?:\s|$|[.,;:!?…)\]|])/u;

/** A line's markers: quote marks, a list marker, a checkbox. */
export const contentStart = (text: string, line: TextLine): number => {
  const written = text.slice(line.start, line.end);
  return line.start + ((ITEM_MARKER.exec(written) ?? /^[\s>]*/.exec(written))?.[0].length ?? 0);
};

/** The span with the emphasis around nothing but it; `from` is where the line's words begin. */
export function withEmphasis(text: string, { start, end }: Span, from: number): Span {
  const marks = /[*_~=]+$/.exec(text.slice(from, start))?.[0] ?? '';
  return marks !== '' && text.startsWith(marks, end) ? { start: start - marks.length, end: end + marks.length } : { start, end };
}

/** A comment that holds nothing but what goes is taken whole, once. */
function withComments(text: string, line: TextLine, spans: readonly Span[]): Span[] {
  const wholes: Span[] = lineComments(text, line.start, line.end).filter((comment) => {
    let inside = text.slice(comment.start + 2, comment.end - 2);
    const held = spans.filter(({ start, end }) => start >= comment.start && end <= comment.end);
    for (const { start, end } of held) inside = inside.replace(text.slice(start, end), '');
    return held.length > 0 && inside.trim() === '';
  });
  const free = spans.filter(({ start }) => !wholes.some((whole) => whole.start <= start && start < whole.end));
  return [...wholes, ...free].sort((a, b) => a.start - b.start);
}

/**
 * The spans that take pieces (tags, dates) out of a line and leave no trace: with the comment marks and emphasis around nothing but them, and
 * with the blank before them, or the one behind when they begin the line. In order, not overlapping. Other blanks stay.
 */
export function inlineSpans(text: string, line: TextLine, pieces: readonly Span[]): Span[] {
  const from = contentStart(text, line);
  let last = from;
  let isLeading = true;
  return withComments(text, line, pieces).map((piece) => {
    let { start, end } = withEmphasis(text, piece, last);
    isLeading &&= text.slice(last, start).trim() === '';
    const behind = text.slice(end, line.end);
    if (isLeading) end += /^\s/.test(behind) ? 1 : 0;
    else if (CLOSES.test(behind)) {
      // At the line's end all blanks go: two left over would be a hard break.
      const blanks = /[ \t]+$/.exec(text.slice(last, start))?.[0].length ?? 0;
      start -= behind === '' ? blanks : Math.min(blanks, 1);
    }
    last = end;
    return { start, end };
  });
}
