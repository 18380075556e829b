import type { OperationsIndex } from '../core/index/operations-index';
import type { Todo } from '../core/index/todo';
import { columnOf } from '../core/phase/columns';

/** A todo as `operations-lifecycle:todos format=json` prints it. */
export interface TodoRecord {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly kind: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly excerpt: string;
  readonly tag: string;
  readonly state: string | null;
  readonly status: string | null;
  readonly due: string | null;
  readonly owner: string | null;
  readonly stub: boolean;
  readonly phase: string | null;
  readonly column: string;
  readonly why: string;
  readonly also: readonly string[];
  readonly shownIn: readonly string[];
}

export function toTodoRecord(todo: Todo, index: OperationsIndex): TodoRecord {
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
