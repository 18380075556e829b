import type { PhaseSetting } from '../settings/settings';
import { nameKey, phaseNamed, phaseOfPageName } from './phase-names';
import type { Judgement } from './phase-rules';

/** Columns of the board that are no phase. */
export const CROSS_PHASE = 'Cross-phase';
export const ELSEWHERE = 'Elsewhere';

/** The board's column of what was judged so: the phase's name, Cross-phase for operations as a whole, Elsewhere for the rest of the vault. */
export function columnOf({ phase, why }: Pick<Judgement, 'phase' | 'why'>): string {
  return phase?.name ?? (why === 'overview' ? CROSS_PHASE : ELSEWHERE);
}

/** The board's columns in order, Elsewhere last. */
export function columnNames(phases: readonly PhaseSetting[]): string[] {
  return [...phases.map(({ name }) => name), CROSS_PHASE, ELSEWHERE];
}

/** The column that a text names: a phase's name, title, alias, id or page name, `Cross-phase` or `Elsewhere`; null when none. */
export function columnNamed(phases: readonly PhaseSetting[], text: string): string | null {
  const own = [CROSS_PHASE, ELSEWHERE].find((name) => nameKey(name) === nameKey(text));
  const titled = phases.find(({ title }) => nameKey(title) === nameKey(text));
  return own ?? (phaseNamed(phases, text) ?? titled ?? phaseOfPageName(phases, text)?.phase)?.name ?? null;
}
