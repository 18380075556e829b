import type { IgnoredFinding } from '../settings/settings';
import type { Finding, Severity } from './finding';
import { ignoredBy } from './ignore-finding';
import { RULES } from './rules/rules';

/** A finding in the pane, with the reason for which it is ignored; null when it is not. */
export interface CheckRow {
  readonly finding: Finding;
  readonly ignored: IgnoredFinding | null;
}

export interface CheckGroup {
  readonly path: string;
  readonly rows: readonly CheckRow[];
}

/** What the pane of the handbook check shows. */
export interface CheckList {
  readonly groups: readonly CheckGroup[];
  /** Rules with findings in the order of the rules, ignored ones not counted. */
  readonly rules: readonly { readonly id: string; readonly title: string; readonly count: number }[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly ignored: number;
  /** Those in the groups that can be mended. */
  readonly fixable: readonly Finding[];
}

export interface CheckWish {
  /** In the order in which they are shown. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  /** Only this rule; `''` for all. */
  readonly rule: string;
  readonly showIgnored: boolean;
}

/** Groups findings by note, and counts them. */
export function buildCheckList({ findings, ignored, rule, showIgnored }: CheckWish): CheckList {
  const rows = findings.map((finding): CheckRow => ({ finding, ignored: ignored.length === 0 ? null : ignoredBy(ignored, finding) }));
  const open = rows.filter((row) => row.ignored === null).map((row) => row.finding);
  const shown = rows.filter((row) => (rule === '' || row.finding.rule === rule) && (showIgnored || row.ignored === null));
  const byPath = new Map<string, CheckRow[]>();
  for (const row of shown) {
    const group = byPath.get(row.finding.path);
    if (group) group.push(row);
    else byPath.set(row.finding.path, [row]);
  }
  const countOf = (severity: Severity): number => open.filter((one) => one.severity === severity).length;
  return {
    groups: [...byPath].map(([path, inNote]) => ({ path, rows: inNote })),
    rules: RULES.flatMap(({ id, title }) => {
      const count = open.filter((one) => one.rule === id).length;
      return count === 0 ? [] : [{ id, title, count }];
    }),
    counts: { error: countOf('error'), warning: countOf('warning'), info: countOf('info') },
    ignored: rows.length - open.length,
    fixable: shown.flatMap((row) => (row.ignored === null && row.finding.fix !== null ? row.finding : [])),
  };
}
