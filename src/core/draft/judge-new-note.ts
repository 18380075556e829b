import { noteItself } from '../index/note-itself';
import type { OperationsIndex, VaultView } from '../index/operations-index';
import type { PhaseSetting } from '../settings/settings';

/**
 * The id of the phase to which a planned note's own todo will belong, by the index's rules, or null for none. `linkedFrom` is the phase whose page
 * will refer to the note.
 */
export function phaseOfNewNote(
  index: OperationsIndex,
  vault: Pick<VaultView, 'metadata' | 'resolve'>,
  path: string,
  linkedFrom: PhaseSetting | null,
): string | null {
  const { lifecycle, settings } = index;
  const linked = new Map(lifecycle.linked);
  if (linkedFrom) linked.set(path, [linkedFrom]);
  const planned = { settings, lifecycle: { ...lifecycle, linked }, roleOf: () => null };
  return noteItself(path, vault.metadata(path), planned, vault.resolve).phase?.id ?? null;
}
