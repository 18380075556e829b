import type { NoteFacts } from './note-facts';
import { copyAddress } from './published-pages';
import type { Todo } from './todo';

/** The published copies of a vault, counted. */
export interface CopyCounts {
  readonly copies: number;
  /** The notes that hold them, by path. */
  readonly notes: readonly string[];
  /** How many pages are missing whose todos are read from copies. */
  readonly missingPages: number;
  /** The notes whose copies those todos are read from. */
  readonly missingIn: readonly string[];
}

/** Counts the copies in notes with todos: only their text has been read. */
export function countCopies(
  facts: Iterable<NoteFacts>,
  todosOf: (path: string) => readonly Todo[],
  isMissing: (address: string) => boolean,
): CopyCounts {
  let copies = 0;
  const notes: string[] = [];
  const pages = new Set<string>();
  const missingIn: string[] = [];
  for (const note of facts) {
    if (note.copies.length === 0) continue;
    copies += note.copies.length;
    notes.push(note.path);
    const missing = todosOf(note.path)
      .flatMap(({ fromCopy, copy }) => (fromCopy ? (copyAddress(note, copy) ?? []) : []))
      .filter(isMissing);
    for (const page of missing) pages.add(page);
    if (missing.length > 0) missingIn.push(note.path);
  }
  return { copies, notes: notes.sort(), missingPages: pages.size, missingIn: missingIn.sort() };
}
