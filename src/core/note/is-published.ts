import type { NoteMetadata } from './note-metadata';
import { propertyOf } from './property-of';

/** Whether the Digital Garden publishes the note: `dg-publish: true`. */
export function isPublished(metadata: NoteMetadata | null): boolean {
  const value = propertyOf(metadata?.frontmatter, 'dg-publish');
  return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true');
}
