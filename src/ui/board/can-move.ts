import { marksPhasePage } from '../../core/edit/move/move-problem';
import type { Todo } from '../../core/index/todo';
import type { ActionDesk } from '../actions/action-desk';

/** Whether a card can be dragged at all: a phase page's own list stays with its page, a published copy where it is. */
export function canMove(desk: Pick<ActionDesk, 'index'>, todo: Todo): boolean {
  return !todo.fromCopy && !marksPhasePage(desk, todo);
}
