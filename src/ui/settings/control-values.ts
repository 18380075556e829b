import { changePhase, tagProblem } from '../../core/settings/edit-settings';
import { readSettings } from '../../core/settings/read-settings';
import { READY_CRITERIA, type Settings } from '../../core/settings/settings';
import { type Fields, isFields } from '../../core/text/fields';

/** The parts of a list that is written with commas. */
export const parsed = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What a control hands over is text, whatever its type says. */
export const typedText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** A part by its name; an entry of a list by its id. */
const within = (from: unknown, name: string): unknown =>
  Array.isArray(from)
    ? (from as readonly { readonly id: string }[]).find(({ id }) => id === name)
    : (from as Record<string, unknown> | undefined)?.[name];

/**
 * How each control's key reads and writes the settings. Control keys are `key`, `properties.key` or `phases.<id>.key`; lists are shown as texts
 * with commas, a missing path as an empty text.
 */
export function readControl(settings: Settings, key: string): unknown {
  const [list, entry = ''] = key.split('.');
  if (list === 'readyCriteria') return settings.readyCriteria.some((one) => one === entry);
  const value = key.split('.').reduce(within, settings);
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

/** The settings with what a control was given, read as if it had been stored; as they are where that is nothing they could hold. */
export function writeControl(settings: Settings, key: string, value: unknown): Settings {
  const [first = '', second = '', third = ''] = key.split('.');
  if (first === 'readyCriteria')
    return {
      ...settings,
      readyCriteria: READY_CRITERIA.filter((one) =>
        one === second ? value === true : settings.readyCriteria.includes(one),
      ),
    };
  const before = key.split('.').reduce(within, settings);
  const text = typedText(value);
  const after = Array.isArray(before) ? parsed(text) : typeof before === 'boolean' ? value === true : text;
  if (first === 'tags' && parsed(text).some((tag) => tagProblem(tag) !== null)) return settings;
  const fields: Fields = { ...settings };
  const read = readSettings(
    first === 'phases'
      ? changePhase(settings, second, { [third]: after })
      : { ...fields, [first]: isFields(fields[first]) ? { ...fields[first], [second]: after } : after },
  );
  return read.problems.length > 0 ? settings : read.settings;
}
