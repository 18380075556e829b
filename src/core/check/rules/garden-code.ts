import { embedsOnSite } from '../../link/garden-rules';
import { startOf } from '../../note/by-position';
import { locAt } from '../../note/loc-at';
import { noteName } from '../../note/link-text';
import type { RuleContext, TextNote } from '../facts/rule-context';
import type { Found } from '../facts/finding';

/** The publisher carries out what looks like a transclusion wherever it stands: in code, formulas, HTML and properties too, where to Obsidian it is none. */
export function* gardenCode(
  { path, metadata: { embeds = [] }, source }: TextNote,
  context: RuleContext,
): Generator<Found> {
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
}
