import type { App } from 'obsidian';
import type { OperationsIndex } from '../../core/index/operations-index';
import { CROSS_PHASE } from '../../core/phase/columns';
import { tellReason } from '../plan/run-plan';
import { choose } from './choose';

/** Lets the user choose a phase, or Cross-phase, among the columns where something can go, or says why there is none; null when they leave things where they are. */
export function chooseColumn(
  app: App,
  subject: string,
  { settings }: OperationsIndex,
  problem: (column: string) => string | null,
): Promise<{ readonly value: string } | null> {
  const columns = [
    ...settings.phases.map(({ name, title }) => ({ text: name, note: title, value: name })),
    { text: CROSS_PHASE, note: 'Operations as a whole, no single phase', value: CROSS_PHASE },
  ];
  const possible = columns.filter(({ value }) => problem(value) === null);
  if (possible.length === 0) {
    // Of a phase's own column the reason would only be that it is there.
    tellReason(problem(CROSS_PHASE) ?? '');
    return Promise.resolve(null);
  }
  return choose(app, { question: `Move ${subject} to`, choices: possible });
}
