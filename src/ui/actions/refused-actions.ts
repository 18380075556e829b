import { planTodo } from '../../core/edit/actions/plan-several';
import { isRefusal } from '../../core/text/refusal';
import { moveProblem } from '../../core/edit/move/move-problem';
import { canEditText } from '../../core/edit/text/edit-text';
import { columnNames } from '../../core/phase/columns';
import type { Todo } from '../../core/index/todo';
import type { ActionContext } from './action-context';
import { CARD_ACTIONS } from './card-actions';

/** Not in `CARD_ACTIONS`, because it has no dialog and no command: the words are changed where they are seen. */
export const EDIT_TEXT = 'edit-text';

/** The ids of actions that would be refused for a todo. A plan is made of each, and thrown away: what a menu offers is what can be done. */
export async function refusedActions(context: ActionContext, todo: Todo): Promise<ReadonlySet<string>> {
  const refused = new Set<string>(canEditText(todo) ? [] : [EDIT_TEXT]);
  if (columnNames(context.index.settings.phases).every((column) => moveProblem(context.index, todo, column) !== null))
    refused.add('move');
  const planning = await context.planning();
  for (const { id, trial } of CARD_ACTIONS) {
    const action = trial?.(context, todo) ?? null;
    if (action && isRefusal(await planTodo(planning, todo, action))) refused.add(id);
  }
  return refused;
}
