import type { NoteSource } from '../note/note-source';
import type { FoundTodo } from '../todo/found-todo';
import type { MarkedTodo } from '../todo/find-todos';
import { shortTitle } from '../index/short-title';
import { parseNote } from '../markdown/parse-note';
import { refuse, type Refusal } from '../text/refusal';
import { EditShifts } from '../text/edit-shifts';
import type { TextEdit } from '../text/text-edit';
import { todosInSource } from './locate-todo';
import { plannedNote } from './planned-note';
import type { Planning } from './planning';

/** What a todo is, whatever its words: a tag line can lend its date to the paragraph around it. */
const kindKey = (one?: MarkedTodo): string => (one ? `${one.todo.kind} ${one.todo.tags.join(' ')}` : '');

/**
 * Why the edits of a note cannot be made: by our own rules on what it would be, a todo would mark something else, as when the bullet goes that kept a tag line
 * from closing the list. Those meant (by the UTF-16 offsets of their first tags) may go or change, but not become another kind. Null when all is well.
 */
export function neighbourProblem(
  planning: Pick<Planning, 'index'>,
  source: NoteSource,
  edits: readonly TextEdit[],
  meant: ReadonlySet<number>,
): Refusal | null {
  const before = todosInSource(planning, parseNote(source.path, source.text));
  const shifts = new EditShifts(edits);
  // A section that is split has new ones in its bullets.
  const after = todosInSource(planning, plannedNote({ source, edits })).filter(
    ({ todo: { offset } }) => !shifts.isInserted({ start: offset, end: offset + 1 }),
  );
  const problem = ({ title, line }: FoundTodo): Refusal =>
    refuse(
      `“${shortTitle({ title, owner: null })}” in line ${line + 1} would mark something else then. Make this change in the note.`,
    );
  const others = before.filter(({ todo }) => !meant.has(todo.offset));
  const found = new Set<number>();
  let from = 0;
  for (const other of others) {
    while (from < after.length && kindKey(after[from]) !== kindKey(other)) from++;
    if (from === after.length) return problem(other.todo);
    found.add(from++);
  }
  const own = before.filter(({ todo }) => meant.has(todo.offset)).map(({ todo }) => todo);
  // A task that recurs is there twice.
  const kinds = new Set(own.map(({ kind }) => kind));
  const strange = after.some(({ todo: { kind } }, at) => !found.has(at) && !kinds.has(kind));
  return strange && own[0] ? problem(own[0]) : null;
}
