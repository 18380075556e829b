import { noteName } from '../../note/link-text';
import { nearestText } from '../../note/nearest-text';
import type { RuleContext, Rule } from '../facts/rule-context';
import { isTakenBySite, type OutgoingLink } from '../../link/outgoing-link';
import type { FoundTarget } from '../facts/find-target';
import type { Found } from '../facts/finding';

/** What is said of a link to a block that is not there. Ids are made at random, so no other is taken for the one meant. */
export function tellMissingBlock(
  { link, target }: OutgoingLink,
  { name }: FoundTarget & { kind: 'missing' },
  context: RuleContext,
): Found {
  const ids = Object.values((target === null ? null : context.metadata(target))?.blocks ?? {}).map(
    ({ id }) => `^${id}`,
  );
  const nearest = nearestText(name, ids);
  const hint =
    nearest !== null ? `; did you mean \`${nearest}\`?` : `; expected \`${name}\` at the end of a block there.`;
  return {
    at: link.position.start,
    link: link.link,
    message: `${noteName(target ?? '')} has no block \`${name}\`${hint}`,
    fix: null,
  };
}

export const missingBlock: Rule = {
  id: 'missing-block',
  looksAt: 'embeds',
  severity: 'error',
  title: 'Transclusion of a block that is missing',
  onSite: true,
  *judge({ embeds, isPublished }, context) {
    for (const embed of embeds) {
      const place = context.placeOf(embed);
      if (place?.kind === 'missing' && place.what === 'block') {
        const found = tellMissingBlock(embed, place, context);
        const remark = isPublished && isTakenBySite(embed) ? ' The site will show the whole note.' : '';
        yield { ...found, message: found.message + remark };
      }
    }
  },
};
