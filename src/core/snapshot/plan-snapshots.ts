import { BoardBuilder } from '../board/build-board';
import { planEmbedAt } from '../edit/embed-place';
import { makePlan, type Planned } from '../edit/edit-plan';
import type { Planning } from '../edit/planning';
import { readingOnce } from '../edit/reading-once';
import { refuseNote } from '../edit/refuse-note';
import { isPublished } from '../note/is-published';
import { lineEndAt } from '../note/line-end';
import { noteName } from '../note/link-text';
import { locAt } from '../note/loc-at';
import type { NoteSource } from '../note/note-source';
import { closingLine, isInSnapshot, openingLine, type Snapshot } from '../note/snapshots';
import { lineAt } from '../note/text-line';
import { isRefusal, refuse, type Refusal } from '../text/refusal';
import type { NoteEdit, TextEdit } from '../text/text-edit';
import { counted } from '../wording/counted';
import { drawSnapshot, type SnapshotContext } from './draw-snapshot';
import { plain, spellLines } from './pieces';
import { readAsked, writeAsked, type SnapshotQuery } from './read-asked';
import { digestOf, visibleText } from './visible-text';

/** Where something is told of: `Status, line 12`. */
export const placeOf = ({ path, text }: NoteSource, offset: number): string =>
  `${noteName(path)}, line ${locAt(text, offset).line + 1}`;

export const NO_END = 'this snapshot has no end. Expected a line %% phase-board end %% behind what belongs to it.';

/** What a snapshot is to its note: as it should be, out of date, or with words in it that are not the plugin's; or why it cannot be drawn. */
export type SnapshotState = 'current' | 'stale' | 'foreign';

/** Looks at a snapshot without writing any link. */
export function judgeSnapshot(
  { path, text }: NoteSource,
  snapshot: Snapshot,
  context: SnapshotContext,
): SnapshotState | Refusal {
  const asked = readAsked(snapshot.asked);
  if (isRefusal(asked)) return asked;
  const { lines } = drawSnapshot(asked, path, context);
  const wanted = lines.map((line) =>
    line.map((piece) => (typeof piece === 'string' ? piece : plain(piece.text))).join(''),
  );
  const written = visibleText(text.slice(snapshot.contentStart, snapshot.contentEnd));
  if (written === visibleText(wanted.join('\n'))) return 'current';
  return written === '' || digestOf(written) === snapshot.digest ? 'stale' : 'foreign';
}

/** The lines below a snapshot's opening one, the closing one included. */
async function spellBelow(
  asked: SnapshotQuery,
  path: string,
  context: SnapshotContext,
  vault: Planning['vault'],
): Promise<{ readonly lines: readonly string[]; readonly remarks: readonly string[] }> {
  const { lines, remarks } = drawSnapshot(asked, path, context);
  const spelled = await spellLines(lines, { source: path, published: isPublished(vault.metadata(path)) }, vault);
  return { lines: ['', ...spelled, '', closingLine(digestOf(visibleText(spelled.join('\n'))))], remarks };
}

/** What updating a note's snapshots comes to. */
export interface NoteUpdate {
  readonly edits: readonly TextEdit[];
  readonly remarks: readonly string[];
  /** Places at which the edits take away what somebody else has written. */
  readonly foreign: readonly string[];
  /** Why a snapshot stays as it is. */
  readonly left: readonly string[];
}

/** Draws a note's snapshots anew; those that begin at the given UTF-16 offsets, or all. */
export async function updateNote(
  source: NoteSource,
  context: SnapshotContext,
  vault: Planning['vault'],
  only: ReadonlySet<number> | null = null,
): Promise<NoteUpdate> {
  const { path, text, snapshots } = source;
  const edits: TextEdit[] = [];
  const [remarks, foreign, left] = [new Set<string>(), [] as string[], [] as string[]];
  for (const snapshot of snapshots.regions) {
    const { start, end, contentStart, prefix } = snapshot;
    if (only && !only.has(start)) continue;
    const [asked, state] = [readAsked(snapshot.asked), judgeSnapshot(source, snapshot, context)];
    if (isRefusal(asked)) left.push(`${placeOf(source, start)}: ${asked.refusal}`);
    if (isRefusal(asked)) continue;
    const below = await spellBelow(asked, path, context, vault);
    const insert = below.lines
      .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
      .join(lineEndAt(text, start));
    if (insert === text.slice(contentStart, end)) continue;
    edits.push({ start: contentStart, end, insert, guards: [lineAt(text, start)] });
    for (const remark of below.remarks) remarks.add(remark);
    if (state === 'foreign') foreign.push(placeOf(source, start));
  }
  if (!only) for (const { start } of snapshots.unended) left.push(`${placeOf(source, start)}: ${NO_END}`);
  return { edits, remarks: [...remarks], foreign, left };
}

/** Whether metadata can be those of a note that holds a snapshot; one in a bullet they do not tell of. */
export const mayHoldSnapshot = ({ sections = [] }: Pick<NoteSource['metadata'], 'sections'>): boolean =>
  sections.some(({ type }) => type === 'comment' || type === 'callout' || type === 'blockquote');

export interface UpdateWish {
  /** The note that is meant; null for all. */
  readonly path: string | null;
  /** ISO. */
  readonly today: string;
  /** Whether somebody sees the plan before it is carried out: without that, words of somebody else in a snapshot refuse it. */
  readonly shown: boolean;
}

/** Plans the snapshots of a note, or of all, as the board is now; a plan without changes when they all are. */
export async function planSnapshotUpdate(planning: Planning, { path, today, shown }: UpdateWish): Promise<Planned> {
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

export interface InsertionWish extends SnapshotQuery {
  readonly path: string;
  /** UTF-16 offset; null for the note's end. */
  readonly offset: number | null;
  /** ISO. */
  readonly today: string;
}

/** Plans a new snapshot in a note, on lines of its own. */
export async function planSnapshotInsertion(
  planning: Planning,
  { path, offset, today, ...asked }: InsertionWish,
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
