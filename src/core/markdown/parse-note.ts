import { openNoteSource, type NoteSource } from '../note/note-source';
import { readMarkdown } from './read-markdown';

/** A note with a text that is planned, as the app will read it. */
export const parseNote = (path: string, text: string): NoteSource =>
  openNoteSource(path, text, readMarkdown(text).metadata);
