/** The left or right sidebar. Its tabs stay when it is collapsed, and it stays when it holds none. */
import type { App } from '../app/app';
import { WorkspaceSplit } from './workspace-split';

export class WorkspaceSidedock extends WorkspaceSplit {
  /** There is nothing in it at first. */
  #collapsed = true;

  constructor(app: App, side: 'left' | 'right') {
    super(app, 'horizontal', `mod-sidedock mod-${side}-split is-sidedock-collapsed`);
  }

  get collapsed(): boolean {
    return this.#collapsed;
  }

  expand(): void {
    this.#set(false);
  }

  collapse(): void {
    this.#set(true);
  }

  toggle(): void {
    this.#set(!this.#collapsed);
  }

  #set(collapsed: boolean): void {
    if (collapsed === this.#collapsed) return;
    this.#collapsed = collapsed;
    this.containerEl.toggleClass('is-sidedock-collapsed', collapsed);
    this.app.workspace.layoutChanged();
  }

  protected override becameEmpty(): void {
    this.collapse();
  }
}
