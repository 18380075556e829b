import type { CachedMetadata } from 'obsidian';
import { parseFrontMatterTags } from './parse-front-matter-tags';

/** Every tag of a note with its `#`: the frontmatter's, then the text's in order, repeats kept. */
export function getAllTags(cache: CachedMetadata): string[] {
  const inText = cache.tags?.map(({ tag }) => tag) ?? [];
  return [...(parseFrontMatterTags(cache.frontmatter) ?? []), ...inText];
}
