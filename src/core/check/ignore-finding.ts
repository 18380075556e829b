import type { IgnoredFinding } from '../settings/settings';
import type { Finding } from './facts/finding';

/** What tells a finding from others of its rule in its note, while lines come and go above it. */
const subjectOf = ({ link, message }: Finding): string => (link === '' ? message : link);

/** The entry of the settings by which a finding is not shown. */
export const ignoredEntry = (finding: Finding, reason: string): IgnoredFinding => ({
  rule: finding.rule,
  path: finding.path,
  subject: subjectOf(finding),
  reason,
});

/** The entry by which the finding is ignored, or null. */
export function ignoredBy(ignored: readonly IgnoredFinding[], finding: Finding): IgnoredFinding | null {
  return (
    ignored.find(
      ({ rule, path, subject }) => rule === finding.rule && path === finding.path && subject === subjectOf(finding),
    ) ?? null
  );
}
