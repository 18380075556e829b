import type { PluginSettingTab, SettingDefinitionItem } from 'obsidian';
import { isNotePath, noteName } from '../../core/note/link-text';
import { phaseNameProblem, tagProblem } from '../../core/settings/edit-settings';
import { DEFAULT_SETTINGS, type PhaseSetting } from '../../core/settings/settings';
import { drawSwatches } from './colour-swatches';
import { parsed } from './control-values';
import type { SettingsHost } from './settings-host';

/** What an empty field shows of a folder's path whole, in UTF-16 units. */
const FIELD_LENGTH = 22;

/** What stands in an empty field: `Roles, found`; of a long path its end. */
function foundWords(path: string | null | undefined, candidates: readonly string[] = []): string {
  if (candidates.length > 1) return `${candidates.length} found: choose one`;
  if (path === null || path === undefined) return 'None found';
  const name = noteName(path);
  return `${isNotePath(path) ? name : path.length > FIELD_LENGTH ? `…/${name}` : path}, found`;
}

const required = (value: string): string | undefined => (value.trim() === '' ? 'This cannot be empty.' : undefined);

const heading = (name: string, key: 'overviewHeading' | 'responsibilitiesHeading') => ({
  name,
  control: { type: 'text' as const, key, defaultValue: DEFAULT_SETTINGS[key], validate: required },
});

/** A phase's own page. By `tab` its swatches give and take their value. */
export function definePhase(
  { lifecycle: { pages, questions }, settings }: SettingsHost,
  { id, name, title }: PhaseSetting,
  tab: Pick<PluginSettingTab, 'getControlValue' | 'setControlValue'>,
): NonNullable<Extract<SettingDefinitionItem, { type: 'list' }>['items']>[number] {
  const candidates = questions.flatMap((one) =>
    one.kind === 'phase-page' && one.phase === name ? one.candidates : [],
  );
  return {
    type: 'page',
    name,
    desc: title,
    items: [
      {
        name: 'Name',
        desc: 'The phase page is found by it. A former name still counts.',
        control: {
          type: 'text',
          key: `phases.${id}.name`,
          validate: (value) => phaseNameProblem(settings, id, value) ?? undefined,
        },
      },
      {
        name: 'Purpose',
        desc: 'One word for what the phase is for, such as Planning.',
        control: { type: 'text', key: `phases.${id}.title` },
      },
      {
        name: 'Page',
        desc: 'The note that defines the phase. Empty: found by its name.',
        control: {
          type: 'file',
          key: `phases.${id}.page`,
          placeholder: foundWords(pages.get(id), candidates),
          filter: ({ extension }) => extension === 'md',
        },
      },
      {
        name: 'Colour',
        desc: 'A thin line at the column’s header, in your theme’s shade.',
        render: (setting) =>
          drawSwatches(
            setting,
            tab.getControlValue(`phases.${id}.colour`),
            (chosen) => void tab.setControlValue(`phases.${id}.colour`, chosen),
          ),
      },
      {
        name: 'Former names',
        desc: 'With commas between them.',
        control: { type: 'text', key: `phases.${id}.aliases` },
      },
    ],
  };
}

/** Where the handbook's pages, roles and templates are. */
export function definePages({ lifecycle, templatesFolder }: SettingsHost): SettingDefinitionItem {
  const candidates = lifecycle.questions.flatMap((one) => (one.kind === 'overview' ? one.candidates : []));
  return {
    type: 'group',
    heading: 'Pages and folders',
    items: [
      {
        name: 'Overview page',
        desc: 'The note that gathers the phases. Empty: found by what it links to.',
        control: {
          type: 'file',
          key: 'overviewPage',
          placeholder: foundWords(lifecycle.overview, candidates),
          filter: ({ extension }) => extension === 'md',
        },
      },
      heading('Overview heading', 'overviewHeading'),
      heading('Responsibilities heading', 'responsibilitiesHeading'),
      {
        name: 'Roles folder',
        desc: 'Links to its notes name owners. Empty: the first of Roles, Role, Team, People.',
        control: { type: 'folder', key: 'rolesFolder', placeholder: foundWords(lifecycle.rolesFolder) },
      },
      {
        name: 'Templates folder',
        desc: 'Not indexed; neither are the folders of the core Templates and of Templater.',
        control: { type: 'folder', key: 'templatesFolder', placeholder: foundWords(templatesFolder) },
      },
      {
        name: 'Ignored folders',
        desc: 'With commas between them. Excluded files are ignored anyway.',
        control: { type: 'text', key: 'ignoredFolders' },
      },
    ],
  };
}

/** What is a todo, and what says what of it. */
export const defineTodos = (): SettingDefinitionItem => ({
  type: 'group',
  heading: 'Todos',
  items: [
    {
      name: 'Tags',
      desc: 'What marks something as unfinished, with commas between them. Nested tags count too.',
      control: {
        type: 'text',
        key: 'tags',
        validate: (value) =>
          parsed(value).length === 0
            ? (tagProblem('') ?? undefined)
            : (parsed(value)
                .map(tagProblem)
                .find((found) => found !== null) ?? undefined),
      },
    },
    { name: 'Phase property', control: { type: 'text', key: 'properties.phase', validate: required } },
    { name: 'Owner property', control: { type: 'text', key: 'properties.owner', validate: required } },
    { name: 'Due date property', control: { type: 'text', key: 'properties.due', validate: required } },
  ],
});
