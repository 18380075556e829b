import { SHOWS } from '../core/block/board-block';
import { isoDay } from '../core/text/iso-day';
import { notesTouched } from '../core/edit/edit-plan';
import { planSnapshotInsertion, planSnapshotUpdate } from '../core/snapshot/plan-snapshots';
import { isRefusal } from '../core/text/refusal';
import { carryOut, DRY_RUN } from './carry-out';
import type { CliCommand } from './cli-command';
import { isGiven, oneOf } from './parse-flags';
import { noteNamed } from './note-named';
import { readView } from './read-view';

/** `operations-lifecycle:snapshot` */
export const snapshotCommand: CliCommand = {
  action: 'snapshot',
  description: 'Bring the board’s snapshots in notes up to date, or put one at a note’s end',
  flags: {
    path: { value: '<note>', description: 'Only the snapshots in this note; all notes’ when it is not given' },
    query: { value: '<query>', description: 'For a note without a snapshot: which todos a new one shows' },
    view: { value: '<name>', description: 'The same by a saved view’s query' },
    show: { value: SHOWS.join('|'), description: 'And what of them: phases and todos (default), todos, phases' },
    ...DRY_RUN,
  },
  async run(values, { context }) {
    const planning = await context.planning();
    const today = isoDay(new Date());
    const isNew = [values.query, values.view, values.show].some((value) => value !== undefined);
    if (isNew && values.path === undefined)
      throw new Error('path= is missing: query, view and show make a snapshot in a note.');
    const path = values.path === undefined ? null : noteNamed(planning.vault, values.path);
    if (isNew && path !== null) {
      const source = await planning.vault.read(path);
      if (source && source.snapshots.regions.length > 0)
        throw new Error(
          `${path} has a snapshot already. What it shows is said in its first line; leave out query, view and show.`,
        );
      const request = {
        query: readView(planning.index.settings, values).query,
        show: oneOf(values, 'show', SHOWS),
        path,
        offset: null,
        today,
      };
      return carryOut(await planSnapshotInsertion(planning, request), values, context);
    }
    const planned = await planSnapshotUpdate(planning, { path, today, shown: isGiven(values, 'dry-run') });
    return !isRefusal(planned) && notesTouched(planned) === 0
      ? [`${planned.done}.`, ...planned.remarks].join('\n')
      : carryOut(planned, values, context);
  },
};
