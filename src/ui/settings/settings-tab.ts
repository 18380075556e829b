import { debounce, PluginSettingTab, type App, type Plugin, type SettingDefinitionItem } from 'obsidian';
import { addPhase, moveEntry, removeEntry, renamePhase } from '../../core/settings/edit-settings';
import type { PhaseSetting, Settings } from '../../core/settings/settings';
import { defineBoard, defineReadiness, defineSavedViews } from './board-settings';
import { readControl, typedText, writeControl } from './control-values';
import { definePages, definePhase, defineTodos } from './handbook-settings';
import type { SettingsHost } from './settings-host';
import { defineTemplates } from './template-settings';

/** How long after the last letter it is looked whether somebody still types. */
const ROWS_MS = 300;

const EDITOR: SettingDefinitionItem = {
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
      renaming ? renamePhase(now, renaming, typedText(value)) : writeControl(now, key, value),
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
    const { settings, problem, progressProblem } = this.host;
    return [
      ...(problem === null ? [] : [{ name: 'Changes are not stored', desc: problem }]),
      defineBoard(progressProblem),
      {
        type: 'list',
        heading: 'Phases',
        emptyState: 'No phases. Add one, and the board has a column for it.',
        items: settings.phases.map((phase) => definePhase(this.host, phase, this)),
        addItem: { name: 'Add phase', action: () => void this.restructure(addPhase) },
        onDelete: (index) => void this.restructure((now) => removeEntry(now, 'phases', index)),
        onReorder: (from, to) => void this.restructure((now) => moveEntry(now, 'phases', from, to)),
      },
      defineSavedViews(settings.savedViews, (edit) => void this.restructure(edit)),
      defineReadiness(),
      definePages(this.host),
      defineTodos(),
      EDITOR,
      ...defineTemplates(this.host),
    ];
  }
}
