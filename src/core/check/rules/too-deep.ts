import type { JudgeEmbed } from '../facts/rule-context';

/** The app shows five transclusions in one another, then a plain box; the publisher carries four out and leaves the next as it is written. */
export const tooDeep: JudgeEmbed = (embed, context, note) => {
  const [who, shown] = note.isPublished ? ['the site', 4] : ['Obsidian', 5];
  const { depth } = context.chainOf(note, embed);
  if (depth <= shown) return null;
  return {
    message: `From here on ${depth} transclusions stand in one another; ${who} shows ${shown}. Transclude the innermost sections directly.`,
  };
};
