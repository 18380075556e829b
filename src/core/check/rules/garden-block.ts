import { noteName } from '../../note/link-text';
import { isTakenBySite } from '../../link/outgoing-link';
import { retargetFix } from '../facts/retarget-fix';
import type { Rule } from '../facts/rule-context';

/**
 * Obsidian keeps block ids in small letters and finds them in any; the publisher looks for the id as it is written. Of a bullet it copies the
 * own lines, where Obsidian shows what is nested in it too.
 */
export const gardenBlock: Rule = {
  id: 'garden-block',
  looksAt: 'embeds',
  severity: 'error',
  title: 'Block of which the site shows more, or less',
  onSite: true,
  *judge({ embeds, isPublished }, context) {
    if (!isPublished) return;
    for (const embed of embeds) {
      const { link, target, subpath } = embed;
      const place = target !== null && isTakenBySite(embed) ? context.placeOf(embed) : null;
      if (target === null || place?.kind !== 'block') continue;
      const small = subpath.toLowerCase();
      const block = context.metadata(target)?.blocks?.[small.slice(2)];
      const at = link.position.start;
      if (subpath !== small) {
        const message = `The site does not find \`${subpath}\` and shows all of ${noteName(target)}. Expected \`${small}\`.`;
        yield { at, link: link.link, message, fix: retargetFix(link, { path: null, subpath: small }) };
      } else if (block && block.position.end.offset < place.range.end) {
        const message = `The site shows the bullet \`${subpath}\` of ${noteName(target)} without what is nested in it. Expected its section by the heading.`;
        yield { at, link: link.link, message, fix: null };
      }
    }
  },
};
