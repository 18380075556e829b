import { markDone } from '../core/edit/actions/mark-done';
import { planTodo } from '../core/edit/actions/plan-several';
import type { ToggleTask } from '../core/edit/actions/toggle-by-tasks';
import { carryOut } from './carry-out';
import type { CliCommand } from './cli-command';
import { TODO_FLAGS, todoOf, type CliContext } from './todo-flags';

/** `operations-lifecycle:complete`; `toggleTask` is the Tasks plugin's own toggle, when it is installed. */
export function completeCommand(context: CliContext, toggleTask: () => ToggleTask | null): CliCommand {
  return {
    action: 'complete',
    description: 'Mark a todo as done: its tag goes and the text stays, or its checkbox is checked',
    flags: TODO_FLAGS,
    async run(values) {
      const planning = await context.planning();
      const plan = await planTodo(planning, todoOf(planning.index, values), markDone(toggleTask()));
      return carryOut(plan, values, context);
    },
  };
}
