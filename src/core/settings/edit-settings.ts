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

/** Takes a phase away; its notes stay as they are. `index` is 0-based. */
export function removePhase(settings: Settings, index: number): Settings {
  return { ...settings, phases: settings.phases.filter((_phase, at) => at !== index) };
}

/** A list with one of its items at another place, both 0-based. */
function reordered<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const after = items.filter((_item, at) => at !== from);
  return from in items ? [...after.slice(0, to), ...items.slice(from, from + 1), ...after.slice(to)] : items;
}

/** Moves a phase to another place, both 0-based. */
export const movePhase = (settings: Settings, from: number, to: number): Settings => ({
  ...settings,
  phases: reordered(settings.phases, from, to),
});

/** Takes a saved view away. `index` is 0-based. */
export const removeView = (settings: Settings, index: number): Settings => ({
  ...settings,
  savedViews: settings.savedViews.filter((_view, at) => at !== index),
});

/** Moves a saved view to another place, both 0-based. */
export const moveView = (settings: Settings, from: number, to: number): Settings => ({
  ...settings,
  savedViews: reordered(settings.savedViews, from, to),
});
