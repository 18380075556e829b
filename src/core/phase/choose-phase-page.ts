import { folderOf, splitLink } from '../note/link-text';
import type { PhaseSetting } from '../settings/settings';
import type { LifecycleInput } from './lifecycle-input';
import { standsBesideOthers, type PageCandidate } from './page-candidates';

/** Keeps the candidates that have the quality, unless none has it. */
function prefer(paths: readonly string[], quality: (path: string) => boolean): readonly string[] {
  const better = paths.filter(quality);
  return better.length > 0 ? better : paths;
}

/**
 * The notes that may be a phase's page: none, one, or several that must be asked about. Preferred is the one that the overview links
 * to, then one with both headings, then one in the overview's folder.
 */
export function choosePhasePage(
  { pages, resolve }: LifecycleInput,
  candidates: readonly PageCandidate[],
  overview: string | null,
  phase: PhaseSetting,
): readonly string[] {
  const links = overview === null ? [] : (pages.get(overview)?.links ?? []);
  const fromOverview = new Set(links.map((link) => resolve(splitLink(link).path, overview ?? '')));
  const eligible = candidates
    .filter((candidate) => candidate.phase === phase && candidate.path !== overview)
    .filter(
      (candidate) =>
        candidate.as === 'full' || fromOverview.has(candidate.path) || standsBesideOthers(candidates, candidate),
    )
    .map(({ path }) => path);
  const linked = prefer(eligible, (path) => fromOverview.has(path));
  const complete = prefer(
    linked,
    (path) => pages.get(path)?.hasOverview === true && pages.get(path)?.hasResponsibilities === true,
  );
  return prefer(complete, (path) => overview !== null && folderOf(path) === folderOf(overview));
}
