import { isRefusal } from '../../core/text/refusal';
import { withPublicRemarks } from '../../core/edit/public-remarks';
import { locateTodo } from '../../core/edit/locate-todo';
import { listBullets } from '../../core/edit/split/list-bullets';
import { planSplit } from '../../core/edit/split/plan-split';
import { listRoles } from '../../core/index/list-roles';
import { shortTitle } from '../../core/index/short-title';
import { columnOf, type Todo } from '../../core/index/todo';
import { noteName } from '../../core/note/link-text';
import { splitByUser } from '../dialog/split-modal';
import { runPlan, tellReason } from '../plan/run-plan';
import type { ActionContext } from './action-context';
import { reasonOf } from '../../core/wording/reason-of';

/** Whether there is something to split into. */
export const canSplit = ({ kind, bullets, fromCopy }: Todo): boolean => kind === 'section' && bullets > 0 && !fromCopy;

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
    const plan = await splitByUser(context.app, {
      subject: `${columnOf(todo)} · ${[noteName(todo.path), ...todo.headings].join(' › ')}`,
      bullets: bullets.map(({ text, isMarked, isClosed, owner }) => ({ text, isMarked, isClosed, owner })),
      roles: listRoles(planning.index, planning.vault),
      plan: async ({ bullets: chosen, keep }) =>
        withPublicRemarks(
          await planSplit(await context.planning(), todo, {
            bullets: chosen.map(({ at, owner }) => ({ at, owner, text: bullets[at]?.text ?? '' })),
            keep,
          }),
          context.vault,
        ),
    });
    return plan !== null && (await runPlan(context, plan, 'done'));
  } catch (error) {
    tellReason(reasonOf(error));
    return false;
  }
}
