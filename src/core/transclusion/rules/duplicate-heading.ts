import { noteName } from '../../note/link-text';
import type { Rule } from '../court';
import { headingsMeant } from '../find-place';

export const duplicateHeading: Rule = {
  id: 'duplicate-heading',
  looksAt: 'embeds',
  severity: 'warning',
  title: 'Heading that stands in the note twice',
  onSite: true,
  *judge({ embeds }, court) {
    for (const embed of embeds) {
      if (embed.target === null || embed.subpath === '' || court.placeOf(embed)?.kind !== 'heading') continue;
      const metadata = court.metadata(embed.target);
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
