import { counted } from '../core/wording/counted';
import { isRefusal } from '../core/text/refusal';
import type { VaultView } from '../core/index/operations-index';
import { isPublished } from '../core/note/is-published';
import type { Finding } from '../core/check/facts/finding';
import { ignoredBy } from '../core/check/ignore-finding';
import { listFindings } from '../core/check/list-findings';
import { planFixes } from '../core/check/plan-fixes';
import { RULES, ruleNamed } from '../core/check/rules/rules';
import { carryOut } from './carry-out';
import type { CliCommand } from './cli-command';
import type { CliHost } from './cli-host';
import { failHelp, FORMAT, isGiven, isJson, oneOf, toJson, type CliValues } from './parse-flags';

/** A finding as `format=json` prints it; line and column 1-based. */
const toFindingRecord = ({ rule, severity, path, at, link, message, fix }: Finding) => ({
  rule,
  severity,
  path,
  line: at.line + 1,
  column: at.col + 1,
  link,
  message,
  fixable: fix !== null,
});

export type FindingRecord = ReturnType<typeof toFindingRecord>;

function rulesIn(values: CliValues): string[] {
  const ids = (values.rule ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const unknown = ids.find((id) => ruleNamed(id) === null);
  if (unknown !== undefined)
    throw new Error(`There is no rule "${unknown}". Allowed: ${RULES.map(({ id }) => id).join(', ')}.`);
  return ids;
}

function pathIn(vault: VaultView, { path }: CliValues): string | null {
  const given = path ?? '';
  if (given === '') return null;
  if (given.endsWith('.canvas') && vault.exists(given)) return given;
  for (const note of vault.notes())
    if (note === given || note === `${given}.md` || note.startsWith(`${given}/`)) return given;
  throw new Error(`There is no note or folder "${given}". Give its path from the vault's root.`);
}

function summarize(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing found.';
  const of = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  const counts = [
    [of('error'), counted(of('error'), 'error')],
    [of('warning'), counted(of('warning'), 'warning')],
    [of('info'), `${of('info')} to know`],
  ] as const;
  const notes = counted(new Set(findings.map(({ path }) => path)).size, 'note');
  const fixable = findings.filter(({ fix }) => fix !== null).length;
  const text = counts.flatMap(([number, words]) => (number === 0 ? [] : words)).join(', ');
  return `${text} in ${notes}${fixable === 0 ? '.' : `; fix takes care of ${fixable}.`}`;
}

const printFinding = ({ rule, path, at, message }: Finding): string =>
  `${path}:${at.line + 1}:${at.col + 1} ${rule} ${message}`;

async function find(values: CliValues, { context, check: { check, ignored } }: CliHost): Promise<Finding[]> {
  const { vault } = await context.planning();
  await check.settle();
  const isWhole = oneOf(values, 'scope', ['board', 'vault']) === 'vault';
  return listFindings(
    [...check.findings()].filter((finding) => ignoredBy(ignored, finding) === null),
    {
      notes: isWhole ? null : await check.pages(),
      isPublished: isGiven(values, 'published') ? (path) => isPublished(vault.metadata(path)) : null,
      path: pathIn(vault, values),
      rules: rulesIn(values),
    },
  );
}

/** `operations-lifecycle:check` */
export const checkCommand: CliCommand = {
  action: 'check',
  description: 'Check transclusions, phase pages and what the published site shows',
  flags: {
    ...FORMAT,
    scope: {
      value: 'board|vault',
      description: 'The operations pages and what they reach (default), or the whole vault',
    },
    published: { description: 'Only published notes, and what matters to the site' },
    path: { value: '<path>', description: 'Only this note or folder' },
    rule: { value: '<id>', description: 'Only this rule; several with commas between' },
    fix: { description: 'Fix what can be fixed safely, then check again' },
    'dry-run': { description: 'With fix: print what it would write, and write nothing' },
    fail: { description: failHelp('one is found') },
  },
  async run(values, host) {
    const { context } = host;
    const asJson = isJson(values);
    const isDryRun = isGiven(values, 'dry-run');
    if (isDryRun && !isGiven(values, 'fix')) throw new Error('dry-run goes with fix: it prints what fix would write.');
    let findings = await find(values, host);
    let fixed = '';
    if (isGiven(values, 'fix')) {
      const planning = await context.planning();
      const planned = await planFixes(findings, planning);
      fixed = isRefusal(planned) ? planned.refusal : await carryOut(planned, values, context);
      if (isDryRun) return fixed;
      findings = await find(values, host);
    }
    const report = asJson
      ? toJson(findings.map(toFindingRecord))
      : [...(fixed === '' ? [] : [fixed, '']), ...findings.map(printFinding), summarize(findings)].join('\n');
    if (isGiven(values, 'fail') && findings.some(({ severity }) => severity === 'error')) throw new Error(report);
    return report;
  },
};
