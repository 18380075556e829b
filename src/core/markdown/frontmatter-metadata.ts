import { readFrontmatter } from '../frontmatter/read-frontmatter';
import { valueOf } from '../frontmatter/read-values';
import type { FrontmatterLinkMetadata, NoteMetadata, Pos } from '../note/note-metadata';
import { linkWords, readLink } from './written-link';

/** Links in properties; the `key` of one in a list or a map is the path to it, names and indexes joined by dots. */
function linksIn(value: unknown, path: readonly string[]): FrontmatterLinkMetadata[] {
  if (typeof value === 'string') {
    // A value that is one wikilink and nothing else.
    const written = readLink(value);
    return written?.form === 'wikilink' && !written.isEmbed
      ? [{ key: path.join('.'), original: value, ...linkWords(written) }]
      : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => linksIn(inner, [...path, name]))
    : [];
}

/** What the cache says of a note's YAML block: nothing when it holds no properties, or cannot be read. */
export function frontmatterMetadata(
  text: string,
  position: Pos,
): Pick<NoteMetadata, 'frontmatter' | 'frontmatterPosition' | 'frontmatterLinks'> {
  const read = readFrontmatter(text, position.start.offset, position.end.offset);
  if (!read || (read.entries.length === 0 && !read.map)) return {};
  const frontmatter = Object.fromEntries(read.entries.map(({ key, value }) => [key, valueOf(value)]));
  return { frontmatter, frontmatterPosition: position, frontmatterLinks: linksIn(frontmatter, []) };
}
