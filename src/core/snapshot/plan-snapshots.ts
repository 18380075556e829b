import { BoardBuilder } from '../board/build-board';
import { makePlan, type Planned } from '../edit/edit-plan';
import { planEmbedAt } from '../edit/embed-place';
import { readingOnce, type Planning } from '../edit/planning';
import { refuseNote } from '../edit/refuse-note';
import { lineEndAt } from '../note/line-end';
import { noteName } from '../note/link-text';
import { isInSnapshot, openingLine } from '../note/snapshots';
import { isRefusal, refuse } from '../text/refusal';
import type { NoteEdit } from '../text/text-edit';
import { counted } from '../wording/counted';
import type { SnapshotContext } from './draw-snapshot';
import { mayHoldSnapshot } from './judge-snapshot';
import { readAsked, writeAsked, type SnapshotQuery } from './read-asked';
import { spellBelow, updateNote } from './update-note';

export interface SnapshotUpdateRequest {
  /** The note that is meant; null for all. */
  readonly path: string | null;
  /** ISO. */
  readonly today: string;
  /** Whether somebody sees the plan before it is carried out: without that, words of somebody else in a snapshot refuse it. */
  readonly shown: boolean;
}

/** Plans the snapshots of a note, or of all, as the board is now; a plan without changes when they all are. */
export async function planSnapshotUpdate(
  planning: Planning,
  { path, today, shown }: SnapshotUpdateRequest,
): Promise<Planned> {
  const vault = readingOnce(planning.vault);
  const context: SnapshotContext = { index: planning.index, vault, today, builder: new BoardBuilder() };
  const paths =
    path === null ? [...vault.notes()].filter((one) => mayHoldSnapshot(vault.metadata(one) ?? {})).sort() : [path];
  const changes: NoteEdit[] = [];
  const [remarks, foreign, left] = [new Set<string>(), [] as string[], [] as string[]];
  let found = 0;
  for (const one of paths) {
    const source = await vault.read(one);
    if (!source || (source.snapshots.regions.length === 0 && source.snapshots.unended.length === 0)) continue;
    const problem = refuseNote(source);
    if (problem) {
      left.push(problem.refusal);
      continue;
    }
    const update = await updateNote(source, context, vault);
    found += source.snapshots.regions.length;
    if (update.edits.length > 0) changes.push({ path: one, before: source.text, edits: update.edits });
    for (const remark of update.remarks) remarks.add(paths.length > 1 ? `${noteName(one)}: ${remark}` : remark);
    foreign.push(...update.foreign);
    left.push(...update.left);
  }
  if (foreign.length > 0 && !shown)
    return refuse(
      [
        ...foreign.map(
          (place) => `${place}: somebody has written in this snapshot, and an update would write over it.`,
        ),
        'Move that text out of it, or update it in Obsidian, where a preview shows what goes. Nothing was written.',
      ].join('\n'),
    );
  if (found === 0 || (changes.length === 0 && left.length > 0))
    return refuse(
      left.length > 0
        ? left.join('\n')
        : `There is no snapshot in ${path === null ? 'this vault' : noteName(path)}. “Insert snapshot…” makes one.`,
    );
  const snapshots = changes.reduce((sum, { edits }) => sum + edits.length, 0);
  return makePlan({
    done:
      snapshots === 0
        ? `${found === 1 ? 'The snapshot is' : `All ${found} snapshots are`} up to date`
        : `Updated ${counted(snapshots, 'snapshot')} in ${counted(changes.length, 'note')}`,
    changes,
    remarks: [
      ...foreign.map((place) => `${place}: what somebody has written in this snapshot goes.`),
      ...left.map((one) => `Left as it is: ${one}`),
      ...remarks,
    ],
  });
}

export interface SnapshotInsertionRequest extends SnapshotQuery {
  readonly path: string;
  /** UTF-16 offset; null for the note's end. */
  readonly offset: number | null;
  /** ISO. */
  readonly today: string;
}

/** Plans a new snapshot in a note, on lines of its own. */
export async function planSnapshotInsertion(
  planning: Planning,
  { path, offset, today, ...asked }: SnapshotInsertionRequest,
): Promise<Planned> {
  const vault = readingOnce(planning.vault);
  const source = await vault.read(path);
  if (!source) return refuse(`${path} is not there any more.`);
  const { text, snapshots, bodyStart } = source;
  const problem = refuseNote(source);
  const line = writeAsked(asked);
  const read = readAsked(line);
  if (problem) return problem;
  if (isRefusal(read)) return read;
  // Behind the last words: a last line end stays the last.
  const last = text.trimEnd().length;
  const at = offset ?? (last > bodyStart ? last : text.length);
  if (isInSnapshot(snapshots, at)) return refuse('There is a snapshot here already. Put the cursor below it.');
  const context: SnapshotContext = { index: planning.index, vault, today, builder: new BoardBuilder() };
  const below = await spellBelow(read, path, context, vault);
  const edit = planEmbedAt(source, at, [openingLine(line), ...below.lines].join(lineEndAt(text, at)), 'snapshot');
  return isRefusal(edit)
    ? edit
    : makePlan({ done: `Added a snapshot to ${noteName(path)}`, changes: [edit], remarks: below.remarks });
}
