import type { NoteSource } from '../note/note-source';
import type { MarkedTodo } from '../todo/find-todos';
import { shortTitle } from '../index/short-title';
import { parseNote } from '../markdown/parse-note';
import { refuse, type Refusal } from '../text/refusal';
import type { TextEdit } from '../text/text-edit';
import { todosInSource } from './locate-todo';
import { plannedNote } from './planned-note';
import type { Planning } from './planning';

/** What a todo is, whatever its words: a tag line can lend its date to the paragraph around it. */
const kindKey = ({ todo: { kind, tags } }: MarkedTodo): string => `${kind} ${tags.join(' ')}`;

/**
 * Why the edits of a note cannot be made: by our own rules on what it would be, another todo than those meant (by the UTF-16 offsets of their
 * first tags) would mark something else, as when the bullet goes that kept a tag line from closing the list. Null when all others stay.
 */
export function neighbourProblem(
  planning: Pick<Planning, 'index'>,
  source: NoteSource,
  edits: readonly TextEdit[],
  meant: ReadonlySet<number>,
): Refusal | null {
  const others = todosInSource(planning, parseNote(source.path, source.text)).filter(
    ({ todo }) => !meant.has(todo.offset),
  );
  const after = todosInSource(planning, plannedNote({ source, edits })).map(kindKey);
  let from = 0;
  for (const other of others) {
    const at = after.indexOf(kindKey(other), from);
    if (at < 0)
      return refuse(
        `“${shortTitle({ title: other.todo.title, owner: null })}” in line ${other.todo.line + 1} would mark something else then. Make this change in the note.`,
      );
    from = at + 1;
  }
  return null;
}
