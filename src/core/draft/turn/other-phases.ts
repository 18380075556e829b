import type { NoteEdit, TextEdit } from '../../edit/edit-plan';
import { forecastNote } from '../../edit/forecast/forecast-note';
import { forecastTodos } from '../../edit/forecast/forecast-todos';
import { columnOf } from '../../index/todo';
import { noteName } from '../../note/link-text';
import type { Drafting } from '../drafting';

/**
 * Sentences that name the todos of notes which the changes do not touch, and which change their column all the same (DESIGN 4): a bullet's first
 * link makes the note that it leads to the phase's, and that link may go, or come second.
 */
export async function otherPhases({ index, vault }: Drafting, changes: readonly NoteEdit[]): Promise<string[]> {
  const sources = await Promise.all(changes.map(({ path }) => vault.read(path)));
  // What begins where an edit does is taken for the same with other words; one unit more, and it is taken for gone.
  const wider = (edit: TextEdit, text: string): TextEdit =>
    edit.start < edit.end && edit.start > 0 && edit.insert !== '' ? { ...edit, start: edit.start - 1, insert: text.slice(edit.start - 1, edit.start) + edit.insert } : edit;
  const { before, after } = forecastTodos(
    index,
    sources.flatMap((source, at) => (source ? [forecastNote(source, (changes[at]?.edits ?? []).map((edit) => wider(edit, source.text)))] : [])),
  );
  const touched = new Set(changes.map(({ path }) => path));
  return before.flatMap((todo) => {
    const then = touched.has(todo.path) ? undefined : after.find(({ path, offset }) => path === todo.path && offset === todo.offset);
    return then === undefined || columnOf(then) === columnOf(todo) ? [] : [`“${todo.title}” in ${noteName(todo.path)} is then in ${columnOf(then)} instead of ${columnOf(todo)}`];
  });
}
