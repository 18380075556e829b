import type { NoteMove } from '../edit/edit-plan';
import type { PlanningVault } from '../edit/planning';
import { addressSegments, gardenSlug, isPublishedAt, normalizeAddress, permalinksOf } from '../note/garden-slug';
import { noteName } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import { foreignAddress } from './find-pages';
import { folderAtAddress, foldersAbove } from './page-path';
import { pathProblem } from './path-problem';

/**
 * The move of a published page to the folder that its permalink names: the folder of that slug among those of the vault and of `paths`, else one in the
 * address's words. Null when it has no permalink or lies there already; a string, the end of a sentence, when it cannot be.
 */
export function planPageMove(
  page: NoteSource,
  paths: Iterable<string>,
  vault: Pick<PlanningVault, 'folders' | 'isTaken'>,
  rules: readonly string[],
): NoteMove | string | null {
  const given = permalinksOf(page.metadata.frontmatter).find((address) => address !== null) ?? null;
  if (given === null) return null;
  if (foreignAddress(given) !== null) return `its permalink ${given} leads out of the vault`;
  const address = normalizeAddress(given);
  if (isPublishedAt(page.path, address, rules)) return null;
  const segments = addressSegments(address);
  const name = noteName(page.path);
  if (segments.pop() !== gardenSlug(name)) return `its permalink ${given} does not end in its name`;
  const folders = new Set([...vault.folders(), ...[...paths].flatMap(foldersAbove)]);
  const { path: folder } = folderAtAddress(normalizeAddress(segments.join('/')), folders, rules);
  const to = folder === '' ? `${name}.md` : `${folder}/${name}.md`;
  if (vault.isTaken(to)) return `${to} is there already`;
  return pathProblem(to) ?? { from: page.path, to };
}
