import { isLineEnd, isLineStart, lineAt } from '../note/text-line';
import type { NoteEdit, Span, TextEdit } from './edit-plan';

/** Where a piece of the text before stands in the text now: its shift, `null` when it is not there, `'unsure'` when it may be in two places. */
type Shift = number | null | 'unsure';

/** The two texts, and how far they are alike from either end, in whole lines. */
interface Change {
  readonly before: string;
  readonly now: string;
  readonly prefix: number;
  readonly suffix: number;
}

const isLineEdge = (text: string, at: number): boolean => isLineStart(text, at) || isLineEnd(text, at);

function compare(before: string, now: string): Change {
  const most = Math.min(before.length, now.length);
  let prefix = 0;
  while (prefix < most && before.charCodeAt(prefix) === now.charCodeAt(prefix)) prefix++;
  while (prefix > 0 && !(isLineEdge(before, prefix) && isLineEdge(now, prefix))) prefix--;
  let suffix = 0;
  while (suffix < most && before.charCodeAt(before.length - 1 - suffix) === now.charCodeAt(now.length - 1 - suffix)) suffix++;
  while (suffix > 0 && !(isLineEdge(before, before.length - suffix) && isLineEdge(now, now.length - suffix))) suffix--;
  // Blank lines are nobody's twins: where only such are alike from both ends, they stay with what is above.
  const shared = prefix + suffix - most;
  if (shared > 0 && before.slice(prefix - shared, prefix).trim() === '') suffix -= shared;
  return { before, now, prefix, suffix };
}

/** Whether the piece stands at its place shifted, as whole lines where it was whole lines. */
function standsAt({ before, now }: Change, { start, end }: Span, shift: number): boolean {
  const [from, to] = [start + shift, end + shift];
  return (
    from >= 0 &&
    now.startsWith(before.slice(start, end), from) &&
    (!isLineStart(before, start) || isLineStart(now, from)) &&
    (!isLineEnd(before, end) || isLineEnd(now, to))
  );
}

/** The one place where the piece stands, when there is one before and now. */
function soleShift(change: Change, piece: Span): Shift {
  const wanted = change.before.slice(piece.start, piece.end);
  if (wanted.trim() === '') return null;
  const count = (text: string, found: (at: number) => void): void => {
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found(at);
  };
  const shifts: number[] = [];
  count(change.now, (at) => {
    if (standsAt(change, piece, at - piece.start)) shifts.push(at - piece.start);
  });
  let before = 0;
  count(change.before, (at) => {
    if (isLineStart(change.before, at) === isLineStart(change.before, piece.start)) before++;
  });
  const [only] = shifts;
  if (only === undefined) return null;
  return shifts.length === 1 && before === 1 ? only : 'unsure';
}

/**
 * What did not change, from either end, stays with its end. Where lines repeat, the change can be seen in several places; a piece that
 * lies in one of them may be the twin of what was meant.
 */
function shiftOf(change: Change, piece: Span): Shift {
  const { before, now, prefix, suffix } = change;
  const shortest = Math.min(before.length, now.length);
  const moved = now.length - before.length;
  if (piece.end <= Math.min(prefix, shortest - suffix) && standsAt(change, piece, 0)) return 0;
  if (piece.start >= before.length - Math.min(suffix, shortest - prefix) && standsAt(change, piece, moved)) return moved;
  const isInBoth = piece.end <= prefix || piece.start >= before.length - suffix;
  return isInBoth && prefix + suffix > shortest ? 'unsure' : soleShift(change, piece);
}

/** The lines that a span touches, whole; for an insertion between two lines, both of them. */
function wholeLines(text: string, { start, end }: Span): Span {
  const from = start === end && isLineStart(text, start) && start > 0 ? start - 1 : start;
  return { start: lineAt(text, from).start, end: lineAt(text, end).end };
}

/** What an insertion hangs on: the guard that it touches, or that ends the line before it; else the lines around it. */
function anchorOf(text: string, { start, end, guards }: TextEdit): Span {
  if (start !== end) return wholeLines(text, { start, end });
  const touching = guards.findLast((guard) => guard.start <= start && start <= guard.end + (text.startsWith('\r\n', guard.end) ? 2 : 1));
  return touching ? { start: touching.start, end: Math.max(touching.end, start) } : wholeLines(text, { start, end });
}

/** Why an edit does not fit: what it expected is gone, or stands there twice. */
export type Misfit = 'gone' | 'unsure';

/**
 * The edits as they fit the text of now, in which others may have written meanwhile (DESIGN 4): each guard and each changed line is found
 * again at its place, moved with the text around it, or as the only one of its kind. Else the reason; then nothing may be written.
 */
export function fitEdits({ before, edits }: NoteEdit, now: string): readonly TextEdit[] | Misfit {
  if (before === now) return edits;
  const change = compare(before, now);
  const fitted: TextEdit[] = [];
  let last = 0;
  for (const edit of edits) {
    const shift = shiftOf(change, anchorOf(before, edit));
    const guardShifts = edit.guards.map((guard) => shiftOf(change, guard));
    if ([shift, ...guardShifts].includes(null)) return 'gone';
    if (typeof shift !== 'number' || guardShifts.includes('unsure')) return 'unsure';
    const start = edit.start + shift;
    if (start < last) return 'gone';
    last = edit.end + shift;
    const guards = edit.guards.map((guard, at) => {
      const moved = Number(guardShifts[at]);
      return { start: guard.start + moved, end: guard.end + moved };
    });
    fitted.push({ ...edit, start, end: last, guards });
  }
  return fitted;
}
