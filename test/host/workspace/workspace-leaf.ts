/** A tab: it opens and closes views, and knows what to show again after a restart. */
import type { ViewState } from 'obsidian';
import type { App } from '../app/app';
import { registrationsOf } from '../app/registrations';
import { callSafely, reportError } from '../host-record';
import type { TFile } from '../mocks';
import { BaseFileView, BASES_VIEW } from '../bases/base-file-view';
import { DeferredView } from '../view/deferred-view';
import { EmptyView } from '../view/empty-view';
import { ItemView } from '../view/item-view';
import { MarkdownView } from '../view/markdown-view';
import { View } from '../view/view';
import { createTabHeader, updateTabHeader } from './tab-header';
import { WorkspaceItem } from './workspace-item';

export interface OpenViewState {
  state?: Record<string, unknown>;
  eState?: Record<string, unknown>;
  active?: boolean;
  group?: WorkspaceLeaf;
}

export class WorkspaceLeaf extends WorkspaceItem {
  readonly containerEl = createDiv('workspace-leaf');
  readonly tabHeaderEl: HTMLElement;
  readonly id: string;
  view: View;
  hoverPopover = null;
  /** When it was last the active one; the greatest is the most recent. */
  activeTime = 0;
  #pinned = false;
  #loading: Promise<void> | null = null;
  #group: string | null = null;

  constructor(app: App, id: string) {
    super(app);
    this.id = id;
    this.tabHeaderEl = createTabHeader(this);
    this.view = new EmptyView(this);
    void View.open(this.view, this.containerEl);
    this.containerEl.addEventListener('focusin', () => this.#claim());
    this.containerEl.addEventListener('mousedown', () => this.#claim());
    this.updateHeader();
  }

  override asLeaf(): this {
    return this;
  }

  get isDeferred(): boolean {
    return this.view instanceof DeferredView;
  }

  /** Whoever asks while the view is being loaded waits for its state, too. */
  async loadIfDeferred(): Promise<void> {
    if (this.isDeferred) {
      this.#loading ??= this.setViewState(this.getViewState()).finally(() => {
        this.#loading = null;
      });
    }
    await this.#loading;
  }

  async open(view: View): Promise<View> {
    const before = this.view;
    this.view = view;
    await View.close(before).catch((error: unknown) => reportError(error));
    await View.open(view, this.containerEl);
    this.app.workspace.viewChanged(this);
    this.updateHeader();
    return view;
  }

  getViewState(): ViewState {
    const state: ViewState = { type: this.view.getViewType(), state: this.view.getState() };
    if (this.#pinned) state.pinned = true;
    return state;
  }

  async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
    const { type, state, active, pinned } = viewState;
    if (this.view.getViewType() !== type || this.view instanceof DeferredView) await this.#openType(viewState);
    await this.view.setState(state ?? {}, { history: false });
    if (pinned !== undefined) this.setPinned(pinned);
    this.updateHeader();
    if (active === true) this.app.workspace.setActiveLeaf(this, { focus: true });
    if (eState !== undefined) this.view.setEphemeralState(eState);
    this.app.workspace.layoutChanged();
  }

  /** Shows the tab without its view, as the app does with those in the background. */
  defer(viewState: ViewState, title?: string, icon?: string): void {
    const before = this.view;
    this.view = new DeferredView(this, viewState, { title: title ?? viewState.type, icon: icon ?? 'file' });
    this.#pinned = viewState.pinned ?? false;
    View.close(before).catch((error: unknown) => reportError(error));
    this.containerEl.append(this.view.containerEl);
    this.app.workspace.viewChanged(this);
    this.updateHeader();
  }

  async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
    const type = this.app.workspace.viewTypeOf(file.extension);
    const { state, eState, active = true } = openState;
    await this.setViewState({ type, state: { ...state, file: file.path }, active }, eState);
    this.app.workspace.fileOpened(file);
  }

  getEphemeralState(): unknown {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  isPinned(): boolean {
    return this.#pinned;
  }

  setPinned(pinned: boolean): void {
    if (pinned === this.#pinned) return;
    this.#pinned = pinned;
    this.tabHeaderEl.toggleClass('is-pinned', pinned);
    this.trigger('pinned-change', pinned);
    this.app.workspace.layoutChanged();
  }

  togglePinned(): void {
    this.setPinned(!this.#pinned);
  }

  get group(): string | null {
    return this.#group;
  }

  setGroup(group: string): void {
    this.#group = group;
    this.trigger('group-change', group);
  }

  setGroupMember(other: WorkspaceLeaf): void {
    if (other.group === null) other.setGroup(other.id);
    this.setGroup(other.group ?? other.id);
  }

  detach(): void {
    const { view, parent } = this;
    if (!parent) return;
    View.close(view).catch((error: unknown) => reportError(error));
    parent.removeChild(this);
    this.app.workspace.leafDetached(this);
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    callSafely(() => this.view.onResize());
  }

  /** Not declared: titles are asked for again. */
  updateHeader(): void {
    updateTabHeader(this);
    ItemView.updateTitle(this.view);
  }

  async #openType(viewState: ViewState): Promise<void> {
    const creator = registrationsOf(this.app).views.get(viewState.type);
    if (creator) await this.open(creator(this as never) as unknown as View);
    else if (viewState.type === 'markdown') await this.open(new MarkdownView(this));
    else if (viewState.type === BASES_VIEW && this.app.hasBases) await this.open(new BaseFileView(this));
    else if (viewState.type === 'empty') await this.open(new EmptyView(this));
    // The plugin that draws it is not there (yet): the tab keeps its place and its state.
    else this.defer(viewState, 'Plugin no longer active', 'ghost');
  }

  #claim(): void {
    if (this.app.workspace.activeLeaf !== this) this.app.workspace.setActiveLeaf(this);
  }
}
