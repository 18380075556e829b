import type { JudgeEmbed } from '../facts/rule-context';

/** By section: two notes that show other sections of each other go in no circle. */
export const embedCycle: JudgeEmbed = (embed, context, note) => {
  const { circle } = context.chainOf(note, embed);
  if (circle === null) return null;
  const way = circle.length === 0 ? '' : `: ${[...circle, circle[0]].join(' → ')}`;
  return { message: `This transclusion shows itself${way}. Expected a section that does not lead back here.` };
};
