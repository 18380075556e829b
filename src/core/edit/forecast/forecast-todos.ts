import { readNoteFacts } from '../../index/note-facts';
import type { OperationsIndex } from '../../index/operations-index';
import type { Todo } from '../../index/todo';
import type { NoteSource } from '../../note/note-source';

/** The todos that a plan judges anew: as they are, and as they will be by the index's own rules on the planned notes (DESIGN 4). */
export function forecastTodos(index: OperationsIndex, notes: readonly NoteSource[]): { readonly before: readonly Todo[]; readonly after: readonly Todo[] } {
  const facts = notes.map(({ path, text, metadata }) => {
    const isRoleLink = (link: string): boolean => index.isRoleLink(link, path);
    return [path, readNoteFacts({ path, text, metadata, settings: index.settings, isRoleLink })] as const;
  });
  return index.whatIf(new Map(facts));
}
