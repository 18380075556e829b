import { headingKey } from '../../note/heading-key';
import { noteName } from '../../note/link-text';
import { spellHeading } from '../../link/spell-heading';
import { nearestText } from '../../note/nearest-text';
import { subpathSegments } from '../../note/resolve-subpath';
import type { JudgeEmbed, LinkToNote, RuleContext } from '../facts/rule-context';
import { isTakenBySite } from '../../link/outgoing-link';
import { findTarget, headingsMeant, type FoundTarget } from '../../link/find-target';
import { shorten, type Problem } from '../facts/finding';
import { unlikePart } from '../../text/unlike-part';
import { retargetFix } from '../facts/retarget-fix';

/** What is said of a link to a heading that is not there. A heading that one slip leads to, and that no other equals, is what was meant. */
function explain(
  { link, target, subpath }: LinkToNote,
  missing: FoundTarget & { kind: 'missing' },
  context: RuleContext,
): Problem {
  const metadata = context.metadata(target);
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
  const message = `${noteName(target)} has no heading \`${missing.name}\`${hint}`;
  const [spelled] = nearest === null ? [] : spellHeading(nearest);
  if (nearest === null || spelled === undefined || !metadata || !isSlip(missing.name, nearest)) return { message };
  const fixed = `#${subpathSegments(subpath)
    .map((segment, index) => (index === missing.segment ? spelled : segment))
    .join('#')}`;
  const leads = findTarget(target, metadata, fixed).kind === 'heading' && headingsMeant(metadata, fixed).length === 1;
  return { message, fix: leads ? retargetFix(link, { path: null, subpath: fixed }) : null };
}

/** A finding of a missing heading. What it says, and how it is fixed, is worked out when that is asked; `remark` is said besides. */
export function tellMissingHeading(
  embed: LinkToNote,
  missing: FoundTarget & { kind: 'missing' },
  context: RuleContext,
  remark = '',
): Problem {
  let known: Problem | null = null;
  const told = (): Problem => (known ??= explain(embed, missing, context));
  return {
    get message() {
      return told().message + remark;
    },
    get fix() {
      return told().fix ?? null;
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

export const missingHeading: JudgeEmbed = (embed, context, { isPublished }) => {
  const place = context.placeOf(embed);
  if (place?.kind !== 'missing' || place.what !== 'heading') return null;
  const shown = place.segment === 0 ? 'the whole note' : `all of \`${subpathSegments(embed.subpath)[0] ?? ''}\``;
  const remark = isPublished && isTakenBySite(embed) ? ` The site will show ${shown}.` : '';
  return tellMissingHeading(embed, place, context, remark);
};
