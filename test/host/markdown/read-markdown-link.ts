import type { Reference } from 'obsidian';

/**
 * A Markdown link or image into the vault, null for any other: it is internal
 * when its destination begins with `./` or `../` or holds no `:`. `original` is its source text.
 */
export function readMarkdownLink(url: string, original: string): Required<Reference> | null {
  // Autolinks have no brackets of their own.
  if (!url || !/^!?\[/.test(original)) return null;
  if (url.includes(':') && !/^\.\.?\//.test(url)) return null;
  const link = decode(url);
  if (link === null) return null;
  return { link, original, displayText: original.slice(original.indexOf('[') + 1, original.lastIndexOf('](')) };
}

/** Only what `decodeURI` decodes: `%20` but not `%23`. A malformed escape makes the link an external one. */
function decode(url: string): string | null {
  try {
    return decodeURI(url);
  } catch {
    return null;
  }
}
