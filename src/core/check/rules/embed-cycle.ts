import type { Rule } from '../facts/rule-context';

/** By section: two notes that show other sections of each other go in no circle. */
export const embedCycle: Rule = {
  id: 'embed-cycle',
  looksAt: 'embeds',
  severity: 'error',
  title: 'Transclusion that shows itself',
  onSite: true,
  *judge(note, context) {
    for (const embed of note.embeds) {
      const { circle } = context.chainOf(note, embed);
      if (circle === null) continue;
      const way = circle.length === 0 ? '' : `: ${[...circle, circle[0]].join(' → ')}`;
      const message = `This transclusion shows itself${way}. Expected a section that does not lead back here.`;
      yield { at: embed.link.position.start, link: embed.link.link, message, fix: null };
    }
  },
};
