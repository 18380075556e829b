/** Every end mark of a text. */
export const LINE_ENDS = /\r\n?|\n/g;

/** The end mark of the line that holds the offset, or of the line before when it is the last: what a new line beside it ends with. */
export function lineEndAt(text: string, offset: number): string {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  if (at >= text.length) at = Math.max(text.lastIndexOf('\n', offset), text.lastIndexOf('\r', offset - 1));
  if (at < 0) return '\n';
  if (text[at] === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r';
  return text[at - 1] === '\r' ? '\r\n' : '\n';
}
