import type { OperationsIndex, VaultView } from '../index/operations-index';
import type { Todo } from '../index/todo';
import { isClosed } from '../todo/found-todo';
import type { PhaseFigures } from './progress-history';
import { listResponsibilities, type ResponsibilityState } from './responsibilities';

/** What a column's header says of its phase. */
export interface PhaseSummary {
  readonly name: string;
  readonly title: string;
  /** The phase page's path, or null. */
  readonly page: string | null;
  /** Open todos in the phase. */
  readonly open: number;
  /** Those of them that mark an empty section. */
  readonly stubs: number;
  readonly responsibilities: number;
  /** Responsibilities with an owner: one role on the bullet, or the owner of the note it links to. */
  readonly owned: number;
  /** Responsibilities that nothing open marks. */
  readonly finished: number;
}

/** A phase with all that its summary counts. */
export interface PhaseProgress {
  readonly summary: PhaseSummary;
  readonly responsibilities: readonly ResponsibilityState[];
  /** Open todos in the phase. */
  readonly todos: readonly Todo[];
}

export const isFinished = ({ open }: ResponsibilityState): boolean => open.length === 0;

/** How far each phase is, in the phases' order. */
export function phaseProgress(index: OperationsIndex, vault: VaultView): PhaseProgress[] {
  const { phases, pages } = index.lifecycle;
  const openIn = new Map<string, Todo[]>(phases.map(({ id }) => [id, []]));
  for (const todo of index.todos()) if (todo.phase && !isClosed(todo)) openIn.get(todo.phase.id)?.push(todo);
  return phases.map(({ id, name, title }) => {
    const page = pages.get(id) ?? null;
    const todos = openIn.get(id) ?? [];
    const responsibilities = page === null ? [] : listResponsibilities(index, vault, page);
    const summary: PhaseSummary = {
      name,
      title,
      page,
      open: todos.length,
      stubs: todos.filter(({ stub }) => stub).length,
      responsibilities: responsibilities.length,
      owned: responsibilities.filter(({ owner }) => owner !== null).length,
      finished: responsibilities.filter(isFinished).length,
    };
    return { summary, responsibilities, todos };
  });
}

/** What of that is recorded. */
export function phaseFigures(index: OperationsIndex, vault: VaultView): PhaseFigures {
  const { phases } = index.lifecycle;
  return new Map(
    phaseProgress(index, vault).map(({ summary: { finished, responsibilities } }, at) => [
      phases[at]?.id ?? '',
      { finished, open: responsibilities - finished },
    ]),
  );
}
