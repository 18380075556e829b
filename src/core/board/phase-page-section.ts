import type { Todo } from '../index/todo';

/** Whether a todo marks a section of a phase page itself: "this page is unfinished". Such a section is not moved between phases. */
export function isPhasePageSection({ kind, why }: Todo): boolean {
  return kind === 'section' && (why === 'phase-page' || why === 'flattened');
}
