import type { ListItemCache, Pos } from 'obsidian';
import { readBlockId } from './read-block-id';
import { between, sliceOf, type SourceText } from './source-text';
import type { SyntaxNode } from './syntax';

/** The character between the brackets of a task, at the start of an item's source. */
const TASK = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[(.)\]/;

/**
 * A list item as the cache holds it. `parent` is the line of the item it lies in, or for
 * an item of an outermost list minus the list's first line, -1 where that is line 0.
 */
export function readListItem(source: SourceText, item: SyntaxNode, parent: number): ListItemCache {
  const position = ownPosition(source, item);
  const own = sliceOf(source, position);
  const task = item.checked === null ? undefined : TASK.exec(own)?.[1];
  const id = readBlockId(own);
  return {
    position,
    parent,
    ...(task === undefined ? {} : { task }),
    ...(id === undefined ? {} : { id }),
  };
}

export function parentOfRootItems(list: SyntaxNode): number {
  return -(list.position.start.line - 1 || 1);
}

/** An item ends before its first nested list, unless that list is all it holds. */
function ownPosition(source: SourceText, item: SyntaxNode): Pos {
  const children = item.children ?? [];
  const beforeList = children[children.findIndex((child) => child.type === 'list') - 1];
  return between(source, item.position.start, (beforeList ?? item).position.end);
}
