import { blockIdOf } from './marks/span-marks';
import type { SyntaxNode } from '@lezer/common';
import type { ListItemMetadata } from '../note/note-metadata';
import type { LineMap } from './line-map';
import type { ListColumns } from './list-columns';

const MARKS = new Set(['ListMark', 'TaskMark', 'QuoteMark']);
const isList = ({ name }: SyntaxNode): boolean => name === 'BulletList' || name === 'OrderedList';

/** Where an item ends: before its first nested list, unless that is all it holds; a blank line between it and the next is its own up to that line's start. */
function itemEnd(item: SyntaxNode, lines: LineMap, columns: ListColumns): number {
  let before: SyntaxNode | null = null;
  for (let child = item.firstChild; child; child = child.nextSibling) {
    if (isList(child)) {
      if (before) return lines.endOf(columns.lastWritten(lines.lineOf(item.from), lines.lineOf(before.to)));
      break;
    }
    if (!MARKS.has(child.name)) before = child;
  }
  const last = columns.lastWritten(lines.lineOf(item.from), lines.lineOf(item.to));
  let next = item.nextSibling;
  while (next && next.name !== 'ListItem') next = next.nextSibling;
  return next && lines.lineOf(next.from) > last + 1 ? columns.startOf(last + 1) : lines.endOf(last);
}

/**
 * A list item as the app caches it. `parent` is the line of the item that its list stands in, or for an outermost list minus the list's first line,
 * -1 where that is line 0. Enters the item in `columns`.
 */
export function readListItem(item: SyntaxNode, parent: number, lines: LineMap, columns: ListColumns): ListItemMetadata {
  const first = lines.lineOf(item.from);
  const start = columns.startOf(first);
  const end = itemEnd(item, lines, columns);
  const mark = item.getChild('TaskMark');
  const id = blockIdOf(lines.parsable.slice(start, end));
  columns.enterItem(first, lines.lineOf(item.to), mark ? mark.to - mark.from + 1 : 0);
  return {
    position: lines.position(start, end),
    parent,
    ...(mark ? { task: lines.parsable.slice(mark.from + 1, mark.to - 1) } : {}),
    ...(id === undefined ? {} : { id }),
  };
}

/** The parent that items of an outermost list have. */
export const rootParent = (list: SyntaxNode, lines: LineMap): number => -(lines.lineOf(list.from) || 1);
