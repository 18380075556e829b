import { newRolePath, planWithRoles } from '../../core/edit/actions/new-role';
import { planResponsibilityOwner } from '../../core/edit/actions/plan-responsibility-owner';
import { listRoles } from '../../core/index/list-roles';
import type { Missing } from '../../core/progress/readiness';
import { chooseOwner } from '../dialog/choose-owner';
import { runPlan } from '../plan/run-plan';
import type { ActionContext } from './action-context';

/** Asks who shall own a responsibility that has no owner, and writes it; whether it was written. */
export async function setResponsibilityOwner(
  context: ActionContext,
  { path, line, text: title }: Missing,
): Promise<boolean> {
  const chosen = await chooseOwner(context.app, {
    subject: `“${title}”`,
    roles: listRoles(context.index, context.vault),
    canClear: false,
    newRolePath: (name) => newRolePath(context, name),
  });
  if (chosen === null || path === null || line === null) return false;
  const role = 'newRole' in chosen ? newRolePath(context, chosen.newRole) : chosen.path;
  if (role === null) return false;
  const plan = context
    .planning()
    .then((planning) =>
      planWithRoles(planning, [role], (seen) => planResponsibilityOwner(seen, { path, line, title }, role)),
    );
  return runPlan(context, plan);
}
