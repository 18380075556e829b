import type { Planning } from '../edit/planning';
import { isPublished } from '../note/is-published';
import { lineEndAt } from '../note/line-end';
import { placeLabel } from '../note/loc-at';
import type { NoteSource } from '../note/note-source';
import { closingLine } from '../note/snapshots';
import { lineAt } from '../note/text-line';
import { isRefusal } from '../text/refusal';
import type { TextEdit } from '../text/text-edit';
import { drawSnapshot, type SnapshotContext } from './draw-snapshot';
import { judgeSnapshot, NO_END } from './judge-snapshot';
import { spellLines } from './spell-lines';
import { readAsked, type SnapshotQuery } from './read-asked';
import { digestOf, visibleText } from './visible-text';

/** The lines below a snapshot's opening one, the closing one included. */
export async function spellBelow(
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
    if (isRefusal(asked)) left.push(`${placeLabel(source, start)}: ${asked.refusal}`);
    if (isRefusal(asked)) continue;
    const below = await spellBelow(asked, path, context, vault);
    const insert = below.lines
      .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
      .join(lineEndAt(text, start));
    if (insert === text.slice(contentStart, end)) continue;
    edits.push({ start: contentStart, end, insert, guards: [lineAt(text, start)] });
    for (const remark of below.remarks) remarks.add(remark);
    if (state === 'foreign') foreign.push(placeLabel(source, start));
  }
  if (!only) for (const { start } of snapshots.unended) left.push(`${placeLabel(source, start)}: ${NO_END}`);
  return { edits, remarks: [...remarks], foreign, left };
}
