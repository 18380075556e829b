import type { PhaseSetting } from './settings';

/** The theme's palette in the order of the spectrum. */
export const PHASE_COLOURS: readonly string[] = ['red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'purple', 'pink'];

/** The colour of the next phase: behind the last one's in the palette, the first that no phase has; when all are taken, the very next. */
export function nextColour(phases: readonly Pick<PhaseSetting, 'colour'>[]): string | null {
  const last = PHASE_COLOURS.indexOf(phases.findLast(({ colour }) => colour !== null)?.colour ?? '');
  const behind = [...PHASE_COLOURS.slice(last + 1), ...PHASE_COLOURS.slice(0, last + 1)];
  return behind.find((colour) => !phases.some((phase) => phase.colour === colour)) ?? behind[0] ?? null;
}
