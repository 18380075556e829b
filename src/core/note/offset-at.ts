import { LINE_ENDS } from './line-end';
/** The UTF-16 offset of a place told by 0-based line and character, as editors tell it: there every line end is one character, here it may be CRLF. */
export function offsetAt(text: string, line: number, character: number): number {
  const ends = text.matchAll(LINE_ENDS);
  let start = 0;
  for (let at = 0; at < line; at++) {
    const { value: end, done } = ends.next();
    if (done === true) return text.length;
    start = end.index + end[0].length;
  }
  return Math.min(text.length, start + character);
}
