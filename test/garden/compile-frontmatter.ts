import { gardenAddress } from '../../src/core/note/garden-slug';
import type { NoteMetadata } from '../../src/core/note/note-metadata';

export const FRONTMATTER = /^\s*?---[\r\n]([\s\S]*?)[\r\n]---/g;

/** Whether the publisher takes the note: it shows the address of no other in a copy. Any value that is true to JavaScript does, but the text `false`. */
export function isPublished(metadata: NoteMetadata | null): boolean {
  const asked: unknown = metadata?.frontmatter?.['dg-publish'];
  return Boolean(asked) && asked !== 'false';
}

/** The address in a copy's link: the permalink asked for, else the path's slugs. */
export function addressOf(path: string, metadata: NoteMetadata | null): string {
  const asked = metadata?.frontmatter?.['dg-permalink'];
  // The real one fails in the same way: it asks whether the permalink ends in a slash.
  if (asked !== undefined && asked !== null && typeof asked !== 'string')
    throw new TypeError(`The dg-permalink of ${path} is no text.`);
  return typeof asked === 'string' && asked !== ''
    ? asked.replace(/^(?!\/)/, '/').replace(/([^/])$/, '$1/')
    : gardenAddress(path);
}

/** The page's frontmatter: one line of JSON. */
export function compileFrontmatter(path: string, metadata: NoteMetadata | null): string {
  const asked = metadata?.frontmatter?.['dg-permalink'];
  const own = {
    'dg-publish': true,
    ...(asked === undefined ? {} : { 'dg-permalink': asked }),
    permalink: addressOf(path, metadata),
  };
  return `---\n${JSON.stringify(own)}\n---\n`;
}
