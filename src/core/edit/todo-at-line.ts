import type { OperationsIndex } from '../index/operations-index';
import type { Todo } from '../index/todo';
import { shortTitle } from '../index/short-title';
import { refuse, type Refusal } from '../text/refusal';

/**
 * The todo that the index has at a 1-based line of a note, as `todos` prints it. Refuses any other line and names the nearest todo; the note
 * may be named without `.md`.
 */
export function todoAtLine(index: OperationsIndex, path: string, line: number): Todo | Refusal {
  const named = [path, `${path}.md`].find((one) => index.todosOf(one).length > 0);
  if (named === undefined) return refuse(`There is no todo in ${path}. Give a path as \`todos\` prints it.`);
  const todos = index.todosOf(named);
  const at = todos.find((todo) => todo.line + 1 === line);
  if (at) return at;
  const distance = (todo: Todo): number => Math.abs(todo.line + 1 - line);
  const nearest = todos.reduce((best, todo) => (distance(todo) < distance(best) ? todo : best));
  return refuse(
    `There is no todo in line ${line} of ${named}; the nearest is “${shortTitle(nearest)}” in line ${nearest.line + 1}.`,
  );
}
