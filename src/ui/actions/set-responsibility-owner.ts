import { newRolePath, planWithRoles } from '../../core/edit/actions/new-role';
import { planResponsibilityOwner } from '../../core/edit/actions/plan-responsibility-owner';
import { listRoles } from '../../core/index/list-roles';
import type { Missing } from '../../core/progress/readiness';
import { chooseOwner } from '../dialog/choose-owner';
import type { ActionContext } from './action-context';
import { planAndRun } from '../plan/run-plan';

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
  return planAndRun(context, (planning) =>
    planWithRoles(planning, [role], (seen) => planResponsibilityOwner(seen, { path, line, title }, role)),
  );
}
