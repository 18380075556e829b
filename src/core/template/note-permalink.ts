import { gardenAddress, gardenPath } from '../note/garden-slug';
import type { GardenPaths } from '../settings/settings';

/** The address that the Digital Garden gives a note at this path when it has no permalink, for a `dg-permalink`. */
export function notePermalink(path: string, { rewriteRules, slugify }: GardenPaths): string {
  const published = gardenPath(path, rewriteRules);
  if (slugify) return gardenAddress(published);
  return `/${published.replace(/\.[^./]*$/, '')}/`;
}
