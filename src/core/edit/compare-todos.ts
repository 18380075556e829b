import { readNoteFacts } from '../index/note-facts';
import type { OperationsIndex } from '../index/operations-index';
import type { Todo } from '../index/todo';
import { parseNote } from '../markdown/parse-note';
import type { NoteSource } from '../note/note-source';
import { plannedNote, type PlannedChange } from './planned-note';
import { isNotePath } from '../note/link-text';

export interface ComparedTodos {
  readonly before: readonly Todo[];
  readonly after: readonly Todo[];
}

function judge(index: OperationsIndex, notes: readonly NoteSource[]): ComparedTodos {
  const facts = notes.map(({ path, text, metadata }) => {
    const isRoleLink = (link: string): boolean => index.isRoleLink(link, path);
    return [path, readNoteFacts({ path, text, metadata, settings: index.settings, isRoleLink })] as const;
  });
  return index.whatIf(new Map(facts));
}

/**
 * The todos that changes of notes touch, as they are and as they will be by the index's own rules. Both texts are read by the same reader, so that
 * where it disagrees with the app's cache that is not taken for an effect of the changes.
 */
export function compareTodos(index: OperationsIndex, all: readonly PlannedChange[]): ComparedTodos {
  // Changes of canvases are no matter of todos.
  const changes = all.filter(({ source: { path } }) => isNotePath(path));
  const { before, after } = judge(index, changes.map(plannedNote));
  const reread = judge(
    index,
    changes.map(({ source }) => parseNote(source.path, source.text)),
  );
  const touched = new Set([...before, ...after].map(({ path }) => path));
  const again = new Set([...reread.before, ...reread.after].map(({ path }) => path));
  return {
    before: [...before.filter(({ path }) => !again.has(path)), ...reread.after.filter(({ path }) => touched.has(path))],
    after,
  };
}
