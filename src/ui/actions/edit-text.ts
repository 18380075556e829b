import { planTodo } from '../../core/edit/actions/plan-several';
import { isRefusal } from '../../core/text/refusal';
import { locateTodo } from '../../core/edit/locate-todo';
import { editText, readWords } from '../../core/edit/text/edit-text';
import type { Todo } from '../../core/index/todo';
import { planAndRun, tellError, tellReason } from '../plan/run-plan';
import type { ActionContext } from './action-context';

/** A todo's own words, to be edited; null when they cannot be, and the user has been told why. */
export async function readText(context: ActionContext, todo: Todo): Promise<string | null> {
  try {
    const planning = await context.planning();
    const located = await locateTodo(planning, todo);
    const found = isRefusal(located) ? located : readWords(planning, located);
    if (!('refusal' in found)) return found.words;
    tellReason(found.refusal);
  } catch (error) {
    tellError(error);
  }
  return null;
}

/** Puts other words in their place. */
export const saveText = (context: ActionContext, todo: Todo, text: string): Promise<boolean> =>
  planAndRun(context, (planning) => planTodo(planning, todo, editText(text)));
