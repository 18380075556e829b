import { groupBy } from '../note/group-by';
import type { IgnoredFinding } from '../settings/settings';
import type { Finding, Severity } from './facts/finding';
import { ignoredBy } from './ignore-finding';
import { RULES } from './rules/rules';

/** A line of the pane: a finding, with the reason for which it is ignored; null when it is not. */
export interface CheckRow {
  readonly finding: Finding;
  readonly ignored: IgnoredFinding | null;
  /** All findings of its rule in the note, itself first; only it where it is ignored, or an error. */
  readonly places: readonly Finding[];
}

interface CheckGroup {
  readonly path: string;
  readonly rows: readonly CheckRow[];
}

interface CheckSection {
  readonly severity: Severity;
  /** Its findings, each place counted. */
  readonly count: number;
  readonly groups: readonly CheckGroup[];
}

/** What the pane of the handbook check shows. */
export interface CheckList {
  /** By severity, the gravest first; none without findings. */
  readonly sections: readonly CheckSection[];
  /** Rules with findings in the order of the rules, ignored ones not counted. */
  readonly rules: readonly { readonly id: string; readonly title: string; readonly count: number }[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly ignored: number;
  /** Those in the groups that can be fixed. */
  readonly fixable: readonly Finding[];
}

export interface CheckListRequest {
  /** In the order in which they are shown. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  /** Only this rule; `''` for all. */
  readonly rule: string;
  /** Only this severity; `''` for all. */
  readonly severity: Severity | '';
  readonly showIgnored: boolean;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

type Judged = Omit<CheckRow, 'places'>;

/** The lines of each note, those of one rule folded into one; not errors, of which each has to be read. */
function groupByNote(rows: readonly Judged[]): CheckGroup[] {
  const lineOf = ({ finding: { rule, severity, at }, ignored }: Judged): string =>
    ignored === null && severity !== 'error' ? rule : `${rule} ${at.offset}`;
  return [...groupBy(rows, ({ finding }) => finding.path)].map(([path, own]) => ({
    path,
    rows: [...groupBy(own, lineOf).values()].flatMap((alike) =>
      alike.slice(0, 1).map((row) => ({ ...row, places: alike.map(({ finding }) => finding) })),
    ),
  }));
}

/** Groups findings by severity and note, and counts them. */
export function buildCheckList({ findings, ignored, rule, severity, showIgnored }: CheckListRequest): CheckList {
  const rows = findings.map((finding): Judged => ({
    finding,
    ignored: ignored.length === 0 ? null : ignoredBy(ignored, finding),
  }));
  const open = rows.filter((row) => row.ignored === null).map((row) => row.finding);
  const shown = rows.filter(
    (row) =>
      (rule === '' || row.finding.rule === rule) &&
      (severity === '' || row.finding.severity === severity) &&
      (showIgnored || row.ignored === null),
  );
  const countOf = (wanted: Severity): number => open.filter((one) => one.severity === wanted).length;
  return {
    sections: SEVERITIES.flatMap((one) => {
      const inSection = shown.filter(({ finding }) => finding.severity === one);
      return inSection.length === 0 ? [] : [{ severity: one, count: inSection.length, groups: groupByNote(inSection) }];
    }),
    rules: RULES.flatMap(({ id, title }) => {
      const count = open.filter((one) => one.rule === id).length;
      return count === 0 ? [] : [{ id, title, count }];
    }),
    counts: { error: countOf('error'), warning: countOf('warning'), info: countOf('info') },
    ignored: rows.length - open.length,
    fixable: shown.flatMap((row) => (row.ignored === null && row.finding.fix !== null ? row.finding : [])),
  };
}
