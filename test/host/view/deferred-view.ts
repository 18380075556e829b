/** Stands for a view that is not loaded: its tab is in the background, or no plugin draws its type (any more). */
import type { ViewState } from 'obsidian';
import type { WorkspaceLeaf } from '../workspace/workspace-leaf';
import { View } from './view';

export class DeferredView extends View {
  readonly #viewState: ViewState;
  readonly #title: string;

  constructor(leaf: WorkspaceLeaf, viewState: ViewState, { title, icon }: { title: string; icon: string }) {
    super(leaf);
    this.#viewState = viewState;
    this.#title = title;
    this.icon = icon;
    this.containerEl.createDiv('view-content');
  }

  getViewType(): string {
    return this.#viewState.type;
  }

  getDisplayText(): string {
    return this.#title;
  }

  override getState(): Record<string, unknown> {
    return this.#viewState.state ?? {};
  }
}
