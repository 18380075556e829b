import { planAdd } from '../../core/edit/actions/plan-add';
import type { ActionContext } from './action-context';
import { planAndRun } from './plan-and-run';

/** Adds a bullet to a phase's page; whether it is there. */
export const addResponsibility = (context: ActionContext, phase: string, text: string): Promise<boolean> =>
  planAndRun(context, (planning) => planAdd(planning, phase, text));
