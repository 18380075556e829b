import { folderOf, noteName } from '../note/link-text';
import type { Settings } from '../settings/settings';
import type { LifecycleInput } from './lifecycle-input';
import { looksLikePhase, phaseOfPageName, type NamedPage } from './phase-names';

/** A note that may be a phase's page. */
export interface PageCandidate extends NamedPage {
  readonly path: string;
}

/** Whether a note may be a phase page, the overview, or a page of a phase yet to come: then its links are read. */
export function isPageCandidate(settings: Settings, path: string): boolean {
  const name = noteName(path);
  if (/overview$/i.test(name) || isNewPhaseName(settings, name) || settings.overviewPage === path) return true;
  for (const { page } of settings.phases) if (page === path) return true;
  return phaseOfPageName(settings.phases, name) !== null;
}

/** Whether a note is named like the page of a phase that does not exist: `Day 3 Operations` beside Day 0, 1 and 2. */
export const isNewPhasePage = (settings: Settings, path: string): boolean => isNewPhaseName(settings, noteName(path));

function isNewPhaseName(settings: Settings, name: string): boolean {
  const match = /s$/i.test(name) ? /^(.*\S)[\s_-]+(?:operations|ops)$/i.exec(name) : null;
  return match !== null && looksLikePhase(settings.phases, match[1] ?? '');
}

/** Candidates by name. A bare `Day 1` is kept apart: it counts only in company. */
export function pageCandidates({ settings, pages }: LifecycleInput): PageCandidate[] {
  return [...pages.keys()].sort().flatMap((path) => {
    const named = phaseOfPageName(settings.phases, noteName(path));
    return named ? [{ path, ...named }] : [];
  });
}

/** Whether the pages of two other phases stand in the same folder: what makes a bare `Day 1` a phase page without an overview. */
export function standsBesideOthers(candidates: readonly PageCandidate[], candidate: PageCandidate): boolean {
  const folder = folderOf(candidate.path);
  const others = candidates.filter(({ path, phase }) => folderOf(path) === folder && phase !== candidate.phase);
  return new Set(others.map(({ phase }) => phase.id)).size >= 2;
}
