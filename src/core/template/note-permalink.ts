import { gardenAddress } from '../note/garden-slug';
import type { GardenPaths } from '../settings/settings';

/** The address that the Digital Garden gives a note at this path when it has no permalink, for a `dg-permalink`. */
export function notePermalink(path: string, { rewriteRules, slugify }: GardenPaths): string {
  let published = path;
  for (const rule of rewriteRules) {
    const [from = '', to] = rule.split(':');
    if (to === undefined || !path.startsWith(from)) continue;
    published = (to + path.slice(from.length)).replace(/^\//, '');
    break;
  }
  if (slugify) return gardenAddress(published);
  return `/${published.replace(/\.[^./]*$/, '')}/`;
}
