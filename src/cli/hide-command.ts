import { hideTodo } from '../core/edit/actions/hide-todo';
import { planTodo } from '../core/edit/actions/plan-several';
import { carryOut } from './carry-out';
import type { CliCommand } from './cli-command';
import { isGiven } from './parse-flags';
import { TODO_FLAGS, todoOf } from './todo-flags';

/** `operations-lifecycle:hide` */
export const hideCommand: CliCommand = {
  action: 'hide',
  description: 'Hide a todo on the published site, by a comment around its tag',
  flags: { ...TODO_FLAGS, show: { description: 'Show it again' } },
  async run(values, { context }) {
    const planning = await context.planning();
    const action = hideTodo(isGiven(values, 'show') ? 'show' : 'hide');
    return carryOut(await planTodo(planning, todoOf(planning.index, values), action), values, context);
  },
};
