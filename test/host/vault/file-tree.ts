/** The files and folders that the vault knows, by path and by lower-cased name; every lookup is a map's. */
import type { FileStats, Vault } from 'obsidian';
import { newFile, newFolder, TFile, TFolder, type TAbstractFile } from '../mocks';
import { folderOf, nameOf } from './vault-path';

export interface Move {
  readonly file: TAbstractFile;
  readonly oldPath: string;
}

export class FileTree {
  #vault: Vault | undefined;
  #root: TFolder | undefined;
  readonly #byPath = new Map<string, TAbstractFile>();
  readonly #byName = new Map<string, TFile[]>();

  /** Files point back at their vault, which in turn is built on this tree. */
  connect(vault: Vault): void {
    this.#vault = vault;
    this.#root = newFolder(vault, '/');
    this.#byPath.set('/', this.#root);
  }

  get root(): TFolder {
    if (!this.#root) throw new Error('The file tree has no vault yet.');
    return this.#root;
  }

  get(path: string): TAbstractFile | null {
    return this.#byPath.get(path) ?? null;
  }

  file(path: string): TFile | null {
    const found = this.#byPath.get(path);
    return found instanceof TFile ? found : null;
  }

  folder(path: string): TFolder | null {
    const found = this.#byPath.get(path === '' ? '/' : path);
    return found instanceof TFolder ? found : null;
  }

  /** Files of this lower-cased file name, in the order in which they came. */
  named(lowerCaseName: string): readonly TFile[] {
    return this.#byName.get(lowerCaseName) ?? [];
  }

  /** Everything but the root, a folder before what is in it. */
  *entries(): Generator<TAbstractFile> {
    for (const entry of this.#byPath.values()) if (entry !== this.#root) yield entry;
  }

  addFile(path: string, stat: FileStats): TFile {
    const file = newFile(this.#owner, path, stat);
    this.#place(file);
    return file;
  }

  addFolder(path: string): TFolder {
    const folder = newFolder(this.#owner, path);
    this.#place(folder);
    return folder;
  }

  /** Takes an entry out with all that is in it; the children come first, as their events do. */
  remove(entry: TAbstractFile): TAbstractFile[] {
    const removed = entry instanceof TFolder ? [...entry.children].flatMap((child) => this.remove(child)) : [];
    this.#take(entry);
    return [...removed, entry];
  }

  /** Moves an entry with all that is in it; the entry itself comes first. The new parent must be there. */
  move(entry: TAbstractFile, newPath: string): Move[] {
    const oldPath = entry.path;
    this.#take(entry);
    entry.path = newPath;
    entry.name = nameOf(newPath);
    if (entry instanceof TFile) {
      const dot = entry.name.lastIndexOf('.');
      entry.extension = dot < 0 ? '' : entry.name.slice(dot + 1);
      entry.basename = dot < 0 ? entry.name : entry.name.slice(0, dot);
    }
    const children = entry instanceof TFolder ? entry.children.splice(0) : [];
    this.#place(entry);
    return [{ file: entry, oldPath }, ...children.flatMap((child) => this.move(child, `${newPath}/${child.name}`))];
  }

  get #owner(): Vault {
    if (!this.#vault) throw new Error('The file tree has no vault yet.');
    return this.#vault;
  }

  #place(entry: TAbstractFile): void {
    const parent = this.folder(folderOf(entry.path));
    if (!parent) throw new Error(`${entry.path} has no folder in the vault.`);
    entry.parent = parent;
    parent.children.push(entry);
    this.#byPath.set(entry.path, entry);
    if (entry instanceof TFile) {
      const name = entry.name.toLowerCase();
      const namesakes = this.#byName.get(name);
      if (namesakes) namesakes.push(entry);
      else this.#byName.set(name, [entry]);
    }
  }

  #take(entry: TAbstractFile): void {
    this.#byPath.delete(entry.path);
    const siblings = entry.parent?.children ?? [];
    const at = siblings.indexOf(entry);
    // The children of a folder that moves have been taken out of it already.
    if (at >= 0) siblings.splice(at, 1);
    if (entry instanceof TFile) {
      const name = entry.name.toLowerCase();
      const namesakes = (this.#byName.get(name) ?? []).filter((file) => file !== entry);
      if (namesakes.length > 0) this.#byName.set(name, namesakes);
      else this.#byName.delete(name);
    }
  }
}
