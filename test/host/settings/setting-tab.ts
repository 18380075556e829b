/** A tab of the settings. Since 1.13 it says what there is to set, and the app draws it. */
import type { SettingDefinitionItem } from 'obsidian';
import type { App } from '../app/app';
import type { Plugin } from '../plugin/plugin';
import { SettingsRenderer } from './settings-renderer';

export abstract class SettingTab {
  icon = 'settings';
  app: App;
  containerEl = createDiv('vertical-tab-content');
  settingItems: SettingDefinitionItem[] = [];
  readonly #renderer: SettingsRenderer;
  #isShown = false;

  constructor(app: App) {
    this.app = app;
    this.#renderer = new SettingsRenderer(this);
  }

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  update(): void {
    this.settingItems = this.getSettingDefinitions();
    if (this.#isShown) this.#renderer.draw();
  }

  getControlValue(_key: string): unknown {
    return undefined;
  }

  setControlValue(_key: string, _value: unknown): void | Promise<void> {
    return;
  }

  refreshDomState(): void {
    this.#renderer.refresh();
  }

  display(): void {
    return;
  }

  hide(): void {
    this.containerEl.empty();
  }

  /** The dialog shows the tab: drawn from its definitions, or by itself where it has none. */
  static show(tab: SettingTab): void {
    tab.#isShown = true;
    tab.#renderer.leavePages();
    tab.update();
    if (tab.settingItems.length === 0) tab.display();
  }

  static conceal(tab: SettingTab): void {
    tab.#isShown = false;
    tab.#renderer.clear();
    tab.hide();
  }
}

export abstract class PluginSettingTab extends SettingTab {
  readonly #plugin: Plugin;
  /** Not declared, but known: what the dialog finds the tab by, and shows. */
  readonly id: string;
  readonly name: string;

  constructor(app: App, plugin: Plugin) {
    super(app);
    this.#plugin = plugin;
    this.id = plugin.manifest.id;
    this.name = plugin.manifest.name;
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  override getControlValue(key: string): unknown {
    return (this.#plugin.settings as Record<string, unknown> | undefined)?.[key];
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    this.#plugin.settings = { ...(this.#plugin.settings as object | undefined) };
    (this.#plugin.settings as Record<string, unknown>)[key] = value;
    await this.#plugin.saveData(this.#plugin.settings);
  }
}

/** A page of the settings that draws itself. */
export abstract class SettingPage {
  rootEl: HTMLElement = createDiv('setting-page');
  titlebarEl: HTMLElement = this.rootEl.createDiv('setting-page-titlebar');
  containerEl: HTMLElement = this.rootEl.createDiv('setting-page-content');
  title = '';

  abstract display(): void;

  hide(): void {
    this.containerEl.empty();
  }
}
