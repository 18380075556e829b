import type { Planned } from '../../core/edit/edit-plan';
import { isPageBullet } from '../../core/edit/move/move-problem';
import { planMove } from '../../core/edit/move/plan-move';
import type { Todo } from '../../core/index/todo';
import { planAndRun, runPlan } from '../plan/run-plan';
import type { ActionContext } from './action-context';

/** Carries a move between columns out. The preview of bullets that change their page can be switched off, in itself and in the settings. */
export function runMove(
  context: ActionContext,
  todos: readonly Todo[],
  planning: Planned | Promise<Planned>,
): Promise<boolean> {
  const { settings } = context.index;
  if (!todos.every((todo) => isPageBullet(context, todo))) return runPlan(context, planning);
  if (!settings.previewBulletMoves) return runPlan(context, planning, 'when-public');
  return runPlan(context, planning, 'when-several', {
    text: 'Show this before a bullet moves to another page',
    off: () => context.changeSettings((now) => ({ ...now, previewBulletMoves: false })),
  });
}

/** Moves todos to a column with the smallest change. */
export const moveTodos = (context: ActionContext, todos: readonly Todo[], column: string): Promise<boolean> =>
  runMove(
    context,
    todos,
    context.planning().then((planning) => planMove(planning, todos, { column, withText: false })),
  );

/** Moves a section's text to the end of a phase page; always shown before. */
export const moveSectionText = (context: ActionContext, todos: readonly Todo[], column: string): Promise<boolean> =>
  planAndRun(context, (planning) => planMove(planning, todos, { column, withText: true }), 'always');
