import type { Planned } from '../../core/edit/edit-plan';
import type { Planning } from '../../core/edit/planning';
import { runPlan, type PreviewMode } from '../plan/run-plan';
import type { ActionContext } from './action-context';

/** Plans by the vault as it is now, and carries that out as `runPlan` does; whether it was applied. */
export const planAndRun = (
  context: ActionContext,
  plan: (planning: Planning) => Planned | Promise<Planned>,
  preview?: PreviewMode,
): Promise<boolean> => runPlan(context, context.planning().then(plan), preview);
