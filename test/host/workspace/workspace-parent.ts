/** What holds other pieces of the window; one that becomes empty goes. */
import { WorkspaceItem } from './workspace-item';
import type { WorkspaceLeaf } from './workspace-leaf';

export abstract class WorkspaceParent extends WorkspaceItem {
  readonly children: WorkspaceItem[] = [];

  /** Where the children's elements go. */
  protected abstract readonly childrenEl: HTMLElement;

  insertChild(child: WorkspaceItem, index = this.children.length): void {
    const next = this.children[index];
    this.children.splice(index, 0, child);
    child.parent = this;
    this.childrenEl.insertBefore(child.containerEl, next?.containerEl ?? null);
  }

  removeChild(child: WorkspaceItem): void {
    const at = this.children.indexOf(child);
    if (at < 0) return;
    this.children.splice(at, 1);
    child.parent = null;
    child.containerEl.remove();
    if (this.children.length === 0) this.becameEmpty();
  }

  replaceChild(child: WorkspaceItem, replacement: WorkspaceItem): void {
    const at = this.children.indexOf(child);
    this.children.splice(at, 1);
    child.parent = null;
    this.insertChild(replacement, at);
    child.containerEl.remove();
  }

  *leaves(): Generator<WorkspaceLeaf> {
    for (const child of [...this.children]) {
      const leaf = child.asLeaf();
      if (leaf) yield leaf;
      else if (child instanceof WorkspaceParent) yield* child.leaves();
    }
  }

  protected becameEmpty(): void {
    this.parent?.removeChild(this);
  }
}
