import { noteName } from '../../note/link-text';
import type { Rule } from '../facts/rule-context';
import { isTakenBySite } from '../../link/outgoing-link';

/** @param by what shows it: `transclusion`. */
export const leakMessage = (name: string, by: string): string =>
  `${name} is not published, but its text will be on the site by this ${by}. Publish it (dg-publish), or link to it instead.`;

export const leakedNote: Rule = {
  id: 'leaked-note',
  looksAt: 'embeds',
  severity: 'error',
  title: 'Unpublished text that the site will show',
  onSite: true,
  *judge({ path, embeds, isPublished }, context) {
    if (!isPublished) return;
    for (const embed of embeds) {
      const { link, target, toNote } = embed;
      if (
        target === null ||
        target === path ||
        !toNote ||
        !isTakenBySite(embed) ||
        context.metadata(target) === null ||
        context.isPublished(target)
      )
        continue;
      const message = leakMessage(noteName(target), 'transclusion');
      yield { at: link.position.start, link: link.link, message, fix: null };
    }
  },
};
