import { noteName } from '../../note/link-text';
import { nearestText } from '../../note/nearest-text';
import type { JudgeEmbed, LinkToNote, RuleContext } from '../facts/rule-context';
import { isTakenBySite } from '../../link/outgoing-link';
import type { FoundTarget } from '../../link/find-target';
import type { Problem } from '../facts/finding';

/** What is said of a link to a block that is not there. Ids are made at random, so no other is taken for the one meant. */
export function tellMissingBlock(
  { target }: LinkToNote,
  { name }: FoundTarget & { kind: 'missing' },
  context: RuleContext,
): Problem {
  const ids = Object.values(context.metadata(target)?.blocks ?? {}).map(({ id }) => `^${id}`);
  const nearest = nearestText(name, ids);
  const hint =
    nearest !== null ? `; did you mean \`${nearest}\`?` : `; expected \`${name}\` at the end of a block there.`;
  return { message: `${noteName(target)} has no block \`${name}\`${hint}` };
}

export const missingBlock: JudgeEmbed = (embed, context, { isPublished }) => {
  const place = context.placeOf(embed);
  if (place?.kind !== 'missing' || place.what !== 'block') return null;
  const remark = isPublished && isTakenBySite(embed) ? ' The site will show the whole note.' : '';
  return { message: tellMissingBlock(embed, place, context).message + remark };
};
