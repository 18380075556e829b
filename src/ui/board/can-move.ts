import { marksPhasePage } from '../../core/edit/move/move-problem';
import type { Todo } from '../../core/index/todo';
import type { ActionContext } from '../actions/action-context';

/** Whether a card can be dragged at all: a phase page's own list stays with its page, a published copy where it is. */
export function canMove(context: Pick<ActionContext, 'index'>, todo: Todo): boolean {
  return !todo.fromCopy && !marksPhasePage(context, todo);
}
