import { oncePer } from '../note/once-per';
import { gardenSlug, isPublishedAt, normalizeAddress } from '../note/garden-slug';
import type { PublishedCopy } from '../note/published-copies';
import type { Lifecycle } from '../phase/lifecycle';
import { phaseOfPageName, type NamedPage } from '../phase/phase-names';
import type { PhaseSetting } from '../settings/settings';
import type { NoteFacts } from './note-facts';

/** The last segment of an address and what stands before it. */
function splitAddress(address: string): { readonly folder: string; readonly name: string } {
  const bare = address.replace(/\/$/, '');
  const slash = bare.lastIndexOf('/');
  return { folder: bare.slice(0, slash), name: bare.slice(slash + 1) };
}

/** By slug, what the phases' names are on the site: worked out once for a list of phases. */
const slugsOf = oncePer((phases: readonly PhaseSetting[]): ReadonlyMap<string, NamedPage> => {
  const slugs = new Map<string, NamedPage>();
  const claim = (name: string, page: NamedPage): void => {
    if (!slugs.has(gardenSlug(name))) slugs.set(gardenSlug(name), page);
  };
  for (const phase of phases)
    for (const name of [phase.name, ...phase.aliases]) {
      claim(`${name} Operations`, { phase, as: 'full' });
      claim(`${name} Ops`, { phase, as: 'full' });
      if (gardenSlug(name) !== '') claim(name, { phase, as: 'bare' });
    }
  return slugs;
});

/** The phase whose page a published address names, and whether in full; a slug ignores what a phase's name ignores, and more. */
const phaseOfSlug = (phases: readonly PhaseSetting[], slug: string): NamedPage | null =>
  slugsOf(phases).get(slug) ?? phaseOfPageName(phases, slug);

/**
 * The phase that a copy's address names: a phase page's own address, or the one it would have. A bare
 * `day-1` counts as a bare `Day 1` does: in the overview, or beside copies of two other phases.
 */
export function phaseOfCopy(
  facts: NoteFacts,
  copy: PublishedCopy,
  lifecycle: Lifecycle,
  rules: readonly string[],
): PhaseSetting | null {
  if (copy.page === null) return null;
  const address = normalizeAddress(copy.page);
  for (const phase of lifecycle.phases) {
    const page = lifecycle.pages.get(phase.id) ?? phase.page;
    if (page !== null && isPublishedAt(page, address, rules)) return phase;
  }
  const { folder, name } = splitAddress(address);
  const named = phaseOfSlug(lifecycle.phases, name);
  if (!named || named.as === 'full' || facts.path === lifecycle.overview) return named?.phase ?? null;
  const beside = facts.copies.flatMap(({ page }) => {
    const other = page === null ? null : splitAddress(normalizeAddress(page));
    return other?.folder === folder ? (phaseOfSlug(lifecycle.phases, other.name)?.phase.id ?? []) : [];
  });
  return new Set(beside).size > 2 ? named.phase : null;
}
