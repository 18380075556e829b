import { planAdd } from '../../core/edit/add/plan-add';
import { runPlan } from '../plan/run-plan';
import type { ActionDesk } from './action-desk';

/** Adds a bullet to a phase's page; whether it is there. */
export const addResponsibility = (desk: ActionDesk, phase: string, text: string): Promise<boolean> =>
  runPlan(
    desk,
    desk.planning().then((planning) => planAdd(planning, phase, text)),
  );
