import type { NoteSource } from '../note/note-source';
import { findMarks, startOfMark, type Mark } from '../todo/find-todos';
import { shortTitle } from '../index/short-title';
import { parseNote } from '../markdown/parse-note';
import { refuse, type Refusal } from '../text/refusal';
import { EditShifts } from '../text/edit-shifts';
import type { NoteEdit } from '../text/text-edit';
import { noteAfter } from './apply-edits';
import { todosInSource } from './locate-todo';
import { roleLinksFrom, type Planning } from './planning';

/** What a todo is, whatever its words: a tag line can lend its date to the paragraph around it. */
const kindKey = (mark?: Mark): string => (mark ? [mark.place.kind, ...mark.tags.map(({ tag }) => tag)].join(' ') : '');

/**
 * Why the edits of a note cannot be made: by our own rules on what it would be, a todo would mark something else, as when the bullet goes that kept a tag line
 * from closing the list. Those meant (by the UTF-16 offsets of their first tags) may go or change, but not become another kind. Null when all is well.
 */
export function neighbourProblem(
  planning: Pick<Planning, 'index'>,
  change: NoteEdit,
  meant: ReadonlySet<number>,
): Refusal | null {
  const { path, before: text, edits } = change;
  const { index } = planning;
  const marksIn = (source: NoteSource): readonly Mark[] =>
    findMarks({ source, settings: index.settings, isRoleLink: roleLinksFrom(index, path) });
  const read = parseNote(path, text);
  const before = marksIn(read);
  const shifts = new EditShifts(edits);
  // A section that is split has new ones in its bullets.
  const after = marksIn(noteAfter(change)).filter((mark) => {
    const start = startOfMark(mark);
    return !shifts.isInserted({ start, end: start + 1 });
  });
  const problem = (mark: Mark): Refusal => {
    const all = todosInSource(planning, read);
    const title = all.find(({ todo: { offset } }) => offset === startOfMark(mark))?.todo.title ?? '';
    return refuse(
      `“${shortTitle({ title, owner: null })}” in line ${(mark.tags[0]?.line ?? 0) + 1} would mark something else then. Make this change in the note.`,
    );
  };
  const others = before.filter((mark) => !meant.has(startOfMark(mark)));
  const found = new Set<number>();
  let from = 0;
  for (const other of others) {
    while (from < after.length && kindKey(after[from]) !== kindKey(other)) from++;
    if (from === after.length) return problem(other);
    found.add(from++);
  }
  const own = before.filter((mark) => meant.has(startOfMark(mark)));
  // A task that recurs is there twice.
  const kinds = new Set(own.map(({ place }) => place.kind));
  const strange = after.some(({ place }, at) => !found.has(at) && !kinds.has(place.kind));
  return strange && own[0] ? problem(own[0]) : null;
}
