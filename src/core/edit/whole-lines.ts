import { lineBefore, nextLineStart } from '../note/text-line';
import type { Span } from '../text/text-edit';

/**
 * Lines with the line end behind them; the last lines of a note that has no final line end take the one before them along, so that the note ends as it
 * ended.
 */
export function wholeLines(text: string, { start, end }: Span): Span {
  const next = nextLineStart(text, { start, end });
  if (next > end || start === 0) return { start, end: next };
  return { start: lineBefore(text, { start, end }).end, end };
}
