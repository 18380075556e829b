import type { NoteSource } from '../note/note-source';
import { propertyOf } from '../note/property-of';
import { linesBetween } from '../note/text-line';

/** The key `tags` of YAML or JSON frontmatter, in any case. */
const TAGS_KEY = /(?:^|[{,\s])["']?tags["']?\s*:/i;

const NO_TAGS: readonly string[] = [];

/**
 * The tags of a note's frontmatter, each with `#`, in their order: the key `tags` in any case, a string is one tag, a value that
 * holds white space is none, and neither is what is not a string.
 */
export function frontmatterTags(frontmatter: Readonly<Record<string, unknown>> | undefined): readonly string[] {
  const value = propertyOf(frontmatter, 'tags');
  if (value === undefined || value === null) return NO_TAGS;
  return (Array.isArray(value) ? (value as unknown[]) : [value])
    .filter((tag) => typeof tag === 'string')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && !/\s/.test(tag))
    .map((tag) => (tag.startsWith('#') ? tag : `#${tag}`));
}

/** Where the frontmatter's `tags` key stands: 0-based line and UTF-16 offset of that line. The frontmatter's start when it is not found. */
export function tagsKeyLine(source: NoteSource): { readonly line: number; readonly offset: number } {
  const position = source.metadata.frontmatterPosition;
  if (!position) return { line: 0, offset: 0 };
  let line = position.start.line;
  for (const { start, end } of linesBetween(source.text, position.start.offset, position.end.offset)) {
    if (TAGS_KEY.test(source.text.slice(start, end))) return { line, offset: start };
    line++;
  }
  return { line: position.start.line, offset: position.start.offset };
}
