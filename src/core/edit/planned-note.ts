import { readNote } from '../markdown/read-note';
import type { NoteSource } from '../note/note-source';
import { applyEdits } from './apply-edits';
import type { TextEdit } from './edit-plan';

/** A note with what a plan changes in it. */
export interface PlannedChange {
  readonly source: NoteSource;
  readonly edits: readonly TextEdit[];
}

/** The note as it will be after the edits, in order. */
export const plannedNote = ({ source, edits }: PlannedChange): NoteSource =>
  readNote(source.path, applyEdits(source.text, edits));
