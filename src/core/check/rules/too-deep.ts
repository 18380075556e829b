import type { Rule } from '../facts/rule-context';

/** The app shows five transclusions in one another, then a plain box; the publisher carries four out and leaves the next as it is written. */
export const tooDeep: Rule = {
  id: 'too-deep',
  looksAt: 'embeds',
  severity: 'warning',
  title: 'Transclusions too deep in one another',
  onSite: true,
  *judge(note, context) {
    const [who, shown] = note.isPublished ? ['the site', 4] : ['Obsidian', 5];
    for (const embed of note.embeds) {
      const { depth } = context.chainOf(note, embed);
      if (depth <= shown) continue;
      const message = `From here on ${depth} transclusions stand in one another; ${who} shows ${shown}. Transclude the innermost sections directly.`;
      yield { at: embed.link.position.start, link: embed.link.link, message, fix: null };
    }
  },
};
