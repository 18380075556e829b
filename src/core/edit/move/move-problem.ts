import type { Planning } from '../planning';
import { shortTitle } from '../../index/short-title';
import type { Todo } from '../../index/todo';
import { columnOf, CROSS_PHASE, ELSEWHERE } from '../../phase/columns';
import type { OperationsIndex } from '../../index/operations-index';
import { headingKey } from '../../note/heading-key';
import { noteName } from '../../note/link-text';

/** Whether a todo marks a phase page itself, or its Overview or Responsibilities: the sections that make it one, which are split, not moved. */
export function marksPhasePage({ index }: Pick<Planning, 'index'>, { kind, why, headings }: Todo): boolean {
  if (why !== 'phase-page') return false;
  const { overviewHeading, responsibilitiesHeading } = index.settings;
  const own = headingKey(headings.at(-1) ?? '');
  return (
    kind === 'note' ||
    (kind === 'section' && [overviewHeading, responsibilitiesHeading].some((name) => headingKey(name) === own))
  );
}

/** Whether the todo is a bullet of a phase page's list, which moves with its text; else its mark changes and the text stays. */
export function isPageBullet({ index }: Pick<Planning, 'index'>, { kind, why, headings }: Todo): boolean {
  const name = headingKey(index.settings.responsibilitiesHeading);
  return why === 'phase-page' && kind === 'item' && headings.some((heading) => headingKey(heading) === name);
}

/**
 * Why a todo cannot go to a column, as far as the index alone can say: asked for every card and column while one is dragged. Null when a plan is
 * worth making.
 */
export function moveProblem(index: OperationsIndex, todo: Todo, column: string): string | null {
  const from = columnOf(todo);
  const phase = index.settings.phases.find(({ name }) => name === column);
  if (todo.fromCopy) return `“${shortTitle(todo)}” stands in a frozen copy: rebuild its page first.`;
  if (column === ELSEWHERE) return 'Elsewhere is the rest of the vault: nothing is moved there.';
  if (column !== CROSS_PHASE && !phase) return `There is no phase ${column}.`;
  if (from === column)
    return `“${shortTitle(todo)}” is in ${column} already. Within a column cards stand as the board is sorted.`;
  if (marksPhasePage({ index }, todo))
    return `This is the page of ${from} itself. Split it into bullets, and move those.`;
  if (isPageBullet({ index }, todo)) {
    if (!phase)
      return `A bullet of ${noteName(todo.path)} belongs to ${from}. It can go to another phase, not to none.`;
    if (!index.lifecycle.pages.has(phase.id))
      return `${column} has no page yet that could take the bullet. Make its page first.`;
  }
  return null;
}
