/** A `.base` file in a tab: a toolbar with its views and the options of the layout, and below it the layout that a plugin registered. */
import type { BasesAllOptions, BasesOptions, BasesView as DeclaredView, BasesViewRegistration } from 'obsidian';
import { registrationsOf } from '../app/registrations';
import { debounce } from '../debounce';
import { callSafely } from '../host-record';
import type { TFile } from '../mocks';
import { FileView } from '../view/file-view';
import { readBaseFile, writeBaseFile, type BaseFile, type BaseFileView as ViewSettings } from './base-file';
import { BasesViewConfig, QueryController, type BasesView } from './bases-classes';
import { runQuery } from './run-query';

/** What the app calls where it is there, though it is not declared. */
interface Ephemeral {
  getEphemeralState?(): unknown;
  setEphemeralState?(state: unknown): void;
}

export const BASES_VIEW = 'bases';

const isGroup = (option: BasesAllOptions): option is Extract<BasesAllOptions, { items: unknown }> => 'items' in option;

export class BaseFileView extends FileView {
  override icon = 'layout-list';
  #base: BaseFile = {};
  #at = 0;
  #controller: QueryController | null = null;
  #shown: (BasesView & Ephemeral) | null = null;
  readonly #later = debounce(() => callSafely(() => this.#update()), 20);

  getViewType(): string {
    return BASES_VIEW;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), viewName: this.#view?.name };
  }

  protected override async onOpen(): Promise<void> {
    await super.onOpen();
    const { vault, metadataCache } = this.app;
    for (const name of ['create', 'delete', 'rename'] as const)
      this.registerEvent(vault.on(name as 'create', () => void this.#later()));
    this.registerEvent(metadataCache.on('changed', () => void this.#later()));
    this.registerEvent(vault.on('modify', (file) => file === this.file && void this.#read(this.file)));
  }

  override onLoadFile(file: TFile): Promise<void> {
    return this.#read(file);
  }

  override async onUnloadFile(): Promise<void> {
    this.#close();
  }

  get #view(): ViewSettings | undefined {
    return this.#base.views?.[this.#at];
  }

  async #read(file: TFile): Promise<void> {
    const text = await this.app.vault.read(file);
    if (text === writeBaseFile(this.#base)) return;
    this.#base = readBaseFile(text);
    this.#show();
  }

  #close(): void {
    this.#controller?.unload();
    this.#controller = this.#shown = null;
    this.contentEl.empty();
  }

  /** Makes the layout anew. */
  #show(): void {
    this.#close();
    const view = this.#view;
    const header = this.contentEl.createDiv('bases-header');
    const container = this.contentEl.createDiv({ cls: 'bases-view', attr: { 'data-view-type': view?.type ?? '' } });
    const registered = registrationsOf(this.app).others.get('registerBasesView')?.get(view?.type);
    const registration = registered as BasesViewRegistration | undefined;
    this.#drawHeader(header, registration);
    if (!view || !registration) {
      container.setText(`The layout ${view?.type ?? ''} is not registered, or not modelled by the test host.`);
      return;
    }
    const controller = (this.#controller = new QueryController(this.app));
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- it stands for the app's
    const shown = registration.factory(controller, container) as unknown as BasesView & Ephemeral;
    this.#shown = shown;
    shown.config = this.#config(view);
    controller.addChild(shown as unknown as DeclaredView);
    controller.load();
    void this.#later();
  }

  #config(view: ViewSettings): BasesViewConfig {
    return new BasesViewConfig(this.#base, view, () => {
      if (this.file) void this.app.vault.modify(this.file, writeBaseFile(this.#base));
      void this.#later();
    });
  }

  /** Runs the query again, and tells the layout. */
  #update(): void {
    const [shown, view] = [this.#shown, this.#view];
    if (!shown || !view) return;
    shown.data = runQuery(this.app, this.#base, view);
    shown.allProperties = shown.data.properties;
    this.contentEl.querySelector('.bases-results')?.setText(`${shown.data.data.length} results`);
    shown.onDataUpdated();
  }

  #drawHeader(header: HTMLElement, registration: BasesViewRegistration | undefined): void {
    const views = header.createEl('select', { attr: { 'aria-label': 'View' } });
    for (const { name } of this.#base.views ?? []) views.createEl('option', { text: name });
    views.selectedIndex = this.#at;
    views.addEventListener('change', () => {
      this.#at = views.selectedIndex;
      this.#show();
    });
    header.createSpan('bases-results');
    const view = this.#view;
    if (!view || !registration?.options) return;
    const config = this.#config(view);
    const options = registration
      .options(config as never)
      .flatMap((one): BasesOptions[] => (isGroup(one) ? one.items : [one]));
    for (const option of options) drawOption(header, option, config);
  }
}

/** A toggle is a box, a slider a number; others are not modelled. */
function drawOption(header: HTMLElement, option: BasesOptions, config: BasesViewConfig): void {
  if (option.type !== 'toggle' && option.type !== 'slider') return;
  const { key, type, displayName } = option;
  const held = config.get(key) ?? option.default;
  const input = header.createEl('label', { text: `${displayName} ` }).createEl('input');
  input.type = type === 'toggle' ? 'checkbox' : 'number';
  if (type === 'toggle') input.checked = held === true;
  else Object.assign(input, { min: String(option.min), max: String(option.max), value: held as string });
  input.addEventListener('change', () => config.set(key, type === 'toggle' ? input.checked : Number(input.value)));
}
