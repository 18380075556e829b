import { noteName } from '../../note/link-text';
import { spellHeading } from '../../note/link/spell-heading';
import { nearestText } from '../../note/nearest-text';
import type { Court, Rule } from '../court';
import type { LinkCase } from '../embed-case';
import { findPlace, headingsMeant, segmentsOf, type Place } from '../find-place';
import type { Found } from '../finding';
import { retargetFix } from '../retarget-link';

/** What is said of a link to a heading that is not there. A heading that one slip leads to, and that no other equals, is what was meant. */
export function tellMissingHeading({ link, target, subpath }: LinkCase, missing: Place & { kind: 'missing' }, court: Court): Found {
  const at = link.position.start;
  const metadata = target === null ? null : court.metadata(target);
  const headings = (metadata?.headings ?? []).map(({ heading }) => heading);
  const nearest = nearestText(missing.name, headings);
  const note = noteName(target ?? '');
  const hint = nearest !== null ? `; did you mean \`${nearest}\`?` : headings.length === 0 ? '; it has no headings at all.' : `; it has ${listed(headings)}.`;
  let fix: Found['fix'] = null;
  if (nearest !== null && metadata && target !== null) {
    const [spelled] = spellHeading(nearest);
    const mended = `#${segmentsOf(subpath).map((segment, index) => (index === missing.segment ? (spelled ?? '') : segment)).join('#')}`;
    const leads = spelled !== undefined && findPlace(target, metadata, mended).kind === 'heading' && headingsMeant(metadata, mended).length === 1;
    if (leads && isSlip(missing.name, nearest)) fix = retargetFix(link, { path: null, subpath: mended });
  }
  return { at, link: link.link, message: `${note} has no heading \`${missing.name}\`${hint}`, fix };
}

/** Three headings tell what kind the note has. */
function listed(headings: readonly string[]): string {
  const names = headings.slice(0, 3).map((heading) => `\`${heading}\``).join(', ');
  return headings.length > 3 ? `${names} and ${headings.length - 3} more` : names;
}

/** Whether a text is another with a letter or two wrong, not a different word: both begin or end alike and are about as long. */
function isSlip(written: string, meant: string): boolean {
  const [a, b] = [written, meant].map((text) => text.trim().toLowerCase());
  if (a === undefined || b === undefined || Math.abs(a.length - b.length) > 2) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 2;
}

export const missingHeading: Rule = {
  id: 'missing-heading',
  severity: 'error',
  title: 'Transclusion of a heading that is missing',
  onSite: true,
  *judge({ embeds, isPublished }, court) {
    for (const embed of embeds) {
      const place = court.placeOf(embed);
      if (place?.kind !== 'missing' || place.what !== 'heading') continue;
      const found = tellMissingHeading(embed, place, court);
      yield isPublished ? { ...found, message: `${found.message} The site will show the whole note.` } : found;
    }
  },
};
