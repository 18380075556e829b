import { markDone } from '../core/edit/actions/mark-done';
import { planTodo } from '../core/edit/actions/plan-several';
import { changesNotes } from './carry-out';
import { TODO_FLAGS, todoOf } from './todo-flags';

/** `operations-lifecycle:complete` */
export const completeCommand = changesNotes({
  action: 'complete',
  description: 'Mark a todo as done: its tag goes and the text stays, or its checkbox is checked',
  flags: TODO_FLAGS,
  plan: (values, planning, { toggleTask }) => planTodo(planning, todoOf(planning.index, values), markDone(toggleTask)),
});
