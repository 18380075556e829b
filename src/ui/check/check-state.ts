/** What is looked at: the operations pages and what they reach, the whole vault, or what the published site shows. */
export type CheckScope = 'board' | 'vault' | 'site';

/** What a pane of the check keeps over a restart. */
export interface CheckState {
  readonly scope: CheckScope;
  /** Only this rule; `''` for all. */
  readonly rule: string;
  readonly showIgnored: boolean;
}

export const INITIAL_CHECK: CheckState = { scope: 'board', rule: '', showIgnored: false };

/** Reads a state that was stored; what is not understood is as on the first day. */
export function readCheckState(stored: unknown): CheckState {
  const { scope, rule, showIgnored } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return {
    scope: scope === 'vault' || scope === 'site' ? scope : 'board',
    rule: typeof rule === 'string' ? rule : '',
    showIgnored: showIgnored === true,
  };
}
