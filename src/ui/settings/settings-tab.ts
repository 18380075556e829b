import { debounce, PluginSettingTab, type App, type Plugin, type SettingDefinitionItem } from 'obsidian';
import {
  addPhase,
  changePhase,
  movePhase,
  phaseNameProblem,
  removePhase,
  renamePhase,
  tagProblem,
} from '../../core/settings/edit-settings';
import type { Lifecycle } from '../../core/phase/lifecycle';
import { noteName } from '../../core/note/link-text';
import { normalPath } from '../../core/text/vault-path';
import type { TemplateKind } from '../../core/template/built-in-templates';
import { DEFAULT_SETTINGS, READY_CRITERIA, type PhaseSetting, type Settings } from '../../core/settings/settings';
import { defineReadiness, defineSavedViews } from './board-settings';
import { drawSwatches } from './colour-swatches';
import { defineTemplates } from './template-settings';

/** What the tab edits. */
export interface SettingsHost {
  /** What was found in the vault: it is used where a setting is empty. */
  readonly lifecycle: Lifecycle;
  /** The folder of the core Templates, or null. */
  readonly templatesFolder: string | null;
  /** Whether the vault is one that the Digital Garden publishes. */
  readonly publishes: boolean;
  readonly settings: Settings;
  /** Why changes are not stored, or null. */
  readonly problem: string | null;
  /** Why nothing is added to the record of progress; null: it is added to. */
  readonly progressProblem: string | null;
  change(edit: (settings: Settings) => Settings): Promise<void>;
  /** Writes a built-in template into the templates folder, to be edited, and opens it. */
  copyTemplate(kind: TemplateKind): void;
}

/** How long after the last letter it is looked whether somebody still types. */
const ROWS_MS = 300;

/** What an empty field shows of a folder's path whole, in UTF-16 units. */
const FIELD_LENGTH = 22;

const listed = (texts: readonly string[]): string => texts.join(', ');
const parsed = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
/** What a control hands over is text, whatever its type says. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const pathOrNull = (value: unknown): string | null => (textOf(value) === '' ? null : normalPath(textOf(value)));
/** What stands in an empty field: `Roles, found`; of a long path its end. */
function foundWords(path: string | null | undefined, candidates: readonly string[] = []): string {
  if (candidates.length > 1) return `${candidates.length} found: choose one`;
  if (path === null || path === undefined) return 'None found';
  const name = noteName(path);
  return `${/\.md$/i.test(path) ? name : path.length > FIELD_LENGTH ? `…/${name}` : path}, found`;
}

const required = (value: string): string | undefined => (value.trim() === '' ? 'This cannot be empty.' : undefined);

/**
 * How each control's key reads and writes the settings. Control keys are `key`, `properties.key` or `phases.<id>.key`; lists are shown as texts
 * with commas, a missing path as an empty text.
 */
function readControl(settings: Settings, key: string): unknown {
  const [first = '', second = '', third = ''] = key.split('.');
  if (first === 'readyCriteria') return settings.readyCriteria.some((one) => one === second);
  const from: unknown =
    first === 'phases'
      ? settings.phases.find(({ id }) => id === second)
      : first === 'properties'
        ? settings.properties
        : first === 'garden'
          ? settings.garden
          : settings;
  const name = first === 'phases' ? third : first === 'properties' || first === 'garden' ? second : first;
  const value: unknown = from === undefined ? '' : (from as Record<string, unknown>)[name];
  return Array.isArray(value) ? listed(value as string[]) : (value ?? '');
}

function writePhase(settings: Settings, id: string, name: string, value: unknown): Settings {
  const text = textOf(value);
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

function writeControl(settings: Settings, key: string, value: unknown): Settings {
  const [first = '', second = '', third = ''] = key.split('.');
  const text = textOf(value);
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

/** The plugin's page in the settings: declarative, so that the app draws, searches and validates it. */
export class SettingsTab extends PluginSettingTab {
  /** Rows are named by what is typed on the pages behind them: drawn anew when nothing is being typed there. */
  private readonly renameRows = debounce(
    () => {
      if (this.typedIn === this.containerEl.doc.activeElement) this.renameRows();
      else this.update();
    },
    ROWS_MS,
    true,
  );
  /** The field that was typed in last. */
  private typedIn: Element | null = null;
  /** The phase whose name is being typed, as it was before. */
  private renaming: PhaseSetting | null = null;

  constructor(
    app: App,
    plugin: Plugin,
    private readonly host: SettingsHost,
  ) {
    super(app, plugin);
  }

  override getControlValue(key: string): unknown {
    return readControl(this.host.settings, key);
  }

  /** Called with each letter that is typed. */
  override async setControlValue(key: string, value: unknown): Promise<void> {
    const { settings } = this.host;
    this.typedIn = this.containerEl.doc.activeElement;
    const phase = settings.phases.find(({ id }) => key === `phases.${id}.name`);
    if (phase?.id !== this.renaming?.id) this.renaming = phase ?? null;
    const { renaming } = this;
    if (/^phases\..*\.(?:name|title)$/.test(key)) this.renameRows();
    await this.host.change((now) =>
      renaming ? renamePhase(now, renaming, textOf(value)) : writeControl(now, key, value),
    );
  }

  override hide(): void {
    this.renaming = null;
    this.renameRows.cancel();
    super.hide();
  }

  private async restructure(edit: (settings: Settings) => Settings): Promise<void> {
    await this.host.change(edit);
    this.update();
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const { settings, problem } = this.host;
    return [
      ...(problem === null ? [] : [{ name: 'Changes are not stored', desc: problem }]),
      this.defineBoard(),
      {
        type: 'list',
        heading: 'Phases',
        emptyState: 'No phases. Add one, and the board has a column for it.',
        items: settings.phases.map((phase) => this.definePhase(phase)),
        addItem: { name: 'Add phase', action: () => void this.restructure(addPhase) },
        onDelete: (index) => void this.restructure((now) => removePhase(now, index)),
        onReorder: (from, to) => void this.restructure((now) => movePhase(now, from, to)),
      },
      defineSavedViews(settings.savedViews, (edit) => void this.restructure(edit)),
      defineReadiness(),
      this.definePages(),
      this.defineTodos(),
      this.defineEditor(),
      ...defineTemplates(
        (kind) => this.host.copyTemplate(kind),
        () => this.host.publishes,
      ),
    ];
  }

  private definePhase({
    id,
    name,
    title,
  }: PhaseSetting): NonNullable<Extract<SettingDefinitionItem, { type: 'list' }>['items']>[number] {
    const { pages, questions } = this.host.lifecycle;
    const several = questions.find((one) => one.kind === 'phase-page' && one.phase === name);
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
            validate: (value) => phaseNameProblem(this.host.settings, id, value) ?? undefined,
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
            placeholder: foundWords(pages.get(id), several?.kind === 'phase-page' ? several.candidates : []),
            filter: ({ extension }) => extension === 'md',
          },
        },
        {
          name: 'Colour',
          desc: 'A thin line at the column’s header, in your theme’s shade.',
          render: (setting) =>
            drawSwatches(
              setting,
              this.getControlValue(`phases.${id}.colour`),
              (chosen) => void this.setControlValue(`phases.${id}.colour`, chosen),
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

  private definePages(): SettingDefinitionItem {
    const { lifecycle, templatesFolder } = this.host;
    const several = lifecycle.questions.find(({ kind }) => kind === 'overview');
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
            placeholder: foundWords(lifecycle.overview, several?.kind === 'overview' ? several.candidates : []),
            filter: ({ extension }) => extension === 'md',
          },
        },
        {
          name: 'Overview heading',
          control: {
            type: 'text',
            key: 'overviewHeading',
            defaultValue: DEFAULT_SETTINGS.overviewHeading,
            validate: required,
          },
        },
        {
          name: 'Responsibilities heading',
          control: {
            type: 'text',
            key: 'responsibilitiesHeading',
            defaultValue: DEFAULT_SETTINGS.responsibilitiesHeading,
            validate: required,
          },
        },
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

  private defineTodos(): SettingDefinitionItem {
    return {
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
    };
  }

  private defineEditor(): SettingDefinitionItem {
    return {
      type: 'group',
      heading: 'Editor',
      items: [
        {
          name: 'Underline problems',
          desc: 'What the handbook check finds is underlined in open notes of the handbook, with its fix.',
          control: { type: 'toggle', key: 'underlineFindings' },
        },
        {
          name: 'Suggest behind a todo tag',
          desc: 'State, phase, due date and owner, while “#todo/…” is typed.',
          control: { type: 'toggle', key: 'suggestInEditor' },
        },
      ],
    };
  }

  private defineBoard(): SettingDefinitionItem {
    return {
      type: 'group',
      heading: 'Board',
      items: [
        {
          name: 'Open in',
          desc: 'Where the board opens when none is open.',
          control: {
            type: 'dropdown',
            key: 'boardPlace',
            options: { main: 'A main tab', right: 'The right sidebar' },
          },
        },
        {
          name: 'Preview a bullet’s move',
          desc: 'Show what is written before a bullet of a phase page moves to another page.',
          control: { type: 'toggle', key: 'previewBulletMoves' },
        },
        {
          name: 'Record progress',
          desc:
            this.host.progressProblem ??
            'A record a day of how far each phase is, beside these settings (at most 2 kB a month), for “Progress over time” in the board’s menu.',
          control: { type: 'toggle', key: 'keepProgress' },
        },
      ],
    };
  }
}
