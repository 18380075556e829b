import { marksPhasePage } from '../../core/edit/move/move-problem';
import type { OperationsIndex } from '../../core/index/operations-index';
import type { Todo } from '../../core/index/todo';

/** The phase pages to which the text of sections can go: those other than their own notes. None for a page's own sections, and for what is no section. */
export function sectionTargets(
  index: OperationsIndex,
  todos: readonly Todo[],
): readonly { readonly column: string; readonly page: string }[] {
  if (
    todos.length !== 1 ||
    !todos.every((todo) => todo.kind === 'section' && !todo.fromCopy && !marksPhasePage({ index }, todo))
  )
    return [];
  return index.settings.phases.flatMap(({ id, name }) => {
    const page = index.lifecycle.pages.get(id);
    return page === undefined || todos.some(({ path }) => path === page) ? [] : [{ column: name, page }];
  });
}
