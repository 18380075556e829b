import { noteName } from '../core/note/link-text';
import type { Misfit } from '../core/edit/rebase-edits';

/** Nothing was written, or all that was has been taken back; the message says why, for people. */
export class WriteError extends Error {}

/** The note is not what the plan was made for. */
export function misfitError(path: string, misfit: Misfit): WriteError {
  return new WriteError(
    misfit === 'gone'
      ? `${noteName(path)} has changed meanwhile: the text to be changed is not there any more. Nothing was written; look at the note and try again.`
      : `${noteName(path)} has changed meanwhile, and the text to be changed stands there more than once. Nothing was written; look at the note and try again.`,
  );
}
