import { newPhase, nextPhaseName } from './new-phase';
import type { PhaseSetting, Settings } from './settings';
import { sameName } from '../text/same-name';

/** What is wrong with a phase's name, or null: it must not be empty, or another phase's name or former name. */
export function phaseNameProblem({ phases }: Settings, id: string, name: string): string | null {
  if (name.trim() === '') return 'A phase needs a name.';
  if (/[/#^[\]|\\:]/.test(name))
    return 'A name cannot hold / # ^ [ ] | \\ or :, because pages and links are named after it.';
  if (['cross-phase', 'elsewhere'].includes(name.trim().toLowerCase())) return `${name.trim()} is a column of its own.`;
  const other = phases.find(
    (phase) => phase.id !== id && [phase.name, ...phase.aliases].some((one) => sameName(one, name)),
  );
  return other ? `${other.name} has, or had, this name.` : null;
}

/** What is wrong with a todo tag, or null. */
export function tagProblem(tag: string): string | null {
  const bare = tag.trim().replace(/^#/, '');
  if (bare === '') return 'Give at least one tag, such as #todo.';
  if (/[\s'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\]/.test(bare))
    return `${tag.trim()} is no tag: only letters, digits, - _ and / may follow the #.`;
  return /^\d+$/.test(bare) ? `${tag.trim()} is no tag: it needs a character that is no digit.` : null;
}

/** Gives a phase new values. A new name keeps the old one as an alias, so that what was written under it still counts. */
export function changePhase(settings: Settings, id: string, change: Partial<Omit<PhaseSetting, 'id'>>): Settings {
  return {
    ...settings,
    phases: settings.phases.map((phase) => {
      if (phase.id !== id) return phase;
      const name = change.name?.trim() ?? phase.name;
      const kept =
        name === phase.name ? phase.aliases : [...phase.aliases.filter((alias) => !sameName(alias, name)), phase.name];
      return { ...phase, ...change, name, aliases: change.aliases ?? kept };
    }),
  };
}

/** Gives a phase another name. `was` is the phase before the first letter of it was typed: that name still counts, and none that was half written. */
export function renamePhase(settings: Settings, was: PhaseSetting, name: string): Settings {
  if (phaseNameProblem(settings, was.id, name) !== null) return settings;
  const phases = settings.phases.map((phase) =>
    phase.id === was.id ? { ...phase, name: was.name, aliases: was.aliases } : phase,
  );
  return changePhase({ ...settings, phases }, was.id, { name });
}

/** Adds a phase behind the last: the next number when the names are numbered, with an id that no phase has. */
export function addPhase(settings: Settings): Settings {
  const { phases } = settings;
  const phase = newPhase(phases, nextPhaseName(phases) || `Day ${phases.length}`, '');
  return { ...settings, phases: [...phases, phase] };
}

/** The lists that the user orders. */
type OrderedList = 'phases' | 'savedViews';

/** Takes a phase or a saved view away; notes stay as they are. `index` is 0-based. */
export const removeEntry = (settings: Settings, list: OrderedList, index: number): Settings => ({
  ...settings,
  [list]: settings[list].filter((_entry, at) => at !== index),
});

/** Moves a phase or a saved view to another place, both 0-based. */
export function moveEntry(settings: Settings, list: OrderedList, from: number, to: number): Settings {
  const entries = [...settings[list]];
  entries.splice(to, 0, ...entries.splice(from, 1));
  return { ...settings, [list]: entries };
}
