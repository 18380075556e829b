import { isClosed } from '../../todo/todo';
import type { Rule } from '../court';
import { isCommented } from '../is-commented';
import { locAt } from '../loc-at';

export const publicTodo: Rule = {
  id: 'public-todo',
  looksAt: 'text',
  severity: 'info',
  title: 'Todo that the site shows',
  onSite: true,
  *judge({ path, isPublished, source }, court) {
    if (!isPublished || !source) return;
    for (const todo of court.todosOf(path)) {
      // A tag in the properties is not in the text.
      const isInText = todo.offset >= source.bodyStart && source.text.startsWith('#', todo.offset);
      if (isClosed(todo) || !isInText || isCommented(source, todo.offset)) continue;
      // A tag in a heading is part of the links to it, and a frozen copy is not ours to write.
      const canHide = todo.copy === null && source.sectionAt(todo.offset)?.type !== 'heading';
      const message = `The site shows ${todo.tags[0] ?? 'the todo'} of “${todo.title}”. Expected it in a comment: %% ${todo.tags[0] ?? ''} %%.`;
      yield { at: locAt(source.text, todo.offset), link: '', message, fix: canHide ? { kind: 'hide', todo } : null };
    }
  },
};
