/** The app's vault over any adapter: what a plugin reads, writes and hears of. */
import type { DataWriteOptions, FileStats, Vault as ObsidianVault } from 'obsidian';
import type { HostAdapter } from '../adapter/host-adapter';
import { TFile, TFolder, VaultEvents, type TAbstractFile } from '../mocks';
import type { SerialQueue } from '../serial-queue';
import type { AppConfig } from './app-config';
import type { FileTree } from './file-tree';
import { VaultChanges, type ContentObserver } from './vault-changes';
import { folderOf, isHidden, normalizePath } from './vault-path';

export interface VaultParts {
  readonly adapter: HostAdapter;
  readonly tree: FileTree;
  readonly config: AppConfig;
  readonly observer: ContentObserver;
  /** Every change of the vault, and every look for changes from outside, is a job of this queue. */
  readonly queue: SerialQueue;
}

export class Vault extends VaultEvents implements ObsidianVault {
  readonly adapter: HostAdapter;
  readonly configDir = '.obsidian';
  readonly #tree: FileTree;
  readonly #config: AppConfig;
  readonly #changes: VaultChanges;
  readonly #queue: SerialQueue;
  readonly #cached = new WeakMap<TFile, { readonly mtime: number; readonly size: number; readonly text: string }>();

  constructor(parts: VaultParts) {
    super();
    this.adapter = parts.adapter;
    this.#tree = parts.tree;
    this.#config = parts.config;
    this.#queue = parts.queue;
    // The mocks' base class returns an object of its own making, which the rule cannot see through.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- `this` is a Vault
    this.#changes = new VaultChanges(parts.tree, this, parts.observer);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- `this` is a Vault
    parts.tree.connect(this);
    // Two writes within one tick of the clock look alike.
    this.on('modify', (file) => file instanceof TFile && this.#cached.delete(file));
  }

  static recurseChildren(root: TFolder, visit: (file: TAbstractFile) => unknown): void {
    visit(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, visit);
      else visit(child);
    }
  }

  /** The host's way to report what happened to the folder from outside. */
  static changesOf(vault: Vault): VaultChanges {
    return vault.#changes;
  }

  getName(): string {
    return this.adapter.getName();
  }

  /** Not declared, but what plugins use to learn a setting of the app. */
  getConfig(key: string): unknown {
    return this.#config.get(key);
  }

  getRoot(): TFolder {
    return this.#tree.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.#tree.get(path);
  }

  getFileByPath(path: string): TFile | null {
    return this.#tree.file(path);
  }

  getFolderByPath(path: string): TFolder | null {
    return path === '' ? null : this.#tree.folder(path);
  }

  getFiles(): TFile[] {
    return [...this.#tree.entries()].filter((entry) => entry instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  getAllFolders(includeRoot = false): TFolder[] {
    const folders = [...this.#tree.entries()].filter((entry) => entry instanceof TFolder);
    return includeRoot ? [this.#tree.root, ...folders] : folders;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [this.#tree.root, ...this.#tree.entries()];
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  read(file: TFile): Promise<string> {
    return this.adapter.read(file.path);
  }

  /** What was read before, as long as the vault has not heard of a change since: what others write meanwhile is not seen. */
  async cachedRead(file: TFile): Promise<string> {
    const { mtime, size } = file.stat;
    const cached = this.#cached.get(file);
    if (cached?.mtime === mtime && cached.size === size) return cached.text;
    const text = await this.adapter.read(file.path);
    this.#cached.set(file, { mtime, size, text });
    return text;
  }

  readBinary(file: TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  create(path: string, data: string, options?: DataWriteOptions): Promise<TFile> {
    return this.#create(path, data, (normal) => this.adapter.write(normal, data, options));
  }

  createBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<TFile> {
    return this.#create(path, null, (normal) => this.adapter.writeBinary(normal, data, options));
  }

  createFolder(path: string): Promise<TFolder> {
    return this.#queue.run(async () => {
      const normal = normalizePath(path);
      if (await this.adapter.exists(normal)) throw new Error('Folder already exists.');
      await this.adapter.mkdir(normal);
      return this.#changes.folderCreated(normal);
    });
  }

  async modify(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    await this.#write(file, async () => {
      await this.adapter.write(file.path, data, options);
      return data;
    });
  }

  async modifyBinary(file: TFile, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    await this.#write(file, async () => {
      await this.adapter.writeBinary(file.path, data, options);
      return null;
    });
  }

  async append(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    await this.process(file, (text) => text + data, options);
  }

  async appendBinary(file: TFile, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    await this.#write(file, async () => {
      await this.adapter.appendBinary(file.path, data, options);
      return null;
    });
  }

  process(file: TFile, change: (data: string) => string, options?: DataWriteOptions): Promise<string> {
    return this.#write(file, () => this.adapter.process(file.path, change, options));
  }

  async copy<T extends TAbstractFile>(file: T, newPath: string): Promise<T> {
    if (!(file instanceof TFile)) throw new Error('Vault.copy of a folder is not modelled by the test host');
    const copy = await this.#create(newPath, null, (normal) => this.adapter.copy(file.path, normal));
    return copy as TAbstractFile as T;
  }

  rename(file: TAbstractFile, newPath: string): Promise<void> {
    return this.#queue.run(async () => {
      const normal = normalizePath(newPath);
      this.#mustBeHere(file);
      await this.adapter.rename(file.path, normal);
      if (isHidden(normal)) this.#changes.removed(file);
      else this.#changes.moved(file, normal);
    });
  }

  delete(file: TAbstractFile, force = false): Promise<void> {
    return this.#queue.run(async () => {
      this.#mustBeHere(file);
      if (file instanceof TFolder) await this.adapter.rmdir(file.path, force);
      else await this.adapter.remove(file.path);
      this.#changes.removed(file);
    });
  }

  trash(file: TAbstractFile, system: boolean): Promise<void> {
    return this.#queue.run(async () => {
      this.#mustBeHere(file);
      const taken = system && (await this.adapter.trashSystem(file.path));
      if (!taken) await this.adapter.trashLocal(file.path);
      this.#changes.removed(file);
    });
  }

  #create(path: string, text: string | null, put: (path: string) => Promise<void>): Promise<TFile> {
    return this.#queue.run(async () => {
      const normal = normalizePath(path);
      if (isHidden(normal)) throw new Error('Vault.create of a hidden file is not modelled by the test host');
      if (await this.adapter.exists(normal)) throw new Error('File already exists.');
      await put(normal);
      this.#changes.folderCreated(folderOf(normal));
      return this.#changes.fileCreated(normal, await this.#statOf(normal), text);
    });
  }

  #write<T extends string | null>(file: TFile, put: () => Promise<T>): Promise<T> {
    return this.#queue.run(async () => {
      this.#mustBeHere(file);
      const text = await put();
      this.#changes.fileModified(file, await this.#statOf(file.path), text);
      return text;
    });
  }

  async #statOf(path: string): Promise<FileStats> {
    const stat = await this.adapter.stat(path);
    if (!stat) throw new Error(`ENOENT: no such file or directory, stat '${path}'`);
    return stat;
  }

  #mustBeHere(file: TAbstractFile): void {
    if (this.#tree.get(file.path) !== file) throw new Error(`ENOENT: no such file or directory, open '${file.path}'`);
  }
}
