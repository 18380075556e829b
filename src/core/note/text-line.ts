/** A line of a text, addressed by UTF-16 offsets: `start` inclusive, `end` exclusive and before the line's end mark. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
}

const isLineMark = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit === 10 || unit === 13;
};

/** Whether a line begins at the UTF-16 offset, and whether one ends there. Between CR and LF neither does. */
export const isLineStart = (text: string, at: number): boolean =>
  at === 0 || (isLineMark(text, at - 1) && !splitsMark(text, at));
export const isLineEnd = (text: string, at: number): boolean =>
  at >= text.length || (isLineMark(text, at) && !splitsMark(text, at));

const splitsMark = (text: string, at: number): boolean => text[at - 1] === '\r' && text[at] === '\n';

/**
 * The line that holds the UTF-16 offset `at`; between CR and LF the one that they end. LF, CRLF and CR all end a line. Works outward from the offset, so that a note of
 * many megabytes costs no more than its line.
 */
export function lineAt(text: string, at: number): TextLine {
  const from = splitsMark(text, at) ? at - 1 : Math.min(at, text.length);
  let start = from;
  while (start > 0 && !isLineMark(text, start - 1)) start--;
  let end = from;
  while (end < text.length && !isLineMark(text, end)) end++;
  return { start, end };
}

/** The offset at which the line after `line` begins, or the text's length. CRLF counts as one end mark. */
export function nextLineStart(text: string, line: TextLine): number {
  if (line.end >= text.length) return text.length;
  return text.startsWith('\r\n', line.end) ? line.end + 2 : line.end + 1;
}

/** The line before `line`; `line` itself when it is the first. */
export function lineBefore(text: string, line: TextLine): TextLine {
  return line.start === 0 ? line : lineAt(text, line.start - (text.startsWith('\r\n', line.start - 2) ? 2 : 1));
}

/** The line after `line`; `line` itself when it is the last. */
export const lineAfter = (text: string, line: TextLine): TextLine => lineAt(text, nextLineStart(text, line));

/**
 * Lines with the line end behind them; the last lines of a note that has no final line end take the one before them along, so that the note ends as it
 * ended.
 */
export function wholeLines(text: string, { start, end }: TextLine): TextLine {
  const next = nextLineStart(text, { start, end });
  if (next > end || start === 0) return { start, end: next };
  return { start: lineBefore(text, { start, end }).end, end };
}

/** Whether a line says nothing. */
export const isBlank = (text: string, { start, end }: TextLine): boolean => text.slice(start, end).trim() === '';

/** The lines that begin in `[from, to)`, in order; the first begins at `from` itself. */
export function* linesBetween(text: string, from: number, to: number): Generator<TextLine> {
  let start = from;
  while (start < to) {
    let end = start;
    while (end < to && !isLineMark(text, end)) end++;
    const line = { start, end };
    yield line;
    start = nextLineStart(text, line);
  }
}
