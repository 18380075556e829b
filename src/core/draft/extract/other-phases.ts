import { compareTodos } from '../../edit/compare-todos';
import type { NoteEdit } from '../../text/text-edit';
import { columnOf } from '../../phase/columns';
import { noteName } from '../../note/link-text';
import type { Drafting } from '../drafting';

/**
 * Sentences that name the todos of notes which the changes do not touch, and which change their column all the same: a bullet's first
 * link makes the note that it leads to the phase's, and that link may go, or come second.
 */
export async function otherPhases(drafting: Drafting, changes: readonly NoteEdit[]): Promise<string[]> {
  const { before, after } = await compareTodos(drafting, changes);
  const touched = new Set(changes.map(({ path }) => path));
  return before.flatMap((todo) => {
    const then = touched.has(todo.path)
      ? undefined
      : after.find(({ path, offset }) => path === todo.path && offset === todo.offset);
    return then === undefined || columnOf(then) === columnOf(todo)
      ? []
      : [`“${todo.title}” in ${noteName(todo.path)} is then in ${columnOf(then)} instead of ${columnOf(todo)}`];
  });
}
