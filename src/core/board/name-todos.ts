import type { Todo } from '../index/todo';

/** `“Metrics Tracking”`, `3 todos`: how a dialog or a menu calls what it is about. */
export function nameTodos(todos: readonly Pick<Todo, 'title'>[]): string {
  const [only] = todos;
  return only && todos.length === 1 ? `“${only.title}”` : `${todos.length} todos`;
}
