import { columnNamed } from '../core/index/list-todos';
import type { OperationsIndex, VaultView } from '../core/index/operations-index';
import { phaseProgress } from '../core/progress/phase-progress';
import { MISSING_WORDS } from '../core/progress/readiness';
import type { CheckHost } from './check-command';
import type { CliCommand } from './cli-command';
import { failHelp, isGiven, oneOf } from './parse-flags';
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
export function readyCommand(index: () => OperationsIndex, vault: VaultView, check: CheckHost): CliCommand {
  return {
    action: 'ready',
    description: 'Say whether a phase is ready, and what it lacks',
    flags: {
      phase: { value: '<name>', description: 'Only this phase' },
      format: { value: 'text|json', description: 'Text for people (default) or JSON' },
      fail: { description: failHelp('something is missing') },
    },
    async run(values) {
      const { settings } = index();
      const name = values.phase === undefined ? null : columnNamed(settings.phases, values.phase);
      const asked = phaseProgress(index(), vault).filter(
        ({ summary }) => values.phase === undefined || summary.name === name,
      );
      if (values.phase !== undefined && asked.length === 0)
        throw new Error(
          `There is no phase "${values.phase}". Allowed: ${settings.phases.map((phase) => phase.name).join(', ')}.`,
        );
      const phases = await readPhases(asked, settings, check);
      const report =
        oneOf(values, 'format', ['text', 'json']) === 'json'
          ? JSON.stringify(
              phases.map(({ summary, missing }) => ({
                name: summary.name,
                ready: missing.length === 0,
                missing: missing.map(toMissingRecord),
              })),
              null,
              2,
            )
          : phases.map((phase) => describe(phase).join('\n')).join('\n\n');
      if (isGiven(values, 'fail') && phases.some(({ missing }) => missing.length > 0)) throw new Error(report);
      return report;
    },
  };
}
