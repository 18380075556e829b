import { isClosed } from '../todo/found-todo';
import type { OperationsIndex } from './operations-index';
import { columnOf } from '../phase/columns';

/** Open todos by column, in one pass and without putting them in order. */
export function countOpen(index: OperationsIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const todo of index.todos()) {
    if (isClosed(todo)) continue;
    const column = columnOf(todo);
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return counts;
}

/** The open todos of some notes, each once. */
export function countOpenIn(index: OperationsIndex, paths: Iterable<string>): number {
  return [...new Set(paths)].reduce(
    (count, path) => count + index.todosOf(path).filter((todo) => !isClosed(todo)).length,
    0,
  );
}
