/** A workspace without any pane: what a plugin needs to start, to listen and to find that nothing is open. */
import type { MarkdownFileInfo, WorkspaceLeaf } from 'obsidian';
import { debounce } from '../debounce';
import { callSafely } from '../host-record';
import { Events, type TFile } from '../mocks';

export class Workspace extends Events {
  readonly containerEl = createDiv('workspace');
  activeLeaf: WorkspaceLeaf | null = null;
  activeEditor: MarkdownFileInfo | null = null;
  layoutReady = false;
  readonly requestSaveLayout = debounce(() => Promise.resolve());
  #whenReady: (() => unknown)[] = [];

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callSafely(callback, this);
    else this.#whenReady.push(callback);
  }

  /** The host says when. */
  static makeLayoutReady(workspace: Workspace): void {
    if (workspace.layoutReady) return;
    workspace.layoutReady = true;
    for (const callback of workspace.#whenReady.splice(0)) callSafely(callback, workspace);
  }

  getLeavesOfType(_type: string): WorkspaceLeaf[] {
    return [];
  }

  detachLeavesOfType(_type: string): void {
    return;
  }

  iterateAllLeaves(_visit: (leaf: WorkspaceLeaf) => unknown): void {
    return;
  }

  iterateRootLeaves(_visit: (leaf: WorkspaceLeaf) => unknown): void {
    return;
  }

  getActiveViewOfType(_type: unknown): null {
    return null;
  }

  getActiveFile(): TFile | null {
    return this.activeEditor?.file ?? null;
  }

  getMostRecentLeaf(): WorkspaceLeaf | null {
    return this.activeLeaf;
  }

  getLeafById(_id: string): WorkspaceLeaf | null {
    return null;
  }

  getLastOpenFiles(): string[] {
    return [];
  }

  updateOptions(): void {
    return;
  }
}
