import type { Span } from '../edit-plan';

/** Code, in which `%%` is text, or the mark of a comment. */
const CODE_OR_MARK = /(`+)(?:(?!\1)[^\r\n])*?\1(?!`)|%%/g;

/** The comments `%% … %%` that begin and end on one line; the span includes their marks. `from` and `to` are the line's offsets. */
export function lineComments(text: string, from: number, to: number): Span[] {
  const marks = [...text.slice(from, to).matchAll(CODE_OR_MARK)].flatMap((match) => (match[0] === '%%' ? [from + match.index] : []));
  return marks.flatMap((start, at) => {
    const end = marks[at + 1];
    return at % 2 === 0 && end !== undefined ? [{ start, end: end + 2 }] : [];
  });
}
