import { folderOf, noteName, splitLink } from '../note/link-text';
import type { LifecycleInput } from './lifecycle-input';
import { standsBesideOthers, type PageCandidate } from './page-candidates';
import { phaseOfPageName } from './phase-names';

/** The ids of the phases whose pages a note links to; links to missing pages count when they are named in full. */
function phasesLinkedFrom(
  { pages, resolve, settings }: LifecycleInput,
  candidates: readonly PageCandidate[],
  source: string,
): Set<string> {
  const phases = new Set<string>();
  for (const link of pages.get(source)?.links ?? []) {
    const { path } = splitLink(link);
    const target = path === '' ? null : resolve(path, source);
    const set = target === null ? undefined : settings.phases.find(({ page }) => page === target);
    const candidate = candidates.find((one) => one.path === target);
    if (set) phases.add(set.id);
    else if (candidate) {
      if (candidate.as === 'full' || standsBesideOthers(candidates, candidate)) phases.add(candidate.phase.id);
    } else if (target === null) {
      const named = phaseOfPageName(settings.phases, noteName(path));
      if (named?.as === 'full') phases.add(named.phase.id);
    }
  }
  return phases;
}

/**
 * The overview page: the setting, else the note whose name ends in "Overview" and that links to most phase pages, at least two. Of
 * several the one that lies beside them; several still: the list of them, to be asked. Null when there is none.
 */
export function findOverview(input: LifecycleInput, candidates: readonly PageCandidate[]): string | string[] | null {
  const { settings, pages, exists } = input;
  if (settings.overviewPage !== null && exists(settings.overviewPage)) return settings.overviewPage;
  const rated = [...pages.keys()]
    .filter((path) => /overview$/i.test(noteName(path)))
    .map((path) => ({ path, count: phasesLinkedFrom(input, candidates, path).size }))
    .filter(({ count }) => count >= 2);
  const most = Math.max(0, ...rated.map(({ count }) => count));
  const best = rated.filter(({ count }) => count === most).map(({ path }) => path);
  const beside = best.filter((path) => candidates.some((candidate) => folderOf(candidate.path) === folderOf(path)));
  const [first, ...others] = beside.length > 0 ? beside : best;
  if (first === undefined) return null;
  return others.length === 0 ? first : [first, ...others].sort();
}
