/** An empty tab. */
import type { WorkspaceLeaf } from '../workspace/workspace-leaf';
import { ItemView } from './item-view';

export class EmptyView extends ItemView {
  override icon = 'file';
  override navigation = true;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.contentEl.createDiv('empty-state').createDiv({ cls: 'empty-state-title', text: 'No file is open' });
  }

  getViewType(): string {
    return 'empty';
  }

  getDisplayText(): string {
    return 'New tab';
  }
}
