import type { PhaseSummary } from '../../core/progress/phase-progress';

/** How far a phase is, to the eye; the words stand beside it. */
export const ProgressBar = ({ finished, responsibilities }: Pick<PhaseSummary, 'finished' | 'responsibilities'>) => (
  <div class="ops-progress" aria-hidden="true" style={{ '--ops-done': `${(100 * finished) / responsibilities}%` }}>
    <div />
  </div>
);
