import type { IgnoredFinding } from '../settings/settings';
import type { HandbookCheck } from './handbook-check';
import { ignoredBy } from './ignore-finding';

/** An error on a note; line 0-based. */
export interface NoteError {
  readonly line: number;
  readonly message: string;
}

/** The errors that the check has found in a note, without those that are ignored. */
export function errorsOf(check: HandbookCheck, ignored: readonly IgnoredFinding[], path: string): NoteError[] {
  const errors = check
    .findingsOf(path)
    .filter((finding) => finding.severity === 'error' && ignoredBy(ignored, finding) === null);
  return errors.map(({ at, message }) => ({ line: at.line, message }));
}
