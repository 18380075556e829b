import { newRolePath, planWithRoles } from '../../core/edit/actions/new-role';
import type { Planned } from '../../core/edit/edit-plan';
import { isRefusal } from '../../core/text/refusal';
import { withPublicRemarks } from '../../core/edit/public-remarks';
import { locateTodo } from '../../core/edit/locate-todo';
import { listBullets } from '../../core/edit/split/list-bullets';
import { planSplit } from '../../core/edit/split/plan-split';
import { listRoles } from '../../core/index/list-roles';
import { shortTitle } from '../../core/index/short-title';
import type { Todo } from '../../core/index/todo';
import { columnOf } from '../../core/phase/columns';
import { phaseProgress } from '../../core/progress/phase-progress';
import { noteName } from '../../core/note/link-text';
import { OwnerFields } from '../dialog/owner-fields';
import { splitByUser } from '../dialog/split-modal';
import { tellDone, tellError, tellReason } from '../plan/run-plan';
import type { ActionContext } from './action-context';

/** Whether there is something to split into. */
export const canSplit = ({ kind, bullets, fromCopy }: Todo): boolean => kind === 'section' && bullets > 0 && !fromCopy;

/** What the head of the todo's column says now: `Day 0: 12 open, 4 of 6 done`; null where no phase is counted. */
function phaseCounts({ index, vault }: ActionContext, { phase }: Todo): string | null {
  const summary = phaseProgress(index, vault).find(({ summary: { name } }) => name === phase?.name)?.summary;
  return summary
    ? `${summary.name}: ${summary.open} open, ${summary.finished} of ${summary.responsibilities} done`
    : null;
}

/** Asks which bullets of a section are unfinished, and whose they are, and writes it. */
export async function splitTodo(context: ActionContext, todo: Todo): Promise<boolean> {
  try {
    const planning = await context.planning();
    const located = await locateTodo(planning, todo);
    if (isRefusal(located)) {
      tellReason(located.refusal);
      return false;
    }
    const bullets = listBullets(planning, located);
    if (bullets.length === 0) {
      tellReason(`“${shortTitle(todo)}” has no bullets to split into.`);
      return false;
    }
    const owners = new OwnerFields(context.app, listRoles(planning.index, planning.vault), (name) =>
      newRolePath(context, name),
    );
    const plan = await splitByUser(context.app, {
      subject: `${columnOf(todo)} · ${[noteName(todo.path), ...todo.headings].join(' › ')}`,
      bullets: bullets.map(({ text, isMarked, isClosed, owner }) => ({ text, isMarked, isClosed, owner })),
      owners,
      plan: async ({ bullets: chosen, keep }) =>
        withPublicRemarks(
          await planWithRoles(
            await context.planning(),
            owners.made(chosen.map(({ owner }) => owner)),
            (now): Promise<Planned> =>
              planSplit(now, todo, {
                bullets: chosen.map(({ at, owner }) => ({ at, owner, text: bullets[at]?.text ?? '' })),
                keep,
              }),
          ),
          context.vault,
        ),
    });
    if (plan === null) return false;
    const step = await context.apply(plan);
    tellDone(context, { ...plan, done: phaseCounts(context, todo) ?? plan.done }, step);
    return true;
  } catch (error) {
    tellError(error);
    return false;
  }
}
