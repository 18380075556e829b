import { readLink, targetOf } from '../../markdown/written-link';
import { startOf } from '../../note/by-position';
import { locAt } from '../../note/loc-at';
import { noteName } from '../../note/link-text';
import type { Rule } from '../facts/rule-context';

/** The publisher carries out what looks like a transclusion wherever it stands: in code, formulas, HTML and properties too, where to Obsidian it is none. */
export const gardenCode: Rule = {
  id: 'garden-code',
  looksAt: 'text',
  severity: 'error',
  title: 'No transclusion, but the site carries it out',
  onSite: true,
  *judge({ path, isPublished, metadata: { embeds = [] }, source }, context) {
    if (!isPublished || !source) return;
    const { text } = source;
    const known = new Set(embeds.map(startOf));
    for (let at = text.indexOf('![['); at >= 0; at = text.indexOf('![[', at + 3)) {
      if (known.has(at)) continue;
      const link = readLink(text.slice(at, text.indexOf(']]', at) + 2));
      const linkpath = link ? targetOf(link).path : '';
      const target = linkpath === '' ? null : context.resolve(linkpath, path);
      if (!link || target === null || context.metadata(target) === null) continue;
      const leak = context.isPublished(target) ? '' : ', which is not published,';
      yield {
        at: locAt(text, at),
        link: linkpath,
        message: `The site puts the text of ${noteName(target)}${leak} here, though to Obsidian this is no transclusion. Expected a blank behind \`!\`, or no \`!\`.`,
        fix: null,
      };
    }
  },
};
