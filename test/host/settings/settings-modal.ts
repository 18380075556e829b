/** The settings dialog (`app.setting`): the plugins' tabs at the left, the chosen one beside them. */
import type { App } from '../app/app';
import { registrationsOf } from '../app/registrations';
import { Modal } from '../modal/modal';
import { SettingTab, type PluginSettingTab } from './setting-tab';

export class SettingsModal extends Modal {
  readonly #headerEl: HTMLElement;
  readonly #bodyEl: HTMLElement;
  #shown: PluginSettingTab | null = null;

  constructor(app: App) {
    super(app);
    this.setTitle('Settings');
    this.modalEl.addClass('mod-settings');
    this.#headerEl = this.contentEl.createDiv('vertical-tab-header');
    this.#bodyEl = this.contentEl.createDiv('vertical-tab-content-container');
  }

  get pluginTabs(): PluginSettingTab[] {
    return registrationsOf(this.app).settingTabs as unknown as PluginSettingTab[];
  }

  get activeTab(): PluginSettingTab | null {
    return this.#shown;
  }

  override onOpen(): void {
    this.#drawTabs();
    const tab = this.#shown ?? this.pluginTabs[0];
    if (tab) this.openTab(tab);
    else this.#bodyEl.createDiv({ cls: 'empty-state-title', text: 'No plugin has settings.' });
  }

  override onClose(): void {
    this.#hide();
    this.#bodyEl.empty();
  }

  openTabById(id: string): PluginSettingTab | null {
    const tab = this.pluginTabs.find((each) => each.id === id);
    if (tab) this.openTab(tab);
    return tab ?? null;
  }

  openTab(tab: PluginSettingTab): void {
    this.#hide();
    this.#shown = tab;
    this.#bodyEl.replaceChildren(tab.containerEl);
    SettingTab.show(tab);
    this.#drawTabs();
  }

  #hide(): void {
    if (this.#shown) SettingTab.conceal(this.#shown);
    this.#shown = null;
  }

  #drawTabs(): void {
    this.#headerEl.empty();
    this.#headerEl.createDiv({ cls: 'vertical-tab-header-group-title', text: 'Community plugins' });
    for (const tab of this.pluginTabs) {
      const item = this.#headerEl.createDiv({ cls: 'vertical-tab-nav-item tappable', text: tab.name });
      item.setAttrs({ role: 'button', tabindex: '0' });
      item.toggleClass('is-active', tab === this.#shown);
      if (tab === this.#shown) item.setAttribute('aria-current', 'true');
      item.addEventListener('click', () => this.openTab(tab));
      item.addEventListener('keydown', (event) => event.key === 'Enter' && this.openTab(tab));
    }
  }
}
