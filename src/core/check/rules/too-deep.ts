import type { Rule } from '../facts/rule-context';

/** So many transclusions in one another are shown; then the app draws a plain box. */
const SHOWN_DEPTH = 5;

export const tooDeep: Rule = {
  id: 'too-deep',
  looksAt: 'embeds',
  severity: 'warning',
  title: 'Transclusions too deep in one another',
  onSite: true,
  *judge(note, context) {
    for (const embed of note.embeds) {
      const { depth } = context.chainOf(note, embed);
      if (depth <= SHOWN_DEPTH) continue;
      const message = `From here on ${depth} transclusions stand in one another; Obsidian shows ${SHOWN_DEPTH}. Transclude the innermost sections directly.`;
      yield { at: embed.link.position.start, link: embed.link.link, message, fix: null };
    }
  },
};
