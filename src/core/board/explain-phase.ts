import type { Todo } from '../index/todo';
import { columnOf } from '../phase/columns';
import { noteName } from '../note/link-text';

/** "Why in Day 1?" */
export function whyQuestion(todo: Todo): string {
  return todo.why === 'none' ? 'Why on no phase?' : `Why in ${columnOf(todo)}?`;
}

/** Says which rule put the todo where it is, in words for people. */
export function explainPhase(todo: Todo): string {
  const column = columnOf(todo);
  const note = noteName(todo.path);
  const also =
    todo.also.length === 0
      ? ''
      : ` ${todo.also.map(({ name }) => name).join(' and ')} ${todo.also.length === 1 ? 'links' : 'link'} to it too.`;
  switch (todo.why) {
    case 'tag':
      return `Its tag ${todo.tags.join(' ')} names ${column}.`;
    case 'flattened':
      return `It stands in a frozen copy of the page of ${column}.`;
    case 'phase-page':
      return `${note} is the page of ${column}.`;
    case 'property':
      return `The phase property of ${note} names ${column}.`;
    case 'heading':
      return `It stands below a heading for ${column}.`;
    case 'folder':
      return `${note} lies in a folder of ${column}.`;
    case 'linked':
      return `A responsibility of ${column} links to ${note}.${also}`;
    case 'overview':
      return `${note} is the overview page or lies in its folder, and nothing names a single phase.`;
    case 'none':
      return `Nothing ties ${note} to a phase: no tag, property, heading, folder or link.`;
  }
}
