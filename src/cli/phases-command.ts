import type { OperationsIndex, VaultView } from '../core/index/operations-index';
import { phaseProgress, type PhaseSummary } from '../core/progress/phase-progress';
import type { CliCommand } from './cli-command';
import { oneOf } from './parse-flags';
import { alignColumns, count } from './table';

/** A phase's line, cell by cell. */
export function describePhase({ name, title, page, open, stubs, responsibilities, owned }: PhaseSummary): string[] {
  const without = responsibilities - owned;
  const empty = stubs === 0 ? '' : ` (${stubs} empty)`;
  return [
    title === '' ? name : `${name} · ${title}`,
    `${open} open${empty}`,
    count(responsibilities, 'responsibility', 'responsibilities') + (without === 0 ? '' : `, ${without} without owner`),
    page ?? 'no page yet',
  ];
}

/** `operations-lifecycle:phases` */
export function phasesCommand(index: () => OperationsIndex, vault: VaultView): CliCommand {
  return {
    action: 'phases',
    description: 'List the lifecycle phases with their pages and counts',
    flags: { format: { value: 'text|json', description: 'Text for people (default) or JSON' } },
    run(values) {
      const phases = phaseProgress(index(), vault).map(({ summary }) => summary);
      if (oneOf(values, 'format', ['text', 'json']) === 'json') return JSON.stringify(phases, null, 2);
      return phases.length === 0 ? 'There are no phases. Add one in the settings.' : alignColumns(phases.map(describePhase)).join('\n');
    },
  };
}
