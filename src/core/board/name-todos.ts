import { shortTitle } from '../index/short-title';
import type { Todo } from '../index/todo';
import { columnOf } from '../phase/columns';
import { isPhasePageSection } from './phase-page-section';

/** `“Metrics Tracking”`, `“Day 0 responsibilities”`, `3 todos`: how a dialog or a menu calls what it is about; as on the card, without date and owner. */
export function nameTodos(todos: readonly Todo[]): string {
  const [only] = todos;
  if (!only || todos.length > 1) return `${todos.length} todos`;
  if (isPhasePageSection(only)) return `“${columnOf(only)} ${only.title.toLowerCase()}”`;
  return `“${shortTitle(only)}”`;
}
