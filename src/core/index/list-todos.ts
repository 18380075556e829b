import { phaseNamed, phaseOfPageName, nameKey } from '../phase/phase-names';
import type { PhaseSetting } from '../settings/settings';
import { isClosed } from '../todo/found-todo';
import type { OperationsIndex } from './operations-index';
import type { Todo } from './todo';
import { columnOf, CROSS_PHASE, ELSEWHERE } from '../phase/phase-rules';

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

/** The todos of the vault, closed ones too if they are asked for: by column in the board's order, then by path, then by line. */
export function listTodos(index: OperationsIndex, withClosed = false): Todo[] {
  const byColumn = new Map(columnNames(index.settings.phases).map((name): [string, Todo[]] => [name, []]));
  for (const todo of index.todos()) if (withClosed || !isClosed(todo)) byColumn.get(columnOf(todo))?.push(todo);
  return [...byColumn.values()].flatMap((todos) => todos.sort(inPlace));
}
