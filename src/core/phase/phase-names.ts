import { oncePer } from '../note/once-per';
import { isLetterOrDigit } from '../note/ascii';
import type { PhaseSetting } from '../settings/settings';

/** A name with case, white space, `-` and `_` ignored: `Day 1`, `day-1` and `DAY_1` are one name. */
export function nameKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

/** How a note or a link is named after a phase. */
export interface NamedPage {
  readonly phase: PhaseSetting;
  /** `full`: `Day 1 Operations`, `Day 1 Ops`. `bare`: `Day 1`, which a travel log has too. */
  readonly as: 'full' | 'bare';
}

/** What a list of phases answers to, by `nameKey`. The first phase that claims a name has it. */
interface Names {
  readonly phases: ReadonlyMap<string, PhaseSetting>;
  readonly pages: ReadonlyMap<string, NamedPage>;
  /** Keys with their digits blanked: `day#` for `Day 1`; names without digits have no shape. */
  readonly shapes: ReadonlySet<string>;
  /** What the keys begin with, as `beginning` tells it. */
  readonly beginnings: ReadonlySet<number>;
}

/** The UTF-16 unit that a text begins with, an ASCII letter in lower case. */
const beginning = (text: string): number => text.charCodeAt(0) | 32;

/** Most texts are told apart from all names by their first letter, without a key being made of them. Where that is no ASCII letter or digit, or a mark may follow that belongs to it, nothing is known. */
function mayBeNamed({ beginnings }: Names, text: string): boolean {
  const first = beginning(text);
  const isPlain = isLetterOrDigit(first) && text.charCodeAt(1) < 128;
  return !isPlain || beginnings.has(first);
}

/** Every note of a vault is asked whether it is named like a phase page: the names are worked out once for a list of phases. */
const namesOf = oncePer((list: readonly PhaseSetting[]): Names => {
  const phases = new Map<string, PhaseSetting>();
  const pages = new Map<string, NamedPage>();
  const claim = <T>(names: Map<string, T>, key: string, value: T): void => {
    if (key !== '' && !names.has(key)) names.set(key, value);
  };
  for (const phase of list)
    for (const name of [phase.id, phase.name, ...phase.aliases]) {
      const key = nameKey(name);
      claim(phases, key, phase);
      if (key === '' || name === phase.id) continue;
      claim(pages, key, { phase, as: 'bare' });
      claim(pages, `${key}operations`, { phase, as: 'full' });
      claim(pages, `${key}ops`, { phase, as: 'full' });
    }
  const shapes = new Set([...phases.keys()].filter((key) => /\d/.test(key)).map((key) => key.replace(/\d+/g, '#')));
  const beginnings = new Set([...phases.keys(), ...pages.keys()].map(beginning));
  return { phases, pages, shapes, beginnings };
});

/** The phase that a text names by id, name or former name, or null. */
export function phaseNamed(phases: readonly PhaseSetting[], text: string): PhaseSetting | null {
  const names = namesOf(phases);
  return mayBeNamed(names, text) ? (names.phases.get(nameKey(text)) ?? null) : null;
}

/** The phase whose page would have this name, exactly `<name>`, `<name> Operations` or `<name> Ops`, or null. */
export function phaseOfPageName(phases: readonly PhaseSetting[], noteName: string): NamedPage | null {
  const names = namesOf(phases);
  return mayBeNamed(names, noteName) ? (names.pages.get(nameKey(noteName)) ?? null) : null;
}

/** Whether a text looks like the name of a phase that does not exist, such as `day-7` beside Day 0, 1 and 2. */
export function looksLikePhase(phases: readonly PhaseSetting[], text: string): boolean {
  if (!/\d/.test(text)) return false;
  const key = nameKey(text);
  const names = namesOf(phases);
  return !names.phases.has(key) && names.shapes.has(key.replace(/\d+/g, '#'));
}

/** The number in a phase's name: 1 for `Day 1`; null when there is none or more than one. */
export function phaseNumber(phase: PhaseSetting): number | null {
  const numbers = phase.name.match(/\d+/g);
  return numbers?.length === 1 ? Number(numbers[0]) : null;
}
