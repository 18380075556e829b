import { columnNames, columnOf } from '../phase/columns';
import { byCodeUnit } from '../text/natural-order';
import { isClosed } from '../todo/found-todo';
import type { OperationsIndex } from './operations-index';
import type { Todo } from './todo';

/** By path, then by line. */
export const inPlace = (a: Todo, b: Todo): number =>
  byCodeUnit(a.path, b.path) || a.line - b.line || a.offset - b.offset;

/** The todos of the vault, closed ones too if they are asked for: by column in the board's order, then by path, then by line. */
export function listTodos(index: OperationsIndex, withClosed = false): Todo[] {
  const byColumn = new Map(columnNames(index.settings.phases).map((name): [string, Todo[]] => [name, []]));
  for (const todo of index.todos()) if (withClosed || !isClosed(todo)) byColumn.get(columnOf(todo))?.push(todo);
  return [...byColumn.values()].flatMap((todos) => todos.sort(inPlace));
}
