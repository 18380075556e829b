import type { OperationsIndex, VaultView } from '../index/operations-index';
import type { Todo } from '../index/todo';
import { isClosed } from '../todo/found-todo';
import type { PhaseFigures } from './progress-history';
import { listResponsibilities, type ResponsibilityState } from './responsibilities';

/** What a phase's page says of its responsibilities. */
export interface PageSummary {
  readonly name: string;
  readonly title: string;
  /** The phase page's path, or null. */
  readonly page: string | null;
  readonly responsibilities: number;
  /** Responsibilities with an owner: one role on the bullet, or the owner of the note it links to. */
  readonly owned: number;
  /** Responsibilities that nothing open marks. */
  readonly finished: number;
}

/** The same, and what is open in the phase. */
export interface PhaseSummary extends PageSummary {
  readonly open: number;
  /** Open todos that mark an empty section. */
  readonly stubs: number;
}

/** A phase's responsibilities, and what its summary counts of them. */
export interface PageProgress {
  readonly summary: PageSummary;
  readonly responsibilities: readonly ResponsibilityState[];
}

/** A phase with all that its summary counts. */
export interface PhaseProgress extends PageProgress {
  readonly summary: PhaseSummary;
  /** Open todos in the phase. */
  readonly todos: readonly Todo[];
}

export const isFinished = ({ open }: ResponsibilityState): boolean => open.length === 0;

/** How far each phase's responsibilities are, in the phases' order; costs what their pages hold, however many todos the vault has. */
export function pageProgress(index: OperationsIndex, vault: VaultView): PageProgress[] {
  const { phases, pages } = index.lifecycle;
  return phases.map(({ id, name, title }) => {
    const page = pages.get(id) ?? null;
    const responsibilities = page === null ? [] : listResponsibilities(index, vault, page);
    const summary: PageSummary = {
      name,
      title,
      page,
      responsibilities: responsibilities.length,
      owned: responsibilities.filter(({ owner }) => owner !== null).length,
      finished: responsibilities.filter(isFinished).length,
    };
    return { summary, responsibilities };
  });
}

/** How far each phase is, with its open todos, in the phases' order. */
export function phaseProgress(index: OperationsIndex, vault: VaultView): PhaseProgress[] {
  const { phases } = index.lifecycle;
  const openIn = new Map<string, Todo[]>(phases.map(({ id }) => [id, []]));
  for (const todo of index.todos()) if (todo.phase && !isClosed(todo)) openIn.get(todo.phase.id)?.push(todo);
  return pageProgress(index, vault).map(({ summary, responsibilities }, at) => {
    const todos = openIn.get(phases[at]?.id ?? '') ?? [];
    const stubs = todos.filter(({ stub }) => stub).length;
    return { summary: { ...summary, open: todos.length, stubs }, responsibilities, todos };
  });
}

/** What of that is recorded. */
export function phaseFigures(index: OperationsIndex, vault: VaultView): PhaseFigures {
  const { phases } = index.lifecycle;
  return new Map(
    pageProgress(index, vault).map(({ summary: { finished, responsibilities } }, at) => [
      phases[at]?.id ?? '',
      { finished, open: responsibilities - finished },
    ]),
  );
}
