import type { OperationsIndex, VaultView } from '../index/operations-index';
import { propertyOf } from '../note/property-of';
import { judgeNote } from '../phase/phase-rules';
import { propertyValues } from '../phase/property-values';
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
  const phaseValues = propertyValues(propertyOf(vault.metadata(path)?.frontmatter, settings.properties.phase));
  const linked = new Map(lifecycle.linked);
  if (linkedFrom) linked.set(path, [linkedFrom]);
  const judge = judgeNote(
    { path, headingMarks: [], phaseValues },
    { lifecycle: { ...lifecycle, linked }, resolve: vault.resolve },
  );
  return judge({ offset: 0, tagPhase: null, copiedFrom: null }).phase?.id ?? null;
}
