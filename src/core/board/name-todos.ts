import type { Todo } from '../index/todo';
import { noteName } from '../note/link-text';
import { withoutFacts } from './card';

/** `“Metrics Tracking”`, `3 todos`: how a dialog or a menu calls what it is about; as on the card, without date and owner. */
export function nameTodos(todos: readonly Pick<Todo, 'title' | 'owner'>[]): string {
  const [only] = todos;
  return only && todos.length === 1 ? `“${withoutFacts(only.title, only.owner === null ? null : noteName(only.owner))}”` : `${todos.length} todos`;
}
