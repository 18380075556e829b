import { isoDay } from '../../core/text/iso-day';
import { notesTouched } from '../../core/edit/edit-plan';
import { planSnapshotUpdate } from '../../core/snapshot/plan-snapshots';
import { isRefusal } from '../../core/text/refusal';
import { runPlan, tellError, tellReason, type PlanningContext } from './run-plan';

/** Shows how the snapshots of a note (null: of all) will be, and carries that out; says so when they are up to date. */
export async function updateSnapshots(context: PlanningContext, path: string | null): Promise<void> {
  try {
    const planned = await planSnapshotUpdate(await context.planning(), {
      path,
      today: isoDay(new Date()),
      shown: true,
    });
    if (isRefusal(planned) || notesTouched(planned) > 0) await runPlan(context, planned, 'always');
    else tellReason([`${planned.done}.`, ...planned.remarks].join('\n'));
  } catch (error) {
    tellError(error);
  }
}
