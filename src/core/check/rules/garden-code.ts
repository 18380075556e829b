import { embedsOnSite } from '../../link/garden-rules';
import { startOf } from '../../note/by-position';
import { locAt } from '../../note/loc-at';
import { noteName } from '../../note/link-text';
import type { TextRule } from '../facts/rule-context';

/** The publisher carries out what looks like a transclusion wherever it stands: in code, formulas, HTML and properties too, where to Obsidian it is none. */
export const gardenCode: TextRule = {
  id: 'garden-code',
  looksAt: 'publishedText',
  severity: 'error',
  title: 'No transclusion, but the site carries it out',
  onSite: true,
  *judge({ path, metadata: { embeds = [] }, source }, context) {
    const known = new Set(embeds.map(startOf));
    for (const { at, path: link } of embedsOnSite(source)) {
      const target = known.has(at) ? null : context.resolve(link, path);
      if (target === null || context.metadata(target) === null) continue;
      const leak = context.isPublished(target) ? '' : ', which is not published,';
      yield {
        at: locAt(source.text, at),
        link,
        message: `The site puts the text of ${noteName(target)}${leak} here, though to Obsidian this is no transclusion. Expected a blank behind \`!\`, or no \`!\`.`,
      };
    }
  },
};
