import { ProgramError } from '../wording/reason-of';
import { noteName } from '../note/link-text';
import { editsInOrder } from './apply-edits';
import { refuse, type Refusal } from '../text/refusal';
import type { NoteEdit, TextEdit } from '../text/text-edit';

const isSameEdit = (a: TextEdit, b: TextEdit): boolean =>
  a.start === b.start && a.end === b.end && a.insert === b.insert && a.start < a.end;

/**
 * Changes of notes as one change for each note, in the order in which the notes were first named; what is wanted twice is done once. Refuses
 * when two edits want different things of one place.
 */
export function mergeEdits(changes: readonly NoteEdit[]): readonly NoteEdit[] | Refusal {
  const notes = new Map<string, { before: string; edits: TextEdit[] }>();
  for (const { path, before, edits } of changes) {
    const note = notes.get(path) ?? { before, edits: [] };
    if (note.before !== before) throw new ProgramError(`Two texts of ${path} cannot be changed in one plan.`);
    notes.set(path, note);
    for (const edit of edits) note.edits.push(edit);
  }
  const merged: NoteEdit[] = [];
  for (const [path, { before, edits }] of notes) {
    const ordered: TextEdit[] = [];
    for (const edit of editsInOrder(edits)) {
      const last = ordered.at(-1);
      if (last && isSameEdit(last, edit)) continue;
      if (last && edit.start < last.end)
        return refuse(`Two of the changes in ${noteName(path)} want the same place. Make them one after the other.`);
      ordered.push(edit);
    }
    if (ordered.length > 0) merged.push({ path, before, edits: ordered });
  }
  return merged;
}
