import type { FoundTodo } from '../todo/found-todo';

/** Whether two todos in copies of one page, or one in the page and one in a copy, are the same todo of that page. */
export function isSameTodo(a: FoundTodo, b: FoundTodo): boolean {
  return a.kind === b.kind && a.title === b.title && a.ordinal === b.ordinal;
}
