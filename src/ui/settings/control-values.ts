import { changePhase, tagProblem } from '../../core/settings/edit-settings';
import { READY_CRITERIA, type Settings } from '../../core/settings/settings';
import { normalPath } from '../../core/text/vault-path';

/** The parts of a list that is written with commas. */
export const parsed = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What a control hands over is text, whatever its type says. */
export const typedText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const pathOrNull = (value: unknown): string | null => (typedText(value) === '' ? null : normalPath(typedText(value)));

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

/** A part by its name; an entry of a list by its id. */
const within = (from: unknown, name: string): unknown =>
  Array.isArray(from)
    ? (from as readonly { readonly id: string }[]).find(({ id }) => id === name)
    : (from as Record<string, unknown> | undefined)?.[name];

function writePhase(settings: Settings, id: string, name: string, value: unknown): Settings {
  const text = typedText(value);
  switch (name) {
    case 'title':
      return changePhase(settings, id, { title: text });
    case 'page':
      return changePhase(settings, id, { page: pathOrNull(value) });
    case 'colour':
      return changePhase(settings, id, { colour: text === '' ? null : text });
    case 'aliases':
      return changePhase(settings, id, { aliases: parsed(text) });
    default:
      return settings;
  }
}

/** The settings with what a control was given; as they are where that is nothing they could hold. */
export function writeControl(settings: Settings, key: string, value: unknown): Settings {
  const [first = '', second = '', third = ''] = key.split('.');
  const text = typedText(value);
  switch (first) {
    case 'phases':
      return writePhase(settings, second, third, value);
    case 'properties':
      return text === '' ? settings : { ...settings, properties: { ...settings.properties, [second]: text } };
    case 'overviewPage':
    case 'rolesFolder':
    case 'templatesFolder':
      return { ...settings, [first]: pathOrNull(value) };
    case 'ignoredFolders':
      return { ...settings, ignoredFolders: parsed(text).map(normalPath) };
    case 'tags': {
      const tags = parsed(text).map((tag) => (tag.startsWith('#') ? tag : `#${tag}`));
      return tags.length === 0 || tags.some((tag) => tagProblem(tag) !== null) ? settings : { ...settings, tags };
    }
    case 'overviewHeading':
    case 'responsibilitiesHeading':
      return text === '' ? settings : { ...settings, [first]: text };
    case 'garden':
      return {
        ...settings,
        garden:
          second === 'slugify'
            ? { ...settings.garden, slugify: value === true }
            : { ...settings.garden, rewriteRules: parsed(text) },
      };
    case 'boardPlace':
      return { ...settings, boardPlace: text === 'right' ? 'right' : 'main' };
    case 'readyCriteria':
      return {
        ...settings,
        readyCriteria: READY_CRITERIA.filter((one) =>
          one === second ? value === true : settings.readyCriteria.includes(one),
        ),
      };
    case 'previewBulletMoves':
    case 'keepProgress':
    case 'underlineFindings':
    case 'suggestInEditor':
      return { ...settings, [first]: value === true };
    default:
      return settings;
  }
}
