import { lastStartingBy } from '../note/by-position';
import { LINE_ENDS } from '../note/line-end';
import type { Loc, Pos } from '../note/note-metadata';

const itself = (start: number): number => start;

/** Where a text's lines begin: its line ends may be CRLF or CR, while the parser is given LF. Offsets are UTF-16, lines and columns 0-based. */
export class LineMap {
  /** The text with LF for each line end, and without a byte order mark. */
  readonly parsable: string;
  /** By line, where it begins: in `parsable`, and in the text. */
  private readonly starts = [0];
  private readonly inText: number[];

  constructor(text: string) {
    const first = text.startsWith('\uFEFF') ? 1 : 0;
    const parsable = (this.parsable = (first > 0 ? text.slice(1) : text).replace(/\r\n?/g, '\n'));
    for (let at = parsable.indexOf('\n'); at >= 0; at = parsable.indexOf('\n', at + 1)) this.starts.push(at + 1);
    this.inText = [first];
    if (parsable.length === text.length - first)
      for (const start of this.starts.slice(1)) this.inText.push(start + first);
    else for (const { 0: mark, index } of text.matchAll(LINE_ENDS)) this.inText.push(index + mark.length);
  }

  /** The 0-based line of an offset of `parsable`. */
  lineOf(offset: number): number {
    return Math.max(0, lastStartingBy(this.starts, offset, itself));
  }

  /** Where the line begins and ends in `parsable`, its end mark not counted. */
  startOf(line: number): number {
    return this.starts[line] ?? this.parsable.length;
  }

  endOf(line: number): number {
    return line + 1 < this.starts.length ? this.startOf(line + 1) - 1 : this.parsable.length;
  }

  /** A place of `parsable` as a place of the text. */
  locate(offset: number): Loc {
    const line = this.lineOf(offset);
    const inLine = offset - this.startOf(line);
    const col = inLine + (line === 0 ? (this.inText[0] ?? 0) : 0);
    return { line, col, offset: (this.inText[line] ?? 0) + inLine };
  }

  position(start: number, end: number): Pos {
    return { start: this.locate(start), end: this.locate(end) };
  }
}
