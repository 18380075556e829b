import { isoDay } from '../core/text/iso-day';
import { errorsOf } from '../core/check/page-errors';
import type { PhaseProgress } from '../core/progress/phase-progress';
import { missingFor, type Missing } from '../core/progress/readiness';
import type { CliHost } from './cli-host';

/** A phase with what it lacks as of today. */
export interface JudgedPhase extends PhaseProgress {
  readonly overdue: number;
  readonly missing: readonly Missing[];
}

/** Judges phases by the settings' criteria; where errors of their pages count, when the handbook check has looked at all of the vault. */
export async function readPhases(
  phases: readonly PhaseProgress[],
  { context, check: { check, ignored } }: CliHost,
): Promise<JudgedPhase[]> {
  const { readyCriteria } = context.index.settings;
  if (readyCriteria.includes('error')) await check.settle();
  const today = isoDay(new Date());
  return phases.map((phase) => ({
    ...phase,
    overdue: phase.todos.filter(({ due }) => due !== null && due < today).length,
    missing: missingFor(phase, {
      today,
      criteria: readyCriteria,
      errorsIn: (page) => errorsOf(check, ignored, page),
    }),
  }));
}
