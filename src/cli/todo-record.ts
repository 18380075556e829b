import type { OperationsIndex } from '../core/index/operations-index';
import type { Todo } from '../core/index/todo';
import { columnOf } from '../core/phase/columns';

/** A todo as `operations-lifecycle:todos format=json` prints it; its line 1-based. */
export function toTodoRecord(todo: Todo, index: OperationsIndex) {
  const { path, line, kind, title, headings, excerpt, tags, state, status, due, owner, stub, phase, why, also } = todo;
  return {
    path,
    line: line + 1,
    kind,
    title,
    headings,
    excerpt,
    tag: tags[0] ?? '',
    state,
    status,
    due,
    owner,
    stub,
    phase: phase?.name ?? null,
    column: columnOf(todo),
    why,
    also: also.map(({ name }) => name),
    shownIn: index.shownIn(todo),
  };
}

export type TodoRecord = ReturnType<typeof toTodoRecord>;
