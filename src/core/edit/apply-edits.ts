import { parseNote } from '../markdown/parse-note';
import { noteName } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import { ProgramError } from '../wording/reason-of';
import { refuse, type Refusal } from '../text/refusal';
import { EditShifts, shiftSpan } from '../text/edit-shifts';
import type { NoteEdit, TextEdit } from '../text/text-edit';

/** The text with the edits made. Throws when edits overlap or are out of order: a planner has broken its promise. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, insert } of edits) {
    if (start < at || end < start || end > text.length)
      throw new ProgramError(`Edit ${start}–${end} does not fit a text of ${text.length} behind ${at}.`);
    result += text.slice(at, start) + insert;
    at = end;
  }
  return result + text.slice(at);
}

/** A note as it will be when its edits are made. */
export const noteAfter = ({ path, before, edits }: NoteEdit): NoteSource => parseNote(path, applyEdits(before, edits));

/** The edits that lead back from the changed text. Their guards are what the first ones were guarded by, as it stands after them. */
export function invertEdits({ path, before, edits }: NoteEdit): NoteEdit {
  const after = applyEdits(before, edits);
  const shifts = new EditShifts(edits);
  let shift = 0;
  const inverse = edits.map(({ start, end, insert, guards }): TextEdit => {
    const from = start + shift;
    shift += insert.length - (end - start);
    const kept = guards.filter((guard) => !shifts.writesIn(guard));
    return {
      start: from,
      end: from + insert.length,
      insert: before.slice(start, end),
      guards: kept.map((guard) => shiftSpan(guard, shifts.at(guard.start))),
    };
  });
  return { path, before: after, edits: inverse };
}

/** Puts edits of one text in order; those at one place stay in the order given. */
export function editsInOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

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
