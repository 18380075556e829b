import type { Point } from './syntax';

/** A longer note is read in pieces of about this many characters. */
const BLOCK_PIECE = 50_000;
/** Between a blank line and a line that begins with a letter or `#`: nothing but the constructs below goes on there. */
const BLOCK_SEAM = /\n[ \t]*\n(?=[\p{L}#])/gu;
/** A longer inline run is read in pieces of at most this many characters; a token across a seam is lost. */
const INLINE_PIECE = 10_000;

/** The pieces of a note, cut where a block ends, as far as that can be told without parsing. */
export function* piecesOfBlocks(text: string): Generator<string> {
  let start = 0;
  if (text.length > BLOCK_PIECE) {
    for (const seam of text.matchAll(BLOCK_SEAM)) {
      const end = seam.index + seam[0].length;
      if (end - start < BLOCK_PIECE) continue;
      const piece = text.slice(start, end);
      if (mayGoOn(piece)) continue;
      yield piece;
      start = end;
    }
  }
  yield text.slice(start);
}

/** Whether a construct that blank lines do not end may be open at the end of `text`; when in doubt, yes. */
function mayGoOn(text: string): boolean {
  const isOdd = (marks: RegExp): boolean => (text.match(marks)?.length ?? 0) % 2 === 1;
  return (
    isOdd(/^[ \t>]*(?:```|~~~)/gm) ||
    isOdd(/%%/g) ||
    isOdd(/\$\$/g) ||
    text.lastIndexOf('<!--') > text.lastIndexOf('-->') ||
    isOdd(/<\/?(?:script|pre|style)\b/gi) ||
    /<\?|<![A-Z[]/i.test(text)
  );
}

/** The pieces of an inline run, cut after white space where there is any. */
export function* piecesOfRun(text: string): Generator<string> {
  let start = 0;
  while (text.length - start > INLINE_PIECE) {
    const head = text.slice(start, start + INLINE_PIECE);
    const seam = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' ')) + 1 || INLINE_PIECE;
    yield head.slice(0, seam);
    start += seam;
  }
  yield start === 0 ? text : text.slice(start);
}

/** Where the text after `text` begins, when `text` begins at `point`. `indents`: see `Parser.offset`. */
export function afterText(text: string, point: Point, indents: Record<number, number>): Point {
  const lastBreak = text.lastIndexOf('\n');
  const offset = point.offset + text.length;
  if (lastBreak < 0) return { line: point.line, column: point.column + text.length, offset };
  const line = point.line + text.split('\n').length - 1;
  return { line, column: text.length - lastBreak + (indents[line] ?? 0), offset };
}
