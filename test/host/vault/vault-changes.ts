/**
 * Carries a change that has happened on disk into the vault: the tree first, then the vault's event, then the metadata.
 * Both the vault's own writes and what others did to the folder pass through here.
 */
import type { FileStats, Vault } from 'obsidian';
import { TFile, type TAbstractFile, type TFolder } from '../mocks';
import type { FileTree, Move } from './file-tree';
import { folderOf } from './vault-path';

export interface ContentObserver {
  /** A file came; the text is null where nobody has it at hand. */
  appeared(file: TFile, text: string | null): void;
  contentChanged(file: TFile, text: string | null): void;
  moved(moves: readonly Move[]): void;
  removed(file: TFile): void;
}

export class VaultChanges {
  readonly #tree: FileTree;
  readonly #vault: Vault;
  readonly #observer: ContentObserver;

  constructor(tree: FileTree, vault: Vault, observer: ContentObserver) {
    this.#tree = tree;
    this.#vault = vault;
    this.#observer = observer;
  }

  fileCreated(path: string, stat: FileStats, text: string | null): TFile {
    this.folderCreated(folderOf(path));
    const file = this.#tree.addFile(path, stat);
    this.#vault.trigger('create', file);
    this.#observer.appeared(file, text);
    return file;
  }

  /** Creates the folders above it too; one that is there already is given back. */
  folderCreated(path: string): TFolder {
    const known = this.#tree.folder(path);
    if (known) return known;
    this.folderCreated(folderOf(path));
    const folder = this.#tree.addFolder(path);
    this.#vault.trigger('create', folder);
    return folder;
  }

  fileModified(file: TFile, stat: FileStats, text: string | null): void {
    file.stat = { ctime: stat.ctime, mtime: stat.mtime, size: stat.size };
    this.#vault.trigger('modify', file);
    this.#observer.contentChanged(file, text);
  }

  removed(entry: TAbstractFile): void {
    for (const gone of this.#tree.remove(entry)) {
      this.#vault.trigger('delete', gone);
      if (gone instanceof TFile) this.#observer.removed(gone);
    }
  }

  moved(entry: TAbstractFile, newPath: string): void {
    const moves = this.#tree.move(entry, newPath);
    // Whoever hears of a rename must find the metadata under the new path already.
    this.#observer.moved(moves);
    for (const { file, oldPath } of moves) this.#vault.trigger('rename', file, oldPath);
  }
}
