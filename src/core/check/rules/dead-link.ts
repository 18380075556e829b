import { gardenSlug } from '../../note/garden-slug';
import { type JudgeLink, type LinkToNote, type RuleContext, leadsToNote } from '../facts/rule-context';
import type { OutgoingLink } from '../../link/outgoing-link';
import { tellMissingBlock } from './missing-block';
import { tellMissingHeading } from './missing-heading';
import { tellMissingNote } from './missing-note';

/** A Markdown link may name a page of the site by its address. */
const isAddress = ({ link, linkpath }: OutgoingLink): boolean =>
  !link.original.startsWith('[[') && /^\/|\/$|\?/.test(linkpath);

/** A Markdown link may name a heading as the site does. */
function isAnchor({ link, subpath, target }: LinkToNote, context: RuleContext): boolean {
  const anchor = subpath.slice(1).toLowerCase();
  if (link.original.startsWith('[[')) return false;
  return (context.metadata(target)?.headings ?? []).some(({ heading }) => gardenSlug(heading) === anchor);
}

/** Plain links of published notes: everyone on the site can follow them. */
export const deadLink: JudgeLink = (link, context) => {
  if (!link.toNote || isAddress(link)) return null;
  if (!leadsToNote(link)) return tellMissingNote(link, context);
  const place = link.subpath === '' ? null : context.placeOf(link);
  if (place?.kind !== 'missing' || isAnchor(link, context)) return null;
  return place.what === 'block' ? tellMissingBlock(link, place, context) : tellMissingHeading(link, place, context);
};
