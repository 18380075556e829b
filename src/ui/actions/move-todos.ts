import type { Planned } from '../../core/edit/edit-plan';
import { isPageBullet } from '../../core/edit/move/move-problem';
import { planMove } from '../../core/edit/move/plan-move';
import type { Todo } from '../../core/index/todo';
import { runPlan } from '../plan/run-plan';
import type { ActionDesk } from './action-desk';

/** Carries a move between columns out. The preview of bullets that change their page can be switched off, in itself and in the settings. */
export function runMove(
  desk: ActionDesk,
  todos: readonly Todo[],
  planning: Planned | Promise<Planned>,
): Promise<boolean> {
  const { settings } = desk.index;
  if (!todos.every((todo) => isPageBullet(desk, todo))) return runPlan(desk, planning);
  if (!settings.previewBulletMoves) return runPlan(desk, planning, 'done');
  return runPlan(desk, planning, 'when-several', {
    text: 'Show this before a bullet moves to another page',
    off: () => desk.changeSettings((now) => ({ ...now, previewBulletMoves: false })),
  });
}

/** Moves todos to a column with the smallest change. */
export const moveTodos = (desk: ActionDesk, todos: readonly Todo[], column: string): Promise<boolean> =>
  runMove(
    desk,
    todos,
    desk.planning().then((planning) => planMove(planning, todos, { column, withText: false })),
  );

/** Moves a section's text to the end of a phase page; always shown before. */
export const moveSectionText = (desk: ActionDesk, todos: readonly Todo[], column: string): Promise<boolean> =>
  runPlan(
    desk,
    desk.planning().then((planning) => planMove(planning, todos, { column, withText: true })),
    'always',
  );
