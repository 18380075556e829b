import { embedsOnSite, type EmbedOnSite } from '../../link/garden-rules';
import { startOf } from '../../note/by-position';
import { locAt } from '../../note/loc-at';
import { noteName } from '../../note/link-text';
import type { JudgeText, TextNote } from '../facts/rule-context';

/** What the publisher alone carries out as a transclusion, wherever it stands: in code, formulas, HTML and properties too, where to Obsidian it is none. */
export function embedsOfSiteAlone({ metadata: { embeds = [] }, source }: TextNote): readonly EmbedOnSite[] {
  const known = new Set(embeds.map(startOf));
  return [...embedsOnSite(source)].filter(({ at }) => !known.has(at));
}

export const gardenCode: JudgeText = function* (note, context) {
  for (const { at, path: link } of embedsOfSiteAlone(note)) {
    const target = context.resolve(link, note.path);
    if (target === null || context.metadata(target) === null) continue;
    const leak = context.isPublished(target) ? '' : ', which is not published,';
    yield {
      at: locAt(note.source.text, at),
      link,
      message: `The site puts the text of ${noteName(target)}${leak} here, though to Obsidian this is no transclusion. Expected a blank behind \`!\`, or no \`!\`.`,
    };
  }
};
