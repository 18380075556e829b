import type { LinkToNote, RuleContext } from '../facts/rule-context';
import type { CheckedNote } from '../facts/checked-note';
import type { Problem } from '../facts/finding';

/** By section: two notes that show other sections of each other go in no circle. */
export function embedCycle(embed: LinkToNote, context: RuleContext, note: CheckedNote): Problem | null {
  const { circle } = context.chainOf(note, embed);
  if (circle === null) return null;
  const way = circle.length === 0 ? '' : `: ${[...circle, circle[0]].join(' → ')}`;
  return { message: `This transclusion shows itself${way}. Expected a section that does not lead back here.` };
}
