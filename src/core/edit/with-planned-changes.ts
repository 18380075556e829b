import { withPlannedNotes, type NoteToBe } from './planned-notes';
import { applyEdits } from './apply-edits';
import type { NoteEdit } from '../text/text-edit';
import type { PlanningVault } from './planning-vault';

/** The vault as it will be when these notes have been made and these changes carried out. */
export function withPlannedChanges(
  vault: PlanningVault,
  creates: readonly NoteToBe[],
  changes: readonly NoteEdit[],
): PlanningVault {
  return withPlannedNotes(vault, [
    ...creates,
    ...changes.map(({ path, before, edits }) => ({ path, text: applyEdits(before, edits) })),
  ]);
}
