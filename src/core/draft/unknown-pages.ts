import type { Lifecycle } from '../phase/lifecycle';
import type { PhaseSetting } from '../settings/settings';

const choose = (candidates: readonly string[], what: string): string =>
  `${candidates.join(' and ')} could each be ${what}: choose one in the settings first.`;

/** Why there is no page of the phase to work with: several could be meant, or there is none. */
export function noPage({ questions }: Lifecycle, phase: PhaseSetting): string {
  const asked = questions.find((question) => question.kind === 'phase-page' && question.phase === phase.name);
  if (asked?.kind === 'phase-page') return choose(asked.candidates, `the page of ${phase.name}`);
  return `${phase.name} has no page yet. Make one with “New phase page…”, or choose it in the settings.`;
}

/** Why there is no overview page to work with, or null where there simply is none. */
export function whichOverview({ questions }: Lifecycle): string | null {
  const asked = questions.find(({ kind }) => kind === 'overview');
  return asked?.kind === 'overview' ? choose(asked.candidates, 'the overview page') : null;
}
