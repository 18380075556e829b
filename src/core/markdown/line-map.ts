import type { Loc, Pos } from '../note/note-metadata';
import { LINE_ENDS } from '../note/line-end';

/** Where a text's lines begin: its line ends may be CRLF or CR, while the parser is given LF. Offsets are UTF-16, lines and columns 0-based. */
export interface LineMap {
  /** The text with LF for each line end, and without a byte order mark. */
  readonly parsable: string;
  /** The 0-based line of an offset of `parsable`. */
  lineOf(offset: number): number;
  /** Where the line begins and ends in `parsable`, its end mark not counted. */
  startOf(line: number): number;
  endOf(line: number): number;
  /** A place of `parsable` as a place of the text. */
  locate(offset: number): Loc;
  position(start: number, end: number): Pos;
}

export function mapLines(text: string): LineMap {
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  const parsable = (first > 0 ? text.slice(1) : text).replace(/\r\n?/g, '\n');
  const starts = [0];
  for (let at = parsable.indexOf('\n'); at >= 0; at = parsable.indexOf('\n', at + 1)) starts.push(at + 1);
  const inText = [first];
  if (parsable.length === text.length - first) for (const start of starts.slice(1)) inText.push(start + first);
  else for (const { 0: mark, index } of text.matchAll(LINE_ENDS)) inText.push(index + mark.length);
  const lineOf = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  const locate = (offset: number): Loc => {
    const line = lineOf(offset);
    const col = offset - (starts[line] ?? 0) + (line === 0 ? first : 0);
    return { line, col, offset: (inText[line] ?? 0) + col - (line === 0 ? first : 0) };
  };
  return {
    parsable,
    lineOf,
    startOf: (line) => starts[line] ?? parsable.length,
    endOf: (line) => (line + 1 < starts.length ? (starts[line + 1] ?? 0) - 1 : parsable.length),
    locate,
    position: (start, end) => ({ start: locate(start), end: locate(end) }),
  };
}
