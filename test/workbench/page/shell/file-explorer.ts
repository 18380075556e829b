/** The tree of the vault's folders and files, kept as the vault changes. */
import { debounce } from '../../../host/debounce';
import { setIcon } from '../../../host/icons/icons';
import { Keymap } from '../../../host/keys/keymap';
import { Menu } from '../../../host/menu/menu';
import { TFile, TFolder, type TAbstractFile } from '../../../host/mocks';
import { ItemView } from '../../../host/view/item-view';
import { moveInTree } from './move-in-tree';

export class FileExplorer extends ItemView {
  override icon = 'folder-closed';
  #open = new Set<string>();
  #tree: HTMLElement | null = null;

  getViewType(): string {
    return 'file-explorer';
  }

  getDisplayText(): string {
    return 'Files';
  }

  override getState(): Record<string, unknown> {
    return { open: [...this.#open] };
  }

  override async setState(state: unknown): Promise<void> {
    const open = (state as { open?: unknown } | null)?.open;
    if (Array.isArray(open)) this.#open = new Set(open.map(String));
    this.#draw();
  }

  protected override async onOpen(): Promise<void> {
    const { vault, workspace } = this.app;
    this.#tree = this.contentEl.createDiv({
      cls: 'nav-files-container',
      attr: { role: 'tree', 'aria-label': 'Files' },
    });
    this.#tree.addEventListener('keydown', (event) => moveInTree(event));
    for (const folder of vault.getRoot().children) if (folder instanceof TFolder) this.#open.add(folder.path);
    const later = debounce(() => this.#draw(), 30);
    for (const name of ['create', 'delete', 'rename'] as const)
      this.registerEvent(vault.on(name as 'create', () => void later()));
    this.registerEvent(workspace.on('file-open', () => this.#markActive()));
    this.#draw();
  }

  /** As the app's own, which its typings leave out. */
  revealInFolder(file: TFile): void {
    for (let folder = file.parent; folder; folder = folder.parent) this.#open.add(folder.path);
    this.#draw();
    this.#tree?.querySelector<HTMLElement>(`[data-path="${CSS.escape(file.path)}"]`)?.focus();
  }

  #draw(): void {
    if (!this.#tree) return;
    const focused = (document.activeElement as HTMLElement | null)?.dataset.path;
    this.#tree.empty();
    this.#drawChildren(this.app.vault.getRoot(), this.#tree, 1);
    const first = this.#tree.querySelector<HTMLElement>('.tree-item-self');
    if (first) first.tabIndex = 0;
    this.#markActive();
    if (focused !== undefined) this.#tree.querySelector<HTMLElement>(`[data-path="${CSS.escape(focused)}"]`)?.focus();
  }

  #drawChildren(folder: TFolder, parent: HTMLElement, level: number): void {
    const isFile = (entry: TAbstractFile) => Number(entry instanceof TFile);
    const sorted = [...folder.children].sort(
      (a, b) => isFile(a) - isFile(b) || a.name.localeCompare(b.name, undefined, { numeric: true }),
    );
    for (const entry of sorted) {
      if (entry instanceof TFolder) this.#drawFolder(entry, parent, level);
      else if (entry instanceof TFile) this.#drawFile(entry, parent, level);
    }
  }

  #drawFolder(folder: TFolder, parent: HTMLElement, level: number): void {
    const isOpen = this.#open.has(folder.path);
    const item = parent.createDiv({ cls: 'tree-item nav-folder', attr: { role: 'none' } });
    item.toggleClass('is-collapsed', !isOpen);
    const self = this.#drawSelf(item, folder, level, 'nav-folder-title mod-collapsible');
    self.setAttribute('aria-expanded', String(isOpen));
    setIcon(self.createDiv('tree-item-icon collapse-icon'), 'chevron-down');
    self.createDiv({ cls: 'tree-item-inner nav-folder-title-content', text: folder.name });
    self.addEventListener('click', () => this.#toggle(folder));
    if (isOpen)
      this.#drawChildren(
        folder,
        item.createDiv({ cls: 'tree-item-children nav-folder-children', attr: { role: 'group' } }),
        level + 1,
      );
  }

  #drawFile(file: TFile, parent: HTMLElement, level: number): void {
    const item = parent.createDiv({ cls: 'tree-item nav-file', attr: { role: 'none' } });
    const self = this.#drawSelf(item, file, level, 'nav-file-title');
    const isNote = file.extension === 'md';
    self.createDiv({ cls: 'tree-item-inner nav-file-title-content', text: file.basename });
    if (!isNote) self.createDiv({ cls: 'nav-file-tag', text: file.extension });
    const open = (event: MouseEvent) => {
      void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
      if (document.body.hasClass('is-mobile')) this.app.workspace.leftSplit.collapse();
    };
    self.addEventListener('click', open);
    self.addEventListener('auxclick', (event) => event.button === 1 && open(event));
    self.addEventListener('mouseover', (event) =>
      this.app.workspace.trigger('hover-link', {
        event,
        source: 'file-explorer',
        hoverParent: this.leaf,
        targetEl: self,
        linktext: file.path,
        sourcePath: '',
      }),
    );
  }

  #drawSelf(item: HTMLElement, entry: TAbstractFile, level: number, cls: string): HTMLElement {
    const self = item.createDiv({
      cls: `tree-item-self is-clickable tappable ${cls}`,
      attr: { role: 'treeitem', tabindex: '-1', 'aria-level': String(level), 'data-path': entry.path },
    });
    self.style.setProperty('--tree-level', String(level - 1));
    self.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      const menu = new Menu();
      if (entry instanceof TFile) this.#addOpening(menu, entry);
      this.app.workspace.trigger('file-menu', menu, entry, 'file-explorer-context-menu', null);
      menu.setParentElement(self).showAtMouseEvent(event);
    });
    return self;
  }

  #addOpening(menu: Menu, file: TFile): void {
    const { workspace } = this.app;
    const add = (icon: string, title: string, where: 'tab' | 'split') =>
      menu.addItem((item) =>
        item
          .setSection('open')
          .setIcon(icon)
          .setTitle(title)
          .onClick(() => workspace.getLeaf(where).openFile(file)),
      );
    add('file-plus', 'Open in new tab', 'tab');
    add('separator-vertical', 'Open to the right', 'split');
  }

  #toggle(folder: TFolder): void {
    if (!this.#open.delete(folder.path)) this.#open.add(folder.path);
    this.#draw();
    this.app.workspace.requestSaveLayout();
  }

  #markActive(): void {
    const path = this.app.workspace.getActiveFile()?.path;
    for (const self of this.#tree?.querySelectorAll<HTMLElement>('.nav-file-title') ?? []) {
      self.toggleClass('is-active', self.dataset.path === path);
      self.setAttribute('aria-selected', String(self.dataset.path === path));
    }
  }
}
