import { withPublicRemarks } from '../../edit/public-remarks';
import { isRefusal, makePlan, refuse, type TextEdit } from '../../edit/edit-plan';
import { withPlannedChanges } from '../../edit/with-planned-changes';
import { noteName } from '../../note/link-text';
import { withPlannedNotes } from '../../edit/planned-notes';
import { refuseField, type Drafted, type Drafting } from '../drafting';
import { embedsItself } from '../embeds-itself';
import { mergeEdits } from '../../edit/merge-edits';
import { phaseOfNewNote } from '../judge-new-note';
import { findPieces } from './find-pieces';
import { leaveBehind } from './leave-behind';
import { otherPhases } from './other-phases';
import { phaseOf, turnPiece, type Turned } from './turn-piece';
import type { TurnRequest } from './turn-request';

/** Plans that bullets or sections become responsibility notes: text, children and todo move, something stays, links to what moved follow. */
export async function planTurnIntoNotes(drafting: Drafting, request: TurnRequest): Promise<Drafted> {
  const { index, vault } = drafting;
  const found = await findPieces(drafting, request);
  if (isRefusal(found)) return found;
  const { source, pieces } = found;
  if (pieces.length === 0) return refuse('Put the cursor on a bullet or in a section first.');
  const turned: Turned[] = [];
  for (const [at, piece] of pieces.entries()) {
    const one = await turnPiece(
      drafting,
      source,
      piece,
      request,
      request.titles[at] ?? null,
      turned.map(({ note }) => note),
    );
    if (isRefusal(one)) return { ...one, at };
    turned.push(one);
  }
  const notes = turned.map(({ note }) => note);
  const planned = withPlannedNotes(vault, notes);
  const edits: TextEdit[] = [];
  for (const one of turned) {
    const left = await leaveBehind(drafting, source, one, request.leave, planned);
    if (isRefusal(left)) return left;
    edits.push(...left);
  }
  const changes = mergeEdits([
    { path: source.path, before: source.text, edits },
    ...turned.flatMap(({ note, follows }) => [...note.changes, ...follows]),
  ]);
  if (isRefusal(changes)) return changes;
  const after = withPlannedChanges(vault, notes, changes);
  for (const { note, piece } of turned) {
    const circle = embedsItself(after, note.path);
    if (circle)
      return refuse(`“${noteName(note.path)}” would show itself: ${circle.join(' shows ')}. Leave a link instead.`);
    const phase = phaseOf(drafting, source, piece);
    const judged = phaseOfNewNote(index, after, note.path, phase);
    if (phase && judged !== phase.id)
      return refuseField('template', `By its template “${noteName(note.path)}” would not belong to ${phase.name}.`);
  }
  const [first] = notes;
  const plan = makePlan({
    done:
      notes.length === 1
        ? `Turned “${noteName(first?.path ?? '')}” into a note`
        : `Turned ${notes.length} responsibilities into notes`,
    creates: notes.map(({ path, text }) => ({ path, text })),
    changes,
    remarks: [...new Set([...(await otherPhases(drafting, changes)), ...turned.flatMap(({ remarks }) => remarks)])],
  });
  return {
    ...withPublicRemarks(plan, vault),
    opens: { path: first?.path ?? source.path, cursor: first?.cursor ?? null },
  };
}
