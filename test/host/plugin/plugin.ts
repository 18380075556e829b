/** The base class of a plugin. Whatever it registers goes when it is unloaded, as in the app. */
import type {
  BasesViewRegistration,
  CliFlags,
  CliHandler,
  Command,
  HoverLinkSource,
  MarkdownPostProcessor,
  ObsidianProtocolHandler,
  Plugin as ObsidianPlugin,
  PluginManifest,
  PluginSettingTab,
  ViewCreator,
} from 'obsidian';
import type { App } from '../app/app';
import { registrationsOf } from '../app/registrations';
import { setIcon } from '../icons/icons';
import { Component } from '../mocks';
import { setTooltip } from '../tooltip';
import { PluginData } from './plugin-data';

type CodeBlockHandler = Parameters<ObsidianPlugin['registerMarkdownCodeBlockProcessor']>[1];

export class Plugin extends Component {
  readonly app: App;
  readonly manifest: PluginManifest;
  declare settings?: unknown;
  declare onExternalSettingsChange?: () => unknown;

  constructor(app: App, manifest: PluginManifest) {
    super();
    this.app = app;
    this.manifest = manifest;
  }

  loadData(): Promise<unknown> {
    return PluginData.of(this).load();
  }

  saveData(data: unknown): Promise<void> {
    return PluginData.of(this).save(data);
  }

  onUserEnable(): void {
    return;
  }

  addCommand(command: Command): Command {
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    this.app.commands.addCommand(command);
    this.register(() => this.app.commands.removeCommand(command.id));
    return command;
  }

  removeCommand(id: string): void {
    const prefix = `${this.manifest.id}:`;
    this.app.commands.removeCommand(id.startsWith(prefix) ? id : prefix + id);
  }

  registerCliHandler(id: string, description: string, flags: CliFlags | null, handler: CliHandler): void {
    const { cliHandlers } = registrationsOf(this.app);
    if (cliHandlers.has(id)) throw new Error(`CLI command "${id}" is already registered.`);
    cliHandlers.set(id, { id, description, flags, handler });
    this.register(() => cliHandlers.delete(id));
  }

  registerView(type: string, creator: ViewCreator): void {
    const { views } = registrationsOf(this.app);
    if (views.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    views.set(type, creator);
    reload(this.app, type);
    this.register(() => {
      views.delete(type);
      reload(this.app, type);
    });
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const element = createEl('button', { cls: 'clickable-icon side-dock-ribbon-action', attr: { type: 'button' } });
    setTooltip(element, title, { placement: 'right' });
    element.dataset.icon = icon;
    setIcon(element, icon);
    element.addEventListener('click', callback);
    this.#addElement(registrationsOf(this.app).ribbonIcons, element);
    this.app.workspace.leftRibbon.actionsEl.append(element);
    return element;
  }

  addStatusBarItem(): HTMLElement {
    const element = createDiv(`status-bar-item plugin-${this.manifest.id}`);
    this.#addElement(registrationsOf(this.app).statusBarItems, element);
    this.app.statusBarEl.append(element);
    return element;
  }

  addSettingTab(tab: PluginSettingTab): void {
    const { settingTabs } = registrationsOf(this.app);
    settingTabs.push(tab);
    this.register(() => settingTabs.splice(settingTabs.indexOf(tab), 1));
  }

  registerHoverLinkSource(id: string, info: HoverLinkSource): void {
    this.#keep('registerHoverLinkSource', id, info);
  }

  registerExtensions(endings: string[], viewType: string): void {
    const { viewTypeByExtension } = this.app;
    for (const ending of endings) {
      if (viewTypeByExtension.has(ending))
        throw new Error(`Attempting to register an existing file extension "${ending}"`);
      viewTypeByExtension.set(ending, viewType);
      this.register(() => viewTypeByExtension.delete(ending));
    }
  }

  registerObsidianProtocolHandler(action: string, handler: ObsidianProtocolHandler): void {
    this.#keep('registerObsidianProtocolHandler', action, handler);
  }

  registerEditorExtension(extension: unknown): void {
    this.#keep('registerEditorExtension', extension, extension);
    const { workspace } = this.app;
    workspace.updateOptions();
    this.register(() => workspace.updateOptions());
  }

  registerEditorSuggest(suggest: unknown): void {
    this.#keep('registerEditorSuggest', suggest, suggest);
  }

  registerBasesView(id: string, registration: BasesViewRegistration): boolean {
    if (!this.app.hasBases) return false;
    if (registrationsOf(this.app).others.get('registerBasesView')?.has(id))
      throw new Error(`A Bases view "${id}" already exists.`);
    this.#keep('registerBasesView', id, registration);
    return true;
  }

  registerMarkdownPostProcessor(processor: MarkdownPostProcessor, sortOrder?: number): MarkdownPostProcessor {
    if (sortOrder !== undefined) processor.sortOrder = sortOrder;
    this.#keep('registerMarkdownPostProcessor', processor, processor);
    return processor;
  }

  /** The app gives back the post processor that it makes of the handler; here the renderer finds the handler itself. */
  registerMarkdownCodeBlockProcessor(language: string, handler: CodeBlockHandler): MarkdownPostProcessor {
    this.#keep('registerMarkdownCodeBlockProcessor', language, handler);
    return () => undefined;
  }

  /** Taken, for whoever looks for it, and given back on unload. */
  #keep(method: string, key: unknown, value: unknown): void {
    const { others } = registrationsOf(this.app);
    const kept = others.get(method) ?? new Map<unknown, unknown>();
    if (kept.has(key)) throw new Error(`${method}: ${String(key)} is already registered.`);
    others.set(method, kept.set(key, value));
    this.register(() => kept.delete(key));
  }

  #addElement(list: HTMLElement[], element: HTMLElement): void {
    list.push(element);
    this.register(() => {
      list.splice(list.indexOf(element), 1);
      element.remove();
    });
  }
}

/** Tabs that wait for this view get it, and those that show it lose it, but keep its state. */
function reload(app: App, type: string): void {
  for (const leaf of app.workspace.getLeavesOfType(type)) {
    const state = leaf.getViewState();
    leaf.defer(state, leaf.getDisplayText(), leaf.getIcon());
    if (app.workspace.layoutReady) void leaf.loadIfDeferred();
  }
}
