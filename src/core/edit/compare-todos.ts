import { isNotePath } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import { readNoteFacts, type NoteFacts } from '../index/note-facts';
import type { OperationsIndex } from '../index/operations-index';
import { parseNote } from '../markdown/parse-note';
import type { NoteEdit } from '../text/text-edit';
import { noteAfter } from './apply-edits';
import type { Planning } from './planning';

type Judging = Pick<Planning, 'index' | 'breathe'>;

async function readFacts(
  { index, breathe }: Judging,
  changes: readonly NoteEdit[],
  read: (change: NoteEdit) => NoteSource,
): Promise<ReadonlyMap<string, NoteFacts | null>> {
  const { settings, isRoleLink } = index;
  const facts = new Map<string, NoteFacts | null>();
  for (const change of changes) {
    await breathe?.();
    const { path, text, metadata } = read(change);
    facts.set(path, readNoteFacts({ path, text, metadata, settings, isRoleLink }));
  }
  return facts;
}

/**
 * The todos that changes of notes touch, as they are and as they will be by the index's own rules. Both texts are read by the same reader, so that
 * where it disagrees with the app's cache that is not taken for an effect of the changes.
 */
export async function compareTodos(
  planning: Judging,
  all: readonly NoteEdit[],
): Promise<ReturnType<OperationsIndex['whatIf']>> {
  const { index } = planning;
  // Changes of canvases are no matter of todos.
  const changes = all.filter(({ path }) => isNotePath(path));
  const planned = await readFacts(planning, changes, noteAfter);
  const unplanned = await readFacts(planning, changes, ({ path, before }) => parseNote(path, before));
  const { before, after } = index.whatIf(planned);
  await planning.breathe?.();
  const reread = index.whatIf(unplanned);
  await planning.breathe?.();
  const touched = new Set([...before, ...after].map(({ path }) => path));
  const again = new Set([...reread.before, ...reread.after].map(({ path }) => path));
  return {
    before: [...before.filter(({ path }) => !again.has(path)), ...reread.after.filter(({ path }) => touched.has(path))],
    after,
  };
}
