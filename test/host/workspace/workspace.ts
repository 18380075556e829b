/** The window's panes: which there are, which is active, and where new ones open. */
import type { Constructor, HoverLinkSource, MarkdownFileInfo, PaneType } from 'obsidian';
import type { App } from '../app/app';
import { registrationsOf } from '../app/registrations';
import { debounce } from '../debounce';
import { tellMigrated } from '../dom/patch-dom';
import { callSafely } from '../host-record';
import { Events, TFile } from '../mocks';
import { FileView } from '../view/file-view';
import { MarkdownView } from '../view/markdown-view';
import type { View } from '../view/view';
import { readLayout, restoreLayout, type Layout } from './layout';
import { openLinkText } from './open-link-text';
import { openPopout, type PopoutOptions } from './open-popout';
import { RecentFiles } from './recent-files';
import { splitLeaf } from './split-leaf';
import type { WorkspaceItem } from './workspace-item';
import { WorkspaceLeaf, type OpenViewState } from './workspace-leaf';
import { WorkspaceParent } from './workspace-parent';
import { WorkspaceRibbon } from './workspace-ribbon';
import { WorkspaceRoot } from './workspace-root';
import { WorkspaceSidedock } from './workspace-sidedock';
import type { SplitDirection, WorkspaceSplit } from './workspace-split';
import { WorkspaceTabs } from './workspace-tabs';
import { WorkspaceFloating, type WorkspaceWindow } from './workspace-window';

/** What the app waits before it writes the layout. */
const SAVE_LAYOUT_MS = 2000;

export class Workspace extends Events {
  readonly app: App;
  readonly containerEl = createDiv('workspace');
  readonly leftRibbon: WorkspaceRibbon;
  readonly rightRibbon: WorkspaceRibbon;
  readonly leftSplit: WorkspaceSidedock;
  readonly rootSplit: WorkspaceRoot;
  readonly rightSplit: WorkspaceSidedock;
  /** Not declared: the pop-out windows. */
  readonly floatingSplit: WorkspaceFloating;
  activeLeaf: WorkspaceLeaf | null = null;
  /** The note's view that is active. */
  activeEditor: MarkdownFileInfo | null = null;
  layoutReady = false;
  /** Set by whoever keeps the layout: writes it. */
  saveLayout: () => Promise<void> = () => Promise.resolve();
  readonly requestSaveLayout = debounce(() => this.saveLayout(), SAVE_LAYOUT_MS);
  readonly #recent = new RecentFiles();
  #lastFile: TFile | null = null;
  #whenReady: (() => unknown)[] = [];
  #clock = 0;
  readonly #tellLayout = debounce(() => this.trigger('layout-change'));
  readonly #tellActive = debounce(() => this.#activeLeafChanged());

  constructor(app: App) {
    super();
    this.app = app;
    this.leftRibbon = new WorkspaceRibbon('left');
    this.rightRibbon = new WorkspaceRibbon('right');
    this.leftSplit = new WorkspaceSidedock(app, 'left');
    this.rootSplit = new WorkspaceRoot(app);
    this.rightSplit = new WorkspaceSidedock(app, 'right');
    this.floatingSplit = new WorkspaceFloating(app);
    const parts = [this.leftRibbon, this.leftSplit, this.rootSplit, this.rightSplit];
    this.containerEl.append(...parts.map((part) => part.containerEl));
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callSafely(callback, this);
    else this.#whenReady.push(callback);
  }

  /** The host says when. */
  static makeLayoutReady(workspace: Workspace): void {
    if (workspace.layoutReady) return;
    workspace.layoutReady = true;
    workspace.#keepOneTab();
    for (const callback of workspace.#whenReady.splice(0)) callSafely(callback, workspace);
    // What stood in the background was not loaded while the layout was put together.
    workspace.iterateAllLeaves((leaf) => {
      if (leaf.parent instanceof WorkspaceTabs && leaf.parent.shown === leaf && workspace.#isOpen(leaf)) {
        void leaf.loadIfDeferred();
      }
    });
  }

  getLeaf(newLeaf: PaneType | boolean = false, direction: SplitDirection = 'vertical'): WorkspaceLeaf {
    if (newLeaf === false) return this.getUnpinnedLeaf();
    if (newLeaf === 'split') return this.createLeafBySplit(this.#anchor(), direction);
    if (newLeaf === 'window') return this.openPopoutLeaf();
    return this.addLeaf(this.#anchor().parent as WorkspaceTabs);
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    const anchor = this.#anchor();
    const isFree = !anchor.isPinned() && anchor.view.navigation;
    return isFree ? anchor : this.addLeaf(anchor.parent as WorkspaceTabs);
  }

  /** Not declared: a new tab behind those there are. */
  addLeaf(tabs: WorkspaceTabs, index?: number): WorkspaceLeaf {
    const leaf = this.newLeaf();
    tabs.insertChild(leaf, index);
    this.layoutChanged();
    return leaf;
  }

  /** Not declared: a tab that stands nowhere yet. */
  newLeaf(id = newId()): WorkspaceLeaf {
    return new WorkspaceLeaf(this.app, id);
  }

  createLeafBySplit(leaf: WorkspaceLeaf, direction: SplitDirection = 'vertical', before = false): WorkspaceLeaf {
    const tabs = splitLeaf(leaf, direction, before);
    return this.addLeaf(tabs);
  }

  createLeafInParent(parent: WorkspaceSplit, index: number): WorkspaceLeaf {
    const tabs = new WorkspaceTabs(this.app);
    parent.insertChild(tabs, index);
    return this.addLeaf(tabs);
  }

  splitActiveLeaf(direction?: SplitDirection): WorkspaceLeaf {
    return this.getLeaf('split', direction);
  }

  async duplicateLeaf(
    leaf: WorkspaceLeaf,
    where: PaneType | boolean | SplitDirection = 'vertical',
    direction: SplitDirection = 'vertical',
  ): Promise<WorkspaceLeaf> {
    const isDirection = where === 'vertical' || where === 'horizontal';
    const twin = isDirection ? this.createLeafBySplit(leaf, where) : this.getLeaf(where, direction);
    await twin.setViewState({ ...leaf.getViewState(), active: true });
    return twin;
  }

  openPopoutLeaf(options: PopoutOptions = {}): WorkspaceLeaf {
    return this.createLeafInParent(openPopout(this, options), 0);
  }

  moveLeafToPopout(leaf: WorkspaceLeaf, options: PopoutOptions = {}): WorkspaceWindow {
    const popout = openPopout(this, options);
    const tabs = new WorkspaceTabs(this.app);
    popout.insertChild(tabs);
    this.#move(leaf, tabs);
    return popout;
  }

  /** Not declared: what dragging a tab into a sidebar does. */
  async moveLeaf(leaf: WorkspaceLeaf, side: 'left' | 'right'): Promise<void> {
    this.#move(leaf, this.#sideTabs(side, false));
    await this.revealLeaf(leaf);
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf {
    return this.addLeaf(this.#sideTabs('left', split));
  }

  getRightLeaf(split: boolean): WorkspaceLeaf {
    return this.addLeaf(this.#sideTabs('right', split));
  }

  async ensureSideLeaf(
    type: string,
    side: 'left' | 'right',
    options: { active?: boolean; split?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {},
  ): Promise<WorkspaceLeaf> {
    const { active = false, split = false, reveal = true, state } = options;
    const dock = this.#dock(side);
    const known = this.getLeavesOfType(type).find((leaf) => leaf.getRoot() === dock);
    const leaf = known ?? this.addLeaf(this.#sideTabs(side, split));
    if (!known || state) await leaf.setViewState({ type, ...(state ? { state } : {}) });
    if (reveal) await this.revealLeaf(leaf);
    if (active) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    const root = leaf.getRoot();
    if (root instanceof WorkspaceSidedock) root.expand();
    if (leaf.parent instanceof WorkspaceTabs) leaf.parent.show(leaf);
    this.setActiveLeaf(leaf, { focus: true });
    await leaf.loadIfDeferred();
  }

  /** Not declared: the leaf that keys of this window are for. */
  activeLeafIn(win: Window): WorkspaceLeaf | null {
    if (this.activeLeaf?.getContainer().win === win) return this.activeLeaf;
    const there = this.#all().filter((leaf) => leaf.getContainer().win === win && leaf.activeTime > 0);
    return there.sort((a, b) => b.activeTime - a.activeTime)[0] ?? null;
  }

  setActiveLeaf(leaf: WorkspaceLeaf, params: { focus?: boolean } | boolean = {}, focus = false): void {
    // It was closed while its file was being opened.
    if (!leaf.parent) return;
    if (leaf.parent instanceof WorkspaceTabs && leaf.parent.shown !== leaf) leaf.parent.show(leaf);
    leaf.activeTime = ++this.#clock;
    const before = this.activeLeaf;
    this.activeLeaf = leaf;
    this.viewChanged(leaf);
    if (before !== leaf) {
      before?.containerEl.removeClass('mod-active');
      before?.tabHeaderEl.removeClass('mod-active');
      leaf.containerEl.addClass('mod-active');
      leaf.tabHeaderEl.addClass('mod-active');
      this.#tellActive();
      this.requestSaveLayout();
    }
    if (typeof params === 'boolean' ? focus : (params.focus ?? false)) this.#focus(leaf);
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.#all().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.#all().filter((leaf) => leaf.group === group);
  }

  getMostRecentLeaf(root?: WorkspaceParent): WorkspaceLeaf | null {
    const leaves = root ? [...root.leaves()] : this.#inMainAreas();
    return leaves.reduce<WorkspaceLeaf | null>(
      (best, leaf) => (best && best.activeTime >= leaf.activeTime ? best : leaf),
      null,
    );
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return this.#all().filter((leaf) => leaf.view.getViewType() === type);
  }

  detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }

  iterateRootLeaves(visit: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.rootSplit.leaves()) visit(leaf);
  }

  iterateAllLeaves(visit: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.#all()) visit(leaf);
  }

  getActiveViewOfType<T>(type: Constructor<T>): T | null {
    const view: View | undefined = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  getActiveFile(): TFile | null {
    const view = this.activeLeaf?.view;
    if (view instanceof FileView) return view.file;
    const recent = this.getMostRecentLeaf()?.view;
    return recent instanceof FileView ? recent.file : null;
  }

  getLastOpenFiles(): string[] {
    return this.#recent.paths;
  }

  openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf: PaneType | boolean = false,
    openViewState: OpenViewState = {},
  ): Promise<void> {
    return openLinkText({ app: this.app, linktext, sourcePath, newLeaf, openViewState });
  }

  getLayout(): Layout {
    return readLayout(this);
  }

  async changeLayout(layout: unknown): Promise<void> {
    await restoreLayout(this, layout);
    if (this.layoutReady) this.#keepOneTab();
    this.layoutChanged();
  }

  /** Editors take what plugins have registered for them anew. */
  updateOptions(): void {
    this.trigger('options-change');
  }

  /** Not declared: what `Plugin.registerHoverLinkSource` calls. */
  registerHoverLinkSource(id: string, info: HoverLinkSource): void {
    const { others } = registrationsOf(this.app);
    const sources = others.get('registerHoverLinkSource') ?? new Map<unknown, unknown>();
    others.set('registerHoverLinkSource', sources.set(id, info));
  }

  unregisterHoverLinkSource(id: string): void {
    registrationsOf(this.app).others.get('registerHoverLinkSource')?.delete(id);
  }

  /** Not declared: which view shows a file of this ending. */
  viewTypeOf(extension: string): string {
    const own = extension === 'md' ? 'markdown' : extension === 'base' && this.app.hasBases ? 'bases' : 'file';
    return this.app.viewTypeByExtension.get(extension) ?? own;
  }

  /** Not declared: a leaf shows another file. */
  fileOpened(file: TFile): void {
    this.#recent.add(file.path);
    this.#tellActive();
  }

  /** Not declared: told, and written, a little later. */
  layoutChanged(): void {
    this.#tellLayout();
    this.requestSaveLayout();
  }

  /** Not declared: a leaf has another view. */
  viewChanged(leaf: WorkspaceLeaf): void {
    if (leaf !== this.activeLeaf) return;
    this.activeEditor = leaf.view instanceof MarkdownView ? (leaf.view as unknown as MarkdownFileInfo) : null;
  }

  /** Not declared: a leaf has left the window. */
  leafDetached(leaf: WorkspaceLeaf): void {
    if (this.layoutReady) this.#keepOneTab();
    if (this.activeLeaf === leaf) {
      this.activeLeaf = null;
      this.activeEditor = null;
      const next = this.getMostRecentLeaf();
      if (next) this.setActiveLeaf(next);
    }
    this.layoutChanged();
  }

  #activeLeafChanged(): void {
    this.trigger('active-leaf-change', this.activeLeaf);
    const file = this.getActiveFile();
    if (file === this.#lastFile) return;
    this.#lastFile = file;
    this.trigger('file-open', file);
  }

  #focus(leaf: WorkspaceLeaf): void {
    const { view } = leaf;
    if (view instanceof MarkdownView) view.editor.focus();
    else if (!leaf.containerEl.contains(leaf.containerEl.ownerDocument.activeElement))
      view.containerEl.focus({ preventScroll: true });
  }

  /** The main area's leaf that new ones open beside. */
  #anchor(): WorkspaceLeaf {
    const active = this.activeLeaf;
    if (active && !(active.getRoot() instanceof WorkspaceSidedock)) return active;
    return this.getMostRecentLeaf() ?? this.#keepOneTab();
  }

  #keepOneTab(): WorkspaceLeaf {
    const first = this.rootSplit.leaves().next();
    if (!first.done) return first.value;
    const leaf = this.createLeafInParent(this.rootSplit, 0);
    this.activeLeaf ??= leaf;
    return leaf;
  }

  #move(leaf: WorkspaceLeaf, tabs: WorkspaceTabs): void {
    leaf.parent?.removeChild(leaf);
    tabs.insertChild(leaf);
    tabs.show(leaf);
    tellMigrated();
    if (this.layoutReady) this.#keepOneTab();
    this.setActiveLeaf(leaf);
    this.layoutChanged();
  }

  #dock(side: 'left' | 'right'): WorkspaceSidedock {
    return side === 'left' ? this.leftSplit : this.rightSplit;
  }

  #sideTabs(side: 'left' | 'right', split: boolean): WorkspaceTabs {
    const dock = this.#dock(side);
    const last = dock.children.at(-1);
    if (last instanceof WorkspaceTabs && !split) return last;
    const tabs = new WorkspaceTabs(this.app);
    dock.insertChild(tabs);
    return tabs;
  }

  #isOpen(leaf: WorkspaceLeaf): boolean {
    const root: WorkspaceItem = leaf.getRoot();
    return !(root instanceof WorkspaceSidedock && root.collapsed);
  }

  #inMainAreas(): WorkspaceLeaf[] {
    return [...this.rootSplit.leaves(), ...this.floatingSplit.leaves()];
  }

  #all(): WorkspaceLeaf[] {
    return [...this.#inMainAreas(), ...this.leftSplit.leaves(), ...this.rightSplit.leaves()];
  }
}

/** Sixteen hexadecimal digits: a leaf keeps its id over a restart. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
