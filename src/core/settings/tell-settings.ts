import type { SettingsChange } from './settings-change';
import type { PhaseSetting, Settings } from './settings';

/** The settings as their page names them. */
const NAMES: Readonly<Record<keyof Settings, string>> = {
  phases: 'the phases',
  overviewPage: 'the overview page',
  overviewHeading: 'the heading of the overview',
  responsibilitiesHeading: 'the heading of the responsibilities',
  properties: 'the names of properties',
  tags: 'the todo tags',
  rolesFolder: 'the roles folder',
  templatesFolder: 'the templates folder',
  ignoredFolders: 'the ignored folders',
  boardPlace: 'where the board opens',
  ignoredFindings: 'the ignored findings',
  garden: 'how addresses are made',
  readyCriteria: 'what makes a phase ready',
  keepProgress: 'whether progress is recorded',
  savedViews: 'the saved views',
  previewBulletMoves: 'whether moves of bullets are shown first',
  suggestInEditor: 'whether the editor suggests behind todo tags',
  underlineFindings: 'whether the editor underlines problems',
};

export const changedMeanwhile = (keys: readonly (keyof Settings)[]): string =>
  `The settings (${keys.map((key) => NAMES[key]).join(', ')}) have been changed meanwhile, here or on another device. Nothing was changed; look at them and try again.`;

const called = ({ name, title }: PhaseSetting): string => (title === '' ? name : `${name} (${title})`);

function tellPhases(before: readonly PhaseSetting[], after: readonly PhaseSetting[]): string[] {
  const was = new Map(before.map((phase) => [phase.id, phase]));
  const is = new Map(after.map((phase) => [phase.id, phase]));
  const told = [
    ...after.flatMap((phase, at) =>
      was.has(phase.id)
        ? []
        : [`New phase: ${called(phase)}${at > 0 ? `, behind ${after[at - 1]?.name ?? ''}` : ', the first'}`],
    ),
    ...before.flatMap((phase) => (is.has(phase.id) ? [] : [`No phase any more: ${called(phase)}`])),
    ...after.flatMap((phase) => {
      const old = was.get(phase.id);
      if (!old || JSON.stringify(old) === JSON.stringify(phase)) return [];
      if (called(old) !== called(phase)) return [`${called(old)} becomes ${called(phase)}`];
      return old.page === phase.page
        ? [`${phase.name} is changed`]
        : [`The page of ${phase.name}: ${phase.page ?? 'found by its name'}`];
    }),
  ];
  return told.length > 0 ? told : [`The phases in this order: ${after.map(({ name }) => name).join(', ')}`];
}

function shown(value: unknown): string {
  if (value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return value.length === 0
      ? 'none'
      : value.every((one) => typeof one === 'string')
        ? value.join(', ')
        : String(value.length);
  return typeof value === 'object' ? Object.values(value).map(shown).join(', ') : JSON.stringify(value);
}

/** What a change of the settings comes to, each key as a line for people: `New phase: Day 3 (Decommissioning), behind Day 2`. */
export function tellSettings({ before, after }: SettingsChange): string[] {
  return (Object.keys(after) as (keyof Settings)[]).flatMap((key) => {
    if (key === 'phases') return tellPhases(before.phases ?? [], after.phases ?? []);
    const name = NAMES[key];
    return [`${name.slice(0, 1).toUpperCase()}${name.slice(1)}: ${shown(before[key])} → ${shown(after[key])}`];
  });
}
