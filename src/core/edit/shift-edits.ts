import { applyEdits } from './apply-edits';
import { EditShifts, shiftSpan } from '../text/edit-shifts';
import type { NoteEdit, Span, TextEdit } from '../text/text-edit';
import { rebaseEdits } from './rebase-edits';

/** How far the edits move a span, or null where one of them writes in it, or both put something into one place. */
const shiftOf = (span: Span, shifts: EditShifts): number | null =>
  shifts.writesIn(span) || (span.start === span.end && shifts.insertsAt(span.start)) ? null : shifts.at(span.start);

/**
 * A change as it must be made once another change of the same note has been: its places moved by what that wrote. Null where both write in the same
 * place. The two need not start from one text: the first is rebased to that of the other.
 */
export function shiftEdits(change: NoteEdit, through: NoteEdit): NoteEdit | null {
  const own = rebaseEdits(change, through.before);
  if (typeof own === 'string') return null;
  const shifts = new EditShifts(through.edits);
  const edits: TextEdit[] = [];
  for (const edit of own) {
    const shift = shiftOf(edit, shifts);
    if (shift === null) return null;
    // What another of our own changes wrote in is no sign of others any more.
    const guards = edit.guards.flatMap((guard) => {
      const by = shiftOf(guard, shifts);
      return by === null ? [] : [shiftSpan(guard, by)];
    });
    edits.push({ ...edit, ...shiftSpan(edit, shift), guards });
  }
  return { path: through.path, before: applyEdits(through.before, through.edits), edits };
}
