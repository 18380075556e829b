import type { NoteMetadata } from '../../note/note-metadata';
import type { TextEdit } from '../edit-plan';

/** An edit that says what it brings into the note's metadata, as far as its own place does not tell. */
export interface PlannedEdit extends TextEdit {
  /** Metadata of the inserted text, positions counted from the insertion's start. */
  readonly brings?: NoteMetadata;
  /** Properties of the frontmatter after the edit; one that is undefined is gone. */
  readonly properties?: Readonly<Record<string, unknown>>;
}
