import type { Severity } from '../../core/check/facts/finding';
import { isFields } from '../../core/text/fields';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What is looked at: the operations pages and what they reach, the whole vault, or what the published site shows. */
export type CheckScope = 'board' | 'vault' | 'site';

/** What a pane of the check keeps over a restart. */
export interface CheckState {
  readonly scope: CheckScope;
  /** Only this rule; `''` for all. */
  readonly rule: string;
  /** Only this severity; `''` for all. */
  readonly severity: Severity | '';
  /** Severities whose findings are folded away. */
  readonly folded: readonly Severity[];
  readonly showIgnored: boolean;
}

export const INITIAL_CHECK: CheckState = {
  scope: 'board',
  rule: '',
  severity: '',
  folded: ['info'],
  showIgnored: false,
};

/** Reads a state that was stored; what is not understood is as on the first day. */
export function readCheckState(stored: unknown): CheckState {
  const { scope, rule, severity, folded, showIgnored } = isFields(stored) ? stored : {};
  return {
    scope: scope === 'vault' || scope === 'site' ? scope : 'board',
    rule: typeof rule === 'string' ? rule : '',
    severity: SEVERITIES.find((one) => one === severity) ?? '',
    folded: Array.isArray(folded) ? SEVERITIES.filter((one) => folded.includes(one)) : INITIAL_CHECK.folded,
    showIgnored: showIgnored === true,
  };
}
