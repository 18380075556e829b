import { columnNamed } from '../core/phase/columns';
import { phaseProgress } from '../core/progress/phase-progress';
import { MISSING_WORDS } from '../core/progress/readiness';
import type { CliCommand } from './cli-command';
import { failHelp, FORMAT, isGiven, isJson, toJson } from './parse-flags';
import { toMissingRecord } from './phases-command';
import { readPhases, type JudgedPhase } from './read-phases';
import { alignColumns, truncate } from './table';

/** Texts longer than this would push the place out of sight. */
const TEXT_WIDTH = 70;

function describe({ summary: { name, title }, missing }: JudgedPhase): string[] {
  const rows = missing.map(({ what, path, line, text }) => [
    MISSING_WORDS[what],
    truncate(text, TEXT_WIDTH),
    path === null ? '' : `${path}:${(line ?? 0) + 1}`,
  ]);
  return [
    `${name}${title === '' ? '' : ` · ${title}`}: ${missing.length === 0 ? 'ready' : `not ready, ${missing.length} missing`}`,
    ...alignColumns(rows, '  '),
  ];
}

/** `operations-lifecycle:ready` */
export const readyCommand: CliCommand = {
  action: 'ready',
  description: 'Say whether a phase is ready, and what it lacks',
  flags: {
    phase: { value: '<name>', description: 'Only this phase' },
    ...FORMAT,
    fail: { description: failHelp('something is missing') },
  },
  async run(values, host) {
    const { index, vault } = host.context;
    const { phases: all } = index.settings;
    const name = values.phase === undefined ? null : columnNamed(all, values.phase);
    const asked = phaseProgress(index, vault).filter(
      ({ summary }) => values.phase === undefined || summary.name === name,
    );
    if (values.phase !== undefined && asked.length === 0)
      throw new Error(`There is no phase "${values.phase}". Allowed: ${all.map((phase) => phase.name).join(', ')}.`);
    const phases = await readPhases(asked, host);
    const report = isJson(values)
      ? toJson(
          phases.map(({ summary, missing }) => ({
            name: summary.name,
            ready: missing.length === 0,
            missing: missing.map(toMissingRecord),
          })),
        )
      : phases.map((phase) => describe(phase).join('\n')).join('\n\n');
    if (isGiven(values, 'fail') && phases.some(({ missing }) => missing.length > 0)) throw new Error(report);
    return report;
  },
};
