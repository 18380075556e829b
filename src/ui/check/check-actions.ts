import type { IgnoredFinding } from '../../core/settings/settings';
import type { Finding } from '../../core/check/facts/finding';
import type { CheckState } from './check-state';

/** What a person can want of the pane. Components hand these back; the view carries them out. */
export interface CheckActions {
  open(finding: Finding, event: MouseEvent | KeyboardEvent): void;
  openNote(path: string, event: MouseEvent | KeyboardEvent): void;
  fix(findings: readonly Finding[]): void;
  ignore(finding: Finding): void;
  /** Takes an ignored finding seriously again. */
  heed(ignored: IgnoredFinding): void;
  change(change: Partial<CheckState>): void;
}
