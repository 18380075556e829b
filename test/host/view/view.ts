/** What a leaf shows. The leaf opens and closes it; `openView` and `closeView` are the leaf's, not a plugin's. */
import type { App } from '../app/app';
import { tellMigrated } from '../dom/patch-dom';
import { Component } from '../mocks';
import type { Scope } from '../keys/scope';
import type { Menu } from '../menu/menu';
import type { WorkspaceLeaf } from '../workspace/workspace-leaf';

export interface ViewStateResult {
  history: boolean;
}

export abstract class View extends Component {
  app: App;
  icon = 'file';
  navigation = false;
  leaf: WorkspaceLeaf;
  containerEl: HTMLElement;
  scope: Scope | null = null;

  constructor(leaf: WorkspaceLeaf) {
    super();
    this.leaf = leaf;
    this.app = leaf.app;
    // It takes the focus when it becomes active and has nothing to focus in it; not by Tab.
    this.containerEl = createDiv({ cls: 'workspace-leaf-content', attr: { tabindex: '-1' } });
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  protected async onOpen(): Promise<void> {
    return;
  }

  protected async onClose(): Promise<void> {
    return;
  }

  getState(): Record<string, unknown> {
    return {};
  }

  async setState(_state: unknown, _result: ViewStateResult): Promise<void> {
    return;
  }

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {
    return;
  }

  getIcon(): string {
    return this.icon;
  }

  onResize(): void {
    return;
  }

  onPaneMenu(_menu: Menu, _source: string): void {
    return;
  }

  /** Puts the view into an element of its leaf's, loads and opens it. */
  static async open(view: View, parent: HTMLElement): Promise<void> {
    view.containerEl.dataset.type = view.getViewType();
    parent.append(view.containerEl);
    // It was made in the first window, whichever it now stands in.
    tellMigrated();
    const loading: unknown = (view as { load(): unknown }).load();
    await loading;
    await view.onOpen();
  }

  static async close(view: View): Promise<void> {
    try {
      await view.onClose();
    } finally {
      view.unload();
      view.containerEl.remove();
    }
  }
}
