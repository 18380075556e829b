import { parseNote } from '../markdown/parse-note';
import type { NoteSource } from '../note/note-source';
import { ProgramError } from '../wording/reason-of';
import { EditShifts } from '../text/edit-shifts';
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
      guards: kept.map((guard) => ({
        start: guard.start + shifts.at(guard.start),
        end: guard.end + shifts.at(guard.start),
      })),
    };
  });
  return { path, before: after, edits: inverse };
}

/** Puts edits of one text in order; those at one place stay in the order given. */
export function editsInOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
