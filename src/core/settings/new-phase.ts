import type { PhaseSetting } from './settings';

/** The theme's palette in the order of the spectrum. */
export const PHASE_COLOURS: readonly string[] = ['red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'purple', 'pink'];

/** The colour of the next phase: behind the last one's in the palette, the first that no phase has; when all are taken, the very next. */
export function nextColour(phases: readonly Pick<PhaseSetting, 'colour'>[]): string | null {
  const last = PHASE_COLOURS.indexOf(phases.findLast(({ colour }) => colour !== null)?.colour ?? '');
  const behind = [...PHASE_COLOURS.slice(last + 1), ...PHASE_COLOURS.slice(0, last + 1)];
  return behind.find((colour) => !phases.some((phase) => phase.colour === colour)) ?? behind[0] ?? null;
}

/** The id that a phase has by its name where none is said. */
export const idOfName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

/** An id that no phase has, in the shape of a nested tag's segment. */
function newPhaseId(phases: readonly PhaseSetting[], name: string): string {
  const base = idOfName(name).replace(/[^\p{L}\p{N}-]/gu, '') || 'phase';
  let id = base;
  for (let again = 2; phases.some((phase) => phase.id === id); again++) id = `${base}-${again}`;
  return id;
}

/** The name to propose for the next phase: one more than the highest number, where names are numbered; else `''`. */
export function nextPhaseName(phases: readonly PhaseSetting[]): string {
  const numbers = phases.flatMap(({ name }) => (/^Day \d+$/.test(name) ? [Number(name.slice(4))] : []));
  return numbers.length === 0 ? '' : `Day ${Math.max(...numbers) + 1}`;
}

/** A phase beside these, with an id and a colour of its own; no page is set for it. */
export const newPhase = (phases: readonly PhaseSetting[], name: string, title: string): PhaseSetting => ({
  id: newPhaseId(phases, name),
  name,
  title,
  page: null,
  aliases: [],
  colour: nextColour(phases),
});
