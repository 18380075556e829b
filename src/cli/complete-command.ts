import { markDone } from '../core/edit/actions/mark-done';
import { planTodo } from '../core/edit/actions/plan-several';
import { carryOut } from './carry-out';
import type { CliCommand } from './cli-command';
import { TODO_FLAGS, todoOf } from './todo-flags';

/** `operations-lifecycle:complete` */
export const completeCommand: CliCommand = {
  action: 'complete',
  description: 'Mark a todo as done: its tag goes and the text stays, or its checkbox is checked',
  flags: TODO_FLAGS,
  async run(values, { context }) {
    const planning = await context.planning();
    const plan = await planTodo(planning, todoOf(planning.index, values), markDone(context.toggleTask));
    return carryOut(plan, values, context);
  },
};
