import { headingKey } from '../../note/heading-key';
import { noteName } from '../../note/link-text';
import { spellHeading } from '../../link/spell-heading';
import { nearestText } from '../../note/nearest-text';
import { subpathSegments } from '../../note/resolve-subpath';
import type { RuleContext, Rule } from '../facts/rule-context';
import { isTakenBySite, type OutgoingLink } from '../../link/outgoing-link';
import { findTarget, headingsMeant, type FoundTarget } from '../facts/find-target';
import type { Fix, Found } from '../facts/finding';
import { unlikePart } from '../../text/unlike-part';
import { retargetFix } from '../facts/retarget-fix';
import { shorten } from '../facts/shorten';

interface Missing {
  readonly message: string;
  readonly fix: Fix | null;
}

/** What is said of a link to a heading that is not there. A heading that one slip leads to, and that no other equals, is what was meant. */
function explain(
  { link, target, subpath }: OutgoingLink,
  missing: FoundTarget & { kind: 'missing' },
  context: RuleContext,
): Missing {
  const metadata = target === null ? null : context.metadata(target);
  const headings = (metadata?.headings ?? []).map(({ heading }) => heading);
  const nearest = nearestText(missing.name, headings);
  const above = subpathSegments(subpath)[missing.segment - 1];
  const stands = headings.some((heading) => headingKey(heading) === headingKey(missing.name));
  const hint =
    stands && above !== undefined
      ? ` below \`${above}\`, but above it.`
      : nearest !== null
        ? `; did you mean \`${nearest}\`?`
        : headings.length === 0
          ? '; it has no headings at all.'
          : `; it has ${listed(headings)}.`;
  const message = `${noteName(target ?? '')} has no heading \`${missing.name}\`${hint}`;
  const [spelled] = nearest === null ? [] : spellHeading(nearest);
  if (nearest === null || spelled === undefined || target === null || !metadata || !isSlip(missing.name, nearest))
    return { message, fix: null };
  const fixed = `#${subpathSegments(subpath)
    .map((segment, index) => (index === missing.segment ? spelled : segment))
    .join('#')}`;
  const leads = findTarget(target, metadata, fixed).kind === 'heading' && headingsMeant(metadata, fixed).length === 1;
  return { message, fix: leads ? retargetFix(link, { path: null, subpath: fixed }) : null };
}

/** A finding of a missing heading. What it says, and how it is fixed, is worked out when that is asked; `remark` is said besides. */
export function tellMissingHeading(
  embed: OutgoingLink,
  missing: FoundTarget & { kind: 'missing' },
  context: RuleContext,
  remark = '',
): Found {
  let known: Missing | null = null;
  const told = (): Missing => (known ??= explain(embed, missing, context));
  return {
    at: embed.link.position.start,
    link: embed.link.link,
    get message() {
      return told().message + remark;
    },
    get fix() {
      return told().fix;
    },
  };
}

/** Three headings tell what kind the note has. */
function listed(headings: readonly string[]): string {
  const names = headings
    .slice(0, 3)
    .map((heading) => `\`${shorten(heading, 60)}\``)
    .join(', ');
  return headings.length > 3 ? `${names} and ${headings.length - 3} more` : names;
}

/** Whether a text is another with a letter or two wrong, not a different word: long enough, and no number is another. */
function isSlip(written: string, meant: string): boolean {
  const [a, b] = [written, meant].map((text) => text.trim().toLowerCase());
  if (a === undefined || b === undefined || Math.min(a.length, b.length) < 4) return false;
  const { start, end } = unlikePart(a, b);
  const [wrong, right] = [a.slice(start, end), b.slice(start, b.length - a.length + end)];
  return Math.max(wrong.length, right.length) <= 2 && !/\d/.test(wrong + right);
}

export const missingHeading: Rule = {
  id: 'missing-heading',
  looksAt: 'embeds',
  severity: 'error',
  title: 'Transclusion of a heading that is missing',
  onSite: true,
  *judge({ embeds, isPublished }, context) {
    for (const embed of embeds) {
      const place = context.placeOf(embed);
      if (place?.kind !== 'missing' || place.what !== 'heading') continue;
      yield tellMissingHeading(
        embed,
        place,
        context,
        isPublished && isTakenBySite(embed)
          ? ` The site will show ${place.segment === 0 ? 'the whole note' : `all of \`${subpathSegments(embed.subpath)[0] ?? ''}\``}.`
          : '',
      );
    }
  },
};
