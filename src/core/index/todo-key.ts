import type { FoundTodo } from '../todo/found-todo';

/** What a todo in copies of one page, or in the page itself, is known by: two with the same key are the same todo of that page. */
export const todoKey = ({ kind, title, ordinal }: FoundTodo): string => `${kind} ${ordinal} ${title}`;
