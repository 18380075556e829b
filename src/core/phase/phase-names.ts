import type { PhaseSetting } from '../settings/settings';

/** A name with case, white space, `-` and `_` ignored: `Day 1`, `day-1` and `DAY_1` are one name. */
export function nameKey(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[\s_-]+/g, '');
}

/** How a note or a link is named after a phase. */
export type PageName =
  /** `Day 1 Operations`, `Day 1 Ops`. */
  | 'full'
  /** `Day 1`, which a travel log has too. */
  | 'bare';

const namesOf = (phase: PhaseSetting): readonly string[] => [phase.name, ...phase.aliases];

/** The phase that a text names by id, name or former name, or null. */
export function phaseNamed(phases: readonly PhaseSetting[], text: string): PhaseSetting | null {
  const key = nameKey(text);
  if (key === '') return null;
  return phases.find((phase) => [phase.id, ...namesOf(phase)].some((name) => nameKey(name) === key)) ?? null;
}

/** Whether a note's name is a phase page's: exactly `<name>`, `<name> Operations` or `<name> Ops` (DESIGN 3). */
export function pageNameOf(phase: PhaseSetting, noteName: string): PageName | null {
  const key = nameKey(noteName);
  for (const name of namesOf(phase)) {
    const own = nameKey(name);
    if (own === '') continue;
    if (key === own) return 'bare';
    if (key === `${own}operations` || key === `${own}ops`) return 'full';
  }
  return null;
}

/** The phase whose page would have this name, and how it is named, or null. */
export function phaseOfPageName(
  phases: readonly PhaseSetting[],
  noteName: string,
): { readonly phase: PhaseSetting; readonly as: PageName } | null {
  for (const phase of phases) {
    const as = pageNameOf(phase, noteName);
    if (as) return { phase, as };
  }
  return null;
}

/** Keys of phase names with their digits blanked: `day#` for `Day 1`. Names without digits have no shape. */
function nameShapes(phases: readonly PhaseSetting[]): ReadonlySet<string> {
  const keys = phases.flatMap((phase) => [phase.id, ...namesOf(phase)]).map(nameKey);
  return new Set(keys.filter((key) => /\d/.test(key)).map((key) => key.replace(/\d+/g, '#')));
}

/** Whether a text looks like the name of a phase that does not exist, such as `day-7` beside Day 0, 1 and 2. */
export function looksLikePhase(phases: readonly PhaseSetting[], text: string): boolean {
  const key = nameKey(text);
  return /\d/.test(key) && phaseNamed(phases, text) === null && nameShapes(phases).has(key.replace(/\d+/g, '#'));
}

/** The number in a phase's name: 1 for `Day 1`; null when there is none or more than one. */
export function phaseNumber(phase: PhaseSetting): number | null {
  const numbers = phase.name.match(/\d+/g);
  return numbers?.length === 1 ? Number(numbers[0]) : null;
}

