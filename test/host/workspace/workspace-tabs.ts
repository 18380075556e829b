/** A row of tabs, of which one is shown. */
import type { App } from '../app/app';
import { setIcon } from '../icons/icons';
import { setTooltip } from '../tooltip';
import type { WorkspaceItem } from './workspace-item';
import type { WorkspaceLeaf } from './workspace-leaf';
import { WorkspaceParent } from './workspace-parent';

export class WorkspaceTabs extends WorkspaceParent {
  readonly containerEl = createDiv('workspace-tabs mod-top');
  readonly #headersEl: HTMLElement;
  protected readonly childrenEl: HTMLElement;
  #shown: WorkspaceLeaf | null = null;

  constructor(app: App) {
    super(app);
    const row = this.containerEl.createDiv('workspace-tab-header-container');
    this.#headersEl = row.createDiv({ cls: 'workspace-tab-header-container-inner', attr: { role: 'tablist' } });
    const add = row.createEl('button', {
      cls: 'clickable-icon workspace-tab-header-new-tab',
      attr: { type: 'button' },
    });
    setIcon(add, 'plus');
    setTooltip(add, 'New tab');
    add.addEventListener('click', () => app.workspace.setActiveLeaf(app.workspace.addLeaf(this), { focus: true }));
    this.childrenEl = this.containerEl.createDiv('workspace-tab-container');
  }

  get shown(): WorkspaceLeaf | null {
    return this.#shown;
  }

  override insertChild(child: WorkspaceItem, index = this.children.length): void {
    const leaf = child.asLeaf();
    if (!leaf) throw new Error('A row of tabs holds leaves only.');
    const next = this.children[index]?.asLeaf();
    super.insertChild(leaf, index);
    this.#headersEl.insertBefore(leaf.tabHeaderEl, next?.tabHeaderEl ?? null);
    leaf.containerEl.toggle(false);
    if (!this.#shown) this.show(leaf);
  }

  override removeChild(child: WorkspaceItem): void {
    const leaf = child.asLeaf();
    if (!leaf) return;
    const at = this.children.indexOf(leaf);
    leaf.tabHeaderEl.remove();
    if (this.#shown === leaf) this.#shown = null;
    super.removeChild(leaf);
    const neighbour = this.children[Math.min(at, this.children.length - 1)]?.asLeaf();
    if (!this.#shown && neighbour) this.show(neighbour);
  }

  /** Brings a tab to the front; a view that was deferred is loaded. */
  show(leaf: WorkspaceLeaf): void {
    this.#shown = leaf;
    for (const each of this.leaves()) {
      each.containerEl.toggle(each === leaf);
      each.tabHeaderEl.toggleClass('is-active', each === leaf);
      each.tabHeaderEl.setAttribute('aria-selected', String(each === leaf));
      // One tab stop for the row; the arrow keys move within it.
      each.tabHeaderEl.tabIndex = each === leaf ? 0 : -1;
    }
    if (leaf.isDeferred && this.app.workspace.layoutReady) void leaf.loadIfDeferred();
    leaf.onResize();
  }
}
