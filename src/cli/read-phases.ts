import { errorsOf } from '../core/check/page-errors';
import type { PhaseProgress } from '../core/progress/phase-progress';
import { missingFor, type Missing } from '../core/progress/readiness';
import type { Settings } from '../core/settings/settings';
import type { CheckHost } from './check-command';
import { today } from './today';

/** A phase with what it lacks as of today. */
export interface JudgedPhase extends PhaseProgress {
  readonly overdue: number;
  readonly missing: readonly Missing[];
}

/** Judges phases by the settings' criteria; where errors of their pages count, when the handbook check has looked at all of the vault. */
export async function readPhases(
  phases: readonly PhaseProgress[],
  { readyCriteria }: Settings,
  { check, ignored }: CheckHost,
): Promise<JudgedPhase[]> {
  if (readyCriteria.includes('error')) await check.settle();
  const day = today();
  return phases.map((phase) => ({
    ...phase,
    overdue: phase.todos.filter(({ due }) => due !== null && due < day).length,
    missing: missingFor(phase, {
      today: day,
      criteria: readyCriteria,
      errorsIn: (page) => errorsOf(check, ignored, page),
    }),
  }));
}
