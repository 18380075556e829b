import type { FrontMatterCache } from 'obsidian';

/**
 * Tags of a frontmatter, each with its `#`, in order; null when it has no `tags` key (in any case) or
 * that is empty. A string is one tag. A tag with white space in it, or that is no string, is dropped.
 */
export function parseFrontMatterTags(frontmatter: FrontMatterCache | null | undefined): string[] | null {
  const key = Object.keys(frontmatter ?? {}).find((name) => /^tags$/i.test(name));
  const value: unknown = key === undefined ? undefined : frontmatter?.[key];
  if (value === undefined || value === null) return null;
  const tags: unknown[] = Array.isArray(value) ? value : [value];
  return tags
    .filter((tag) => typeof tag === 'string')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && !/\s/.test(tag))
    .map((tag) => (tag.startsWith('#') ? tag : `#${tag}`));
}
