import { noteName } from '../../note/link-text';
import { isTakenBySite } from '../../link/outgoing-link';
import { retargetFix } from '../facts/retarget-fix';
import type { Rule } from '../facts/rule-context';

/** Obsidian keeps block ids in small letters and finds them in any; the publisher looks for the id as it is written. */
export const gardenBlock: Rule = {
  id: 'garden-block',
  looksAt: 'embeds',
  severity: 'error',
  title: 'Block for which the site shows the whole note',
  onSite: true,
  *judge({ embeds, isPublished }, context) {
    if (!isPublished) return;
    for (const embed of embeds) {
      const { link, target, subpath } = embed;
      const small = subpath.toLowerCase();
      if (target === null || subpath === small || !isTakenBySite(embed) || context.placeOf(embed)?.kind !== 'block')
        continue;
      const message = `The site does not find \`${subpath}\` and shows all of ${noteName(target)}. Expected \`${small}\`.`;
      yield {
        at: link.position.start,
        link: link.link,
        message,
        fix: retargetFix(link, { path: null, subpath: small }),
      };
    }
  },
};
