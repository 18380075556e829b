import { noteName } from '../../note/link-text';
import type { Rule } from '../facts/rule-context';
import { headingsMeant } from '../facts/find-target';

export const duplicateHeading: Rule = {
  id: 'duplicate-heading',
  looksAt: 'embeds',
  severity: 'warning',
  title: 'Heading that stands in the note twice',
  onSite: true,
  *judge({ embeds }, context) {
    for (const embed of embeds) {
      if (embed.target === null || embed.subpath === '' || context.placeOf(embed)?.kind !== 'heading') continue;
      const metadata = context.metadata(embed.target);
      const meant = metadata ? headingsMeant(metadata, embed.subpath) : [];
      const [first] = meant;
      if (!first || meant.length < 2) continue;
      const lines = meant.map(({ position }) => position.start.line + 1).join(', ');
      const { link } = embed;
      const message = `${noteName(embed.target)} has ${meant.length} headings that \`${embed.subpath}\` fits (lines ${lines}); the first is shown. Expected one.`;
      yield { at: link.position.start, link: link.link, message, fix: null };
    }
  },
};
