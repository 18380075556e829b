import type { IgnoredFinding } from '../settings/settings';
import type { Finding } from './facts/finding';
import type { HandbookCheck } from './handbook-check';
import { ignoredBy } from './ignore-finding';

/** The errors that the check has found in a note, without those that are ignored. */
export function errorsOf(check: HandbookCheck, ignored: readonly IgnoredFinding[], path: string): Finding[] {
  return check
    .findingsOf(path)
    .filter((finding) => finding.severity === 'error' && ignoredBy(ignored, finding) === null);
}
