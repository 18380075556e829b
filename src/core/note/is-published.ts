import type { NoteMetadata } from './note-metadata';

/**
 * Whether the Digital Garden publishes the note. It asks JavaScript whether the property is true, so `yes`, `1` and a template's
 * `{{publish}}` (to YAML a map) are, the text `false` alone is not, and a property in other case is not looked at.
 */
export function isPublished(metadata: NoteMetadata | null): boolean {
  const asked: unknown = metadata?.frontmatter?.['dg-publish'];
  return Boolean(asked) && asked !== 'false';
}

/** Whether some note says of itself whether it is published: only such a vault is asked about publishing. */
export const usesPublisher = (vault: {
  notes(): Iterable<string>;
  metadata(path: string): NoteMetadata | null;
}): boolean => [...vault.notes()].some((path) => vault.metadata(path)?.frontmatter?.['dg-publish'] !== undefined);
