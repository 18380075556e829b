import { phaseNamed, phaseOfPageName, nameKey } from '../phase/phase-names';
import type { PhaseSetting } from '../settings/settings';
import { isClosed } from '../todo/found-todo';
import type { OperationsIndex } from './operations-index';
import { columnOf, CROSS_PHASE, ELSEWHERE, type Todo } from './todo';

export interface TodoFilter {
  /** `board`: the phases and Cross-phase; `vault`: Elsewhere too. */
  readonly scope: 'board' | 'vault';
  /** A column's name (`columnNamed`), or null for all. */
  readonly column: string | null;
  /** Whether closed todos are listed as well. */
  readonly done: boolean;
}

/** The board's columns in order, Elsewhere last. */
export function columnNames(phases: readonly PhaseSetting[]): string[] {
  return [...phases.map(({ name }) => name), CROSS_PHASE, ELSEWHERE];
}

/** The column that a text names: a phase's name, title, alias, id or page name, `Cross-phase` or `Elsewhere`; null when none. */
export function columnNamed(phases: readonly PhaseSetting[], text: string): string | null {
  const own = [CROSS_PHASE, ELSEWHERE].find((name) => nameKey(name) === nameKey(text));
  const titled = phases.find(({ title }) => nameKey(title) === nameKey(text));
  return own ?? (phaseNamed(phases, text) ?? titled ?? phaseOfPageName(phases, text)?.phase)?.name ?? null;
}

/** Strings by UTF-16 code unit: the same order on every machine and in every language. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By path, then by line. */
export const inPlace = (a: Todo, b: Todo): number =>
  byCodeUnit(a.path, b.path) || a.line - b.line || a.offset - b.offset;

/** The todos that the filter lets through: by column in the board's order, then by path, then by line. */
export function listTodos(index: OperationsIndex, { scope, column, done }: TodoFilter): Todo[] {
  const columns = columnNames(index.settings.phases);
  const rank = (todo: Todo): number => columns.indexOf(columnOf(todo));
  return [...index.todos()]
    .filter((todo) => done || !isClosed(todo))
    .filter((todo) => scope === 'vault' || columnOf(todo) !== ELSEWHERE)
    .filter((todo) => column === null || columnOf(todo) === column)
    .sort((a, b) => rank(a) - rank(b) || inPlace(a, b));
}
