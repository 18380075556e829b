import { noteName } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import { propertyOf } from '../note/property-of';
import { refuse, type Refusal } from '../text/refusal';

/** The property by which the Kanban plugin knows its boards; it keeps them in memory and writes over what others write. */
const KANBAN_PROPERTY = 'kanban-plugin';

/** Why nothing may be written into the note, whatever it is; null when it may. */
export function refuseNote({ path, metadata }: Pick<NoteSource, 'path' | 'metadata'>): Refusal | null {
  if (propertyOf(metadata.frontmatter, KANBAN_PROPERTY) === undefined) return null;
  return refuse(`${noteName(path)} is a board of the Kanban plugin. Edit it in its board.`);
}
