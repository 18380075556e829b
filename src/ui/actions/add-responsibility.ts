import { planAdd } from '../../core/edit/actions/plan-add';
import { runPlan } from '../plan/run-plan';
import type { ActionContext } from './action-context';

/** Adds a bullet to a phase's page; whether it is there. */
export const addResponsibility = (context: ActionContext, phase: string, text: string): Promise<boolean> =>
  runPlan(
    context,
    context.planning().then((planning) => planAdd(planning, phase, text)),
  );
