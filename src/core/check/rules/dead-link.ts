import { gardenSlug } from '../../note/garden-slug';
import type { RuleContext, Rule } from '../facts/rule-context';
import type { OutgoingLink } from '../../link/outgoing-link';
import { tellMissingBlock } from './missing-block';
import { tellMissingHeading } from './missing-heading';
import { tellMissingNote } from './missing-note';

/** A Markdown link may name a page of the site by its address. */
const isAddress = ({ link, linkpath }: OutgoingLink): boolean =>
  !link.original.startsWith('[[') && /^\/|\/$|\?/.test(linkpath);

/** A Markdown link may name a heading as the site does. */
function isAnchor({ link, subpath, target }: OutgoingLink, context: RuleContext): boolean {
  const anchor = subpath.slice(1).toLowerCase();
  if (link.original.startsWith('[[') || target === null) return false;
  return (context.metadata(target)?.headings ?? []).some(({ heading }) => gardenSlug(heading) === anchor);
}

/** Plain links of published notes: everyone on the site can follow them. */
export const deadLink: Rule = {
  id: 'dead-link',
  looksAt: 'links',
  severity: 'warning',
  title: 'Link that leads nowhere',
  onSite: true,
  *judge({ links }, context) {
    for (const link of links) {
      if (!link.toNote || isAddress(link)) continue;
      if (link.target === null) {
        yield tellMissingNote(link, context);
        continue;
      }
      const place = link.subpath === '' ? null : context.placeOf(link);
      if (place?.kind !== 'missing' || isAnchor(link, context)) continue;
      yield place.what === 'block' ? tellMissingBlock(link, place, context) : tellMissingHeading(link, place, context);
    }
  },
};
