/** The data adapter over a folder on disk: what the app's `FileSystemAdapter` is on a desktop. */
import { access, copyFile, mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DataWriteOptions, FileSystemAdapter, ListedFiles, Stat } from 'obsidian';
import { SerialQueue } from '../serial-queue';
import { folderOf, nameOf, normalizePath } from '../vault/vault-path';
import { FolderPaths } from './folder-paths';
import type { HostAdapter, ScannedEntry } from './host-adapter';
import { scanFolder } from './scan-folder';
import { toStat } from './to-stat';
import { trashedPath } from './trashed-path';
import { writeAtomically } from './write-atomically';

export class FolderAdapter implements HostAdapter, FileSystemAdapter {
  readonly #paths: FolderPaths;
  readonly #writes = new SerialQueue();

  constructor(base: string) {
    this.#paths = new FolderPaths(base);
  }

  static async readLocalFile(path: string): Promise<ArrayBuffer> {
    return toArrayBuffer(await readFile(path));
  }

  static async mkdir(path: string): Promise<void> {
    await mkdir(path, { recursive: true });
  }

  scan(): Promise<ScannedEntry[]> {
    return scanFolder(this.#paths);
  }

  getName(): string {
    return basename(this.#paths.base);
  }

  getBasePath(): string {
    return this.#paths.base;
  }

  getFullPath(path: string): string {
    return this.#paths.full(path);
  }

  getFilePath(path: string): string {
    return pathToFileURL(this.#paths.full(path)).href;
  }

  getResourcePath(path: string): string {
    return this.getFilePath(path);
  }

  async exists(path: string, sensitive = false): Promise<boolean> {
    const full = this.#paths.full(path);
    const found = await access(full).then(
      () => true,
      () => false,
    );
    if (!found || !sensitive || normalizePath(path) === '/') return found;
    const { files, folders } = await this.list(folderOf(normalizePath(path)));
    return [...files, ...folders].includes(normalizePath(path));
  }

  async stat(path: string): Promise<Stat | null> {
    const full = this.#paths.full(path);
    return stat(full).then(toStat, () => null);
  }

  async list(path: string): Promise<ListedFiles> {
    const folder = normalizePath(path) === '/' ? '' : normalizePath(path);
    const listed: ListedFiles = { files: [], folders: [] };
    const names = (await readdir(this.#paths.full(folder))).map((name) => this.#paths.child(folder, name)).sort();
    const kinds = await Promise.all(names.map((name) => this.stat(name)));
    names.forEach((name, i) => {
      const type = kinds[i]?.type;
      if (type === 'file') listed.files.push(name);
      else if (type === 'folder') listed.folders.push(name);
    });
    return listed;
  }

  /** UTF-8 without its byte order mark, as the app reads. */
  async read(path: string): Promise<string> {
    return new TextDecoder('utf-8').decode(await readFile(this.#paths.full(path)));
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    return toArrayBuffer(await readFile(this.#paths.full(path)));
  }

  write(path: string, data: string, options?: DataWriteOptions): Promise<void> {
    return this.#writes.run(async () => writeAtomically(this.#paths.full(path), data, options));
  }

  writeBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    return this.#writes.run(async () => writeAtomically(this.#paths.full(path), new Uint8Array(data), options));
  }

  async append(path: string, data: string, options?: DataWriteOptions): Promise<void> {
    await this.process(path, (text) => text + data, options);
  }

  appendBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    return this.#writes.run(async () => {
      const old = await readFile(this.#paths.full(path));
      await writeAtomically(this.#paths.full(path), Buffer.concat([old, Buffer.from(data)]), options);
    });
  }

  process(path: string, change: (data: string) => string, options?: DataWriteOptions): Promise<string> {
    return this.#writes.run(async () => {
      const text = change(await this.read(path));
      await writeAtomically(this.#paths.full(path), text, options);
      return text;
    });
  }

  async mkdir(path: string): Promise<void> {
    await mkdir(this.#paths.full(path), { recursive: true });
  }

  async remove(path: string): Promise<void> {
    await rm(this.#paths.full(path));
    this.#paths.forget(path);
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    if (normalizePath(path) === '/') throw new Error('The vault itself is not removed.');
    await (recursive ? rm(this.#paths.full(path), { recursive }) : rmdir(this.#paths.full(path)));
    this.#paths.forget(path);
  }

  rename(path: string, newPath: string): Promise<void> {
    return this.#writes.run(async () => {
      await this.#mustBeFree(newPath, path);
      await rename(this.#paths.full(path), this.#paths.full(newPath));
      this.#paths.forget(path);
    });
  }

  copy(path: string, newPath: string): Promise<void> {
    return this.#writes.run(async () => {
      await this.#mustBeFree(newPath);
      await copyFile(this.#paths.full(path), this.#paths.full(newPath));
    });
  }

  /** The host leaves the machine's own trash alone; like the app without one, it falls back to the vault's. */
  async trashSystem(_path: string): Promise<boolean> {
    return false;
  }

  async trashLocal(path: string): Promise<void> {
    await this.mkdir('.trash');
    await this.rename(path, await trashedPath(nameOf(normalizePath(path)), (candidate) => this.exists(candidate)));
  }

  /** On a disk that ignores case, changing only the case of a name finds the file itself there. */
  async #mustBeFree(path: string, from?: string): Promise<void> {
    const there = await stat(this.#paths.full(path)).catch(() => null);
    if (!there) return;
    const own = from === undefined ? null : await stat(this.#paths.full(from));
    const isItself = own?.ino === there.ino && path.toLowerCase() === from?.toLowerCase();
    if (!isItself) throw new Error('Destination file already exists!');
  }
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
