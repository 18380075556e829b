/** A view of one file: it follows the file's renaming, and its leaf is emptied when the file goes. */
import type { EventRef } from 'obsidian';
import { TFile, type TAbstractFile } from '../mocks';
import type { Menu } from '../menu/menu';
import type { WorkspaceLeaf } from '../workspace/workspace-leaf';
import { ItemView } from './item-view';
import type { ViewStateResult } from './view';

export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const { vault } = this.app;
    const watch = (ref: EventRef) => this.registerEvent(ref);
    watch(vault.on('rename', (file) => file === this.file && void this.onRename(this.file)));
    watch(vault.on('delete', (file) => this.#fileWentAway(file)));
  }

  override onload(): void {
    return;
  }

  getDisplayText(): string {
    return this.file?.basename ?? 'No file';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), file: this.file?.path ?? null };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    const path = (state as { file?: unknown } | null)?.file;
    if (typeof path === 'string' && path !== this.file?.path) await this.loadFile(this.app.vault.getFileByPath(path));
    await super.setState(state, result);
  }

  /** Not declared: shows another file, or none. */
  async loadFile(file: TFile | null): Promise<void> {
    const before = this.file;
    if (before) await this.onUnloadFile(before);
    this.file = file;
    if (file) await this.onLoadFile(file);
    this.leaf.updateHeader();
  }

  async onLoadFile(_file: TFile): Promise<void> {
    return;
  }

  async onUnloadFile(_file: TFile): Promise<void> {
    return;
  }

  async onRename(_file: TFile): Promise<void> {
    this.leaf.updateHeader();
  }

  canAcceptExtension(_extension: string): boolean {
    return false;
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    if (this.file) this.app.workspace.trigger('file-menu', menu, this.file, source, this.leaf);
  }

  protected override async onClose(): Promise<void> {
    if (this.file) await this.onUnloadFile(this.file);
    await super.onClose();
  }

  #fileWentAway(file: TAbstractFile): void {
    if (file !== this.file) return;
    // Nothing of it may be written back.
    this.file = null;
    if (!this.allowNoFile) void this.leaf.setViewState({ type: 'empty' });
  }
}
