import type { IgnoredFinding } from '../settings/settings';
import type { Finding } from './facts/finding';
import type { HandbookCheck } from './handbook-check';
import { ignoredBy } from './ignore-finding';

/** An error on a note; line 0-based. */
export interface NoteError {
  readonly line: number;
  readonly message: string;
  readonly fixable: boolean;
}

/** The errors that the check has found in a note, without those that are ignored. */
export function errorFindings(check: HandbookCheck, ignored: readonly IgnoredFinding[], path: string): Finding[] {
  return check
    .findingsOf(path)
    .filter((finding) => finding.severity === 'error' && ignoredBy(ignored, finding) === null);
}

/** The same, as they are told. */
export const errorsOf = (...asked: Parameters<typeof errorFindings>): NoteError[] =>
  errorFindings(...asked).map(({ at, message, fix }) => ({ line: at.line, message, fixable: fix !== null }));
