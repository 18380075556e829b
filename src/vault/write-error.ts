import type { NewNote } from '../core/edit/edit-plan';
import type { RebaseProblem } from '../core/edit/rebase-edits';
import { noteName } from '../core/note/link-text';

/** Nothing was written, or all that was has been taken back, or it says what was not; the message is for people. */
export class WriteError extends Error {
  /** Notes that are not as they should be, with the text that should stand there: for the user to copy. */
  constructor(
    message: string,
    readonly lost: readonly NewNote[] = [],
  ) {
    super(message);
  }
}

/** The note is not what the plan was made for. */
export function misfitError(path: string, misfit: RebaseProblem): WriteError {
  return new WriteError(
    misfit === 'gone'
      ? `${noteName(path)} has changed meanwhile: the text to be changed is not where it was any more. Nothing was written; look at the note and try again.`
      : `${noteName(path)} has changed meanwhile, and the text to be changed stands there more than once. Nothing was written; look at the note and try again.`,
  );
}
