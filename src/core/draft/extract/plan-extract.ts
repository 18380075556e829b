import { compareTodos } from '../../edit/compare-todos';
import { isRefusal, refuse } from '../../text/refusal';
import type { NoteEdit, TextEdit } from '../../text/text-edit';
import { columnOf } from '../../phase/columns';
import { noteName } from '../../note/link-text';
import { vaultAfter } from '../../edit/vault-after';
import { makeDraft, refuseField, type Drafted, type Drafting } from '../drafting';
import { asMade } from '../fill-note';
import { mergeEdits } from '../../edit/apply-edits';
import { embedsItself, phaseOfNewNote } from '../judge-new-note';
import { findExtracts } from './find-extracts';
import { planReplacement } from './plan-replacement';
import { phaseOf, extractNote, type Extracted } from './extract-note';
import type { ExtractRequest } from './extract';

/** Plans that bullets or sections become responsibility notes: text, children and todo move, something stays, links to what moved follow. */
export async function planExtract(drafting: Drafting, request: ExtractRequest): Promise<Drafted> {
  const { index, vault } = drafting;
  const found = await findExtracts(drafting, request);
  if (isRefusal(found)) return found;
  const { source, extracts } = found;
  if (extracts.length === 0) return refuse('Put the cursor on a bullet or in a section first.');
  const extracted: Extracted[] = [];
  for (const [at, extract] of extracts.entries()) {
    const one = await extractNote(
      drafting,
      source,
      extract,
      request,
      request.titles[at] ?? null,
      extracted.map(({ note }) => note),
    );
    if (isRefusal(one)) return { ...one, at };
    extracted.push(one);
  }
  const notes = extracted.map(({ note }) => note);
  const planned = vaultAfter(vault, notes);
  const edits: TextEdit[] = [];
  for (const one of extracted) {
    const left = await planReplacement(drafting, source, one, request.leave, planned);
    if (isRefusal(left)) return left;
    edits.push(...left);
  }
  const changes = mergeEdits([
    { path: source.path, before: source.text, edits },
    ...extracted.flatMap(({ note, follows }) => [...note.changes, ...follows]),
  ]);
  if (isRefusal(changes)) return changes;
  const after = vaultAfter(vault, notes, changes);
  for (const { note, extract } of extracted) {
    const circle = embedsItself(after, note.path);
    if (circle)
      return refuse(`“${noteName(note.path)}” would show itself: ${circle.join(' shows ')}. Leave a link instead.`);
    const phase = phaseOf(drafting, source, extract);
    const judged = phaseOfNewNote(index, after, note.path, phase);
    if (phase && judged !== phase.id)
      return refuseField('template', `By its template “${noteName(note.path)}” would not belong to ${phase.name}.`);
  }
  const [first] = notes;
  return makeDraft(
    {
      done:
        notes.length === 1
          ? `Turned “${noteName(first?.path ?? '')}” into a note`
          : `Turned ${notes.length} responsibilities into notes`,
      creates: asMade(notes),
      changes,
      remarks: [
        ...new Set([...(await otherPhases(drafting, changes)), ...extracted.flatMap(({ remarks }) => remarks)]),
      ],
    },
    first?.path ?? source.path,
    first?.cursor ?? null,
  );
}

/**
 * Sentences that name the todos of notes which the changes do not touch, and which change their column all the same: a bullet's first
 * link makes the note that it leads to the phase's, and that link may go, or come second.
 */
async function otherPhases(drafting: Drafting, changes: readonly NoteEdit[]): Promise<string[]> {
  const { before, after } = await compareTodos(drafting, changes);
  const touched = new Set(changes.map(({ path }) => path));
  return before.flatMap((todo) => {
    const then = touched.has(todo.path)
      ? undefined
      : after.find(({ path, offset }) => path === todo.path && offset === todo.offset);
    return then === undefined || columnOf(then) === columnOf(todo)
      ? []
      : [`“${todo.title}” in ${noteName(todo.path)} is then in ${columnOf(then)} instead of ${columnOf(todo)}`];
  });
}
