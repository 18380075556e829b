import { hideTodo } from '../core/edit/actions/hide-todo';
import { planTodo } from '../core/edit/actions/plan-several';
import { changesNotes } from './carry-out';
import { isGiven } from './parse-flags';
import { TODO_FLAGS, todoOf } from './todo-flags';

/** `operations-lifecycle:hide` */
export const hideCommand = changesNotes({
  action: 'hide',
  description: 'Hide a todo on the published site, by a comment around its tag',
  flags: { ...TODO_FLAGS, show: { description: 'Show it again' } },
  plan: (values, planning) =>
    planTodo(planning, todoOf(planning.index, values), hideTodo(isGiven(values, 'show') ? 'show' : 'hide')),
});
