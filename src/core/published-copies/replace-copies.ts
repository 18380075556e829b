import { ITEM_MARKER } from '../markdown/marks/line-marks';
import type { TextEdit } from '../text/text-edit';
import { lineEndAt } from '../note/line-end';
import { lineAt, nextLineStart, type TextLine } from '../note/text-line';
import type { NoteSource } from '../note/note-source';
import { isReplaced, type CopyDecision } from './decide-copies';

/** Whether nothing stands before an embed on its line but quote marks, a list marker, a checkbox. */
const isMarkers = (before: string): boolean => /^[\s>]*$/.test(before.replace(ITEM_MARKER, ''));

/** Whether a copy stood in a table's row, between its bars, and not only beside a table. */
const isInRow = (above: string, below: string): boolean =>
  /\|\s+$/.test(above) || /^\s+\|/.test(below) || (above.trim() !== '' && below.includes('|'));

/** Whether a line right below an embed would become one with it: what underlines it, a line that is underlined, a table's, an indented one. */
function joins(text: string, below: string, line: TextLine): boolean {
  const next = lineAt(text, nextLineStart(text, line));
  const under = next.start > line.end ? text.slice(next.start, next.end) : '';
  return (
    below.includes('|') || /^ {4}|^\t/.test(below) || [below, under].some((one) => /^ {0,3}(?:-+|=+)\s*$/.test(one))
  );
}

/**
 * The edits that put embeds where copies stand. The publisher put a newline on each side of a copy: one goes on each side, but where the embed would then be
 * glued to other words. It stands on a line of its own, and what follows it stays what it was; only with a blank left beside it does it stand among words, and in a
 * table's row among cells.
 */
export function replaceCopies(source: NoteSource, decisions: readonly CopyDecision[]): TextEdit[] {
  const { text, copies } = source;
  let last = 0;
  return decisions.flatMap((decision): TextEdit[] => {
    const copy = copies[decision.index];
    if (!copy || !isReplaced(decision) || decision.kind === 'leave') return [];
    const before = /\r?\n$/.exec(text.slice(Math.max(last, copy.start - 2), copy.start))?.[0] ?? '';
    const after = /^\r?\n/.exec(text.slice(copy.end, copy.end + 2))?.[0] ?? '';
    const [start, end] = [copy.start - before.length, copy.end + after.length];
    const [above, below] = [
      text.slice(Math.max(last, lineAt(text, start).start), start),
      text.slice(end, lineAt(text, end).end),
    ];
    const isBesideCopy = last > 0 && start === last;
    last = end;
    const insert = decision.embed;
    // There the bar before the display text would end the cell.
    if (isInRow(above, below)) return [{ start, end, insert: insert.replace('|', '\\|'), guards: [] }];
    const eol = before || after || lineEndAt(text, copy.start);
    const isBehindWords = /\S $/.test(above);
    const isBeforeWords = /^ \S/.test(below) && !/^ (?:[-*+>#|]|\d+[.)])/.test(below);
    return [
      {
        start,
        end,
        insert:
          ((isMarkers(above) && !isBesideCopy) || isBehindWords ? '' : eol + (above.includes('|') ? eol : '')) +
          insert +
          (below.trim() === '' || isBeforeWords ? '' : eol + (joins(text, below, lineAt(text, end)) ? eol : '')),
        guards: [],
      },
    ];
  });
}
