import { parseNote } from '../markdown/parse-note';
import type { NoteSource } from '../note/note-source';
import { applyEdits } from './apply-edits';
import type { TextEdit } from '../text/text-edit';

/** A note with what a plan changes in it. */
export interface PlannedChange {
  readonly source: NoteSource;
  readonly edits: readonly TextEdit[];
}

/** The note as it will be after the edits, in order. */
export const plannedNote = ({ source, edits }: PlannedChange): NoteSource =>
  parseNote(source.path, applyEdits(source.text, edits));
