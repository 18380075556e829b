import { counted } from '../core/wording/counted';
import { phaseProgress, type PhaseSummary } from '../core/progress/phase-progress';
import type { Missing } from '../core/progress/readiness';
import type { CliCommand } from './cli-command';
import { FORMAT, isJson, toJson } from './parse-flags';
import { readPhases } from './read-phases';
import { alignColumns } from './table';

/** A phase's line, cell by cell. */
export function describePhase({
  name,
  title,
  page,
  open,
  stubs,
  responsibilities,
  owned,
  finished,
}: PhaseSummary): string[] {
  const empty = stubs === 0 ? '' : ` (${stubs} empty)`;
  return [
    title === '' ? name : `${name} · ${title}`,
    `${open} open${empty}`,
    (responsibilities === 0
      ? 'no responsibilities'
      : `${finished} of ${counted(responsibilities, 'responsibility', 'responsibilities')} done`) +
      (owned < responsibilities ? `, ${owned} of ${responsibilities} owned` : ''),
    page ?? 'no page yet',
  ];
}

/** What a phase lacks, as `format=json` prints it; line 1-based. */
export const toMissingRecord = ({ what, path, line, text }: Missing): Omit<Missing, 'fixable'> => ({
  what,
  path,
  line: line === null ? null : line + 1,
  text,
});

/** `operations-lifecycle:phases` */
export const phasesCommand: CliCommand = {
  action: 'phases',
  description: 'List the lifecycle phases with their pages, counts and what they lack',
  flags: FORMAT,
  async run(values, host) {
    const { context } = host;
    const asJson = isJson(values);
    const phases = await readPhases(phaseProgress(context.index, context.vault), host);
    if (asJson)
      return toJson(
        phases.map(({ summary, overdue, missing }) => ({
          ...summary,
          overdue,
          ready: missing.length === 0,
          missing: missing.map(toMissingRecord),
        })),
      );
    if (phases.length === 0) return 'There are no phases. Add one in the settings.';
    const cells = phases.map(({ summary, overdue, missing }) => {
      const [name = '', open = '', ...rest] = describePhase(summary);
      return [
        name,
        open + (overdue === 0 ? '' : `, ${overdue} overdue`),
        missing.length === 0 ? 'ready' : `${missing.length} missing`,
        ...rest,
      ];
    });
    return alignColumns(cells).join('\n');
  },
};
