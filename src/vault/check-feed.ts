import { Component, TFolder, type App, type TAbstractFile } from 'obsidian';
import type { HandbookCheck } from '../core/check/handbook-check';

/** Tells the handbook check what changes in the vault. The check does nothing with it until somebody asks. */
export class CheckFeed extends Component {
  constructor(
    private readonly app: App,
    private readonly check: HandbookCheck,
    private readonly changed: () => void,
  ) {
    super();
  }

  override onload(): void {
    const { vault, metadataCache, workspace } = this.app;
    workspace.onLayoutReady(() => {
      this.registerEvent(metadataCache.on('changed', ({ path }) => this.tell(() => this.check.noteChanged(path))));
      this.registerEvent(vault.on('create', (file) => this.appeared(file)));
      this.registerEvent(vault.on('delete', (file) => this.appeared(file)));
      this.registerEvent(vault.on('rename', (file, from) => this.renamed(file, from)));
    });
  }

  private tell(change: () => void): void {
    change();
    this.changed();
  }

  private appeared(file: TAbstractFile): void {
    this.tell(() => (file instanceof TFolder ? this.check.reset() : this.check.fileChanged(file.path)));
  }

  private renamed(file: TAbstractFile, from: string): void {
    this.tell(() => {
      if (file instanceof TFolder) this.check.reset();
      this.check.fileChanged(from);
      this.check.fileChanged(file.path);
    });
  }
}
