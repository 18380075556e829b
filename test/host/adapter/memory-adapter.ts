/** The data adapter over files that are nowhere but in memory, for tests and measurements. */
import type { DataWriteOptions, ListedFiles, Stat } from 'obsidian';
import { folderOf, isHidden, nameOf, normalizePath } from '../vault/vault-path';
import type { HostAdapter, ScannedEntry } from './host-adapter';
import { trashedPath } from './trashed-path';

interface MemoryFile {
  data: string | Uint8Array;
  ctime: number;
  mtime: number;
  /** In bytes; counted when it is first asked for, since counting 40,000 notes takes a while. */
  size?: number;
}

export class MemoryAdapter implements HostAdapter {
  readonly #files = new Map<string, MemoryFile>();
  readonly #folders = new Set<string>();
  readonly #now: () => number;
  readonly #ignoresCase: boolean;

  /** @param ignoresCase as disks of Macs and of Windows do: a name is found in whatever case, and kept as it was first written. */
  constructor(files: Iterable<readonly [string, string]>, now: () => number = Date.now, ignoresCase = false) {
    this.#now = now;
    this.#ignoresCase = ignoresCase;
    const at = now();
    for (const [path, data] of files) {
      const normal = normalizePath(path);
      this.#addFolders(folderOf(normal));
      this.#files.set(normal, { data, ctime: at, mtime: at });
    }
  }

  async scan(): Promise<ScannedEntry[]> {
    const entries: ScannedEntry[] = [];
    for (const path of this.#folders) if (!isHidden(path)) entries.push({ kind: 'folder', path });
    for (const [path, file] of this.#files) {
      if (!isHidden(path)) entries.push({ kind: 'file', path, stat: statOf(file) });
    }
    return entries;
  }

  getName(): string {
    return 'memory';
  }

  getResourcePath(path: string): string {
    return `memory:///${encodeURI(normalizePath(path))}`;
  }

  async exists(path: string, sensitive = false): Promise<boolean> {
    const asked = sensitive ? normalizePath(path) : this.#spelled(path);
    return this.#isFolder(asked) || this.#files.has(asked);
  }

  async stat(path: string): Promise<Stat | null> {
    const normal = this.#spelled(path);
    const file = this.#files.get(normal);
    if (file) return { type: 'file', ...statOf(file) };
    return this.#isFolder(normal) ? { type: 'folder', ctime: 0, mtime: 0, size: 0 } : null;
  }

  async list(path: string): Promise<ListedFiles> {
    const normal = this.#spelled(path);
    if (!this.#isFolder(normal)) throw missing('scandir', path);
    const folder = normal === '/' ? '' : normal;
    const inFolder = (other: string) => folderOf(other) === folder;
    return {
      files: [...this.#files.keys()].filter(inFolder).sort(),
      folders: [...this.#folders].filter(inFolder).sort(),
    };
  }

  async read(path: string): Promise<string> {
    const { data } = this.#get(path);
    return typeof data === 'string' ? data.replace(/^\uFEFF/, '') : new TextDecoder('utf-8').decode(data);
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    const { data } = this.#get(path);
    return new Uint8Array(typeof data === 'string' ? Buffer.from(data) : data).buffer;
  }

  async write(path: string, data: string, options?: DataWriteOptions): Promise<void> {
    this.#put(path, data, options);
  }

  async writeBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    this.#put(path, new Uint8Array(data.slice(0)), options);
  }

  async append(path: string, data: string, options?: DataWriteOptions): Promise<void> {
    await this.process(path, (text) => text + data, options);
  }

  async appendBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    const old = new Uint8Array(await this.readBinary(path));
    this.#put(path, new Uint8Array([...old, ...new Uint8Array(data)]), options);
  }

  async process(path: string, change: (data: string) => string, options?: DataWriteOptions): Promise<string> {
    const { data } = this.#get(path);
    const text = change(typeof data === 'string' ? data.replace(/^\uFEFF/, '') : new TextDecoder('utf-8').decode(data));
    this.#put(path, text, options);
    return text;
  }

  async mkdir(path: string): Promise<void> {
    this.#addFolders(this.#spelled(path));
  }

  async remove(path: string): Promise<void> {
    this.#get(path);
    this.#files.delete(this.#spelled(path));
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    const folder = this.#spelled(path);
    const inside = (other: string) => other.startsWith(`${folder}/`);
    const files = [...this.#files.keys()].filter(inside);
    const folders = [...this.#folders].filter(inside);
    if (!recursive && files.length + folders.length > 0)
      throw new Error(`ENOTEMPTY: directory not empty, rmdir '${path}'`);
    for (const file of files) this.#files.delete(file);
    for (const each of [...folders, folder]) this.#folders.delete(each);
  }

  async rename(path: string, newPath: string): Promise<void> {
    const from = this.#spelled(path);
    const folder = this.#spelled(folderOf(normalizePath(newPath)));
    const to = folder === '/' ? nameOf(normalizePath(newPath)) : `${folder}/${nameOf(normalizePath(newPath))}`;
    // Where case is ignored, a name that changes its case only finds itself there.
    if (from !== this.#spelled(to) && (await this.exists(to))) throw new Error('Destination file already exists!');
    if (!(await this.exists(from))) throw missing('rename', path);
    if (!this.#isFolder(folderOf(to))) throw missing('rename', newPath);
    const moved = (other: string) =>
      other === from || other.startsWith(`${from}/`) ? to + other.slice(from.length) : null;
    for (const [old, file] of [...this.#files]) {
      const target = moved(old);
      if (target === null) continue;
      this.#files.delete(old);
      this.#files.set(target, file);
    }
    for (const old of [...this.#folders]) {
      const target = moved(old);
      if (target !== null && this.#folders.delete(old)) this.#folders.add(target);
    }
  }

  async copy(path: string, newPath: string): Promise<void> {
    if (await this.exists(newPath)) throw new Error('Destination file already exists!');
    this.#put(newPath, this.#get(path).data);
  }

  async trashSystem(_path: string): Promise<boolean> {
    return false;
  }

  async trashLocal(path: string): Promise<void> {
    await this.mkdir('.trash');
    await this.rename(path, await trashedPath(nameOf(normalizePath(path)), (candidate) => this.exists(candidate)));
  }

  /** The path as the disk has it. */
  #spelled(path: string): string {
    const normal = normalizePath(path);
    if (!this.#ignoresCase || normal === '/') return normal;
    const known = [...this.#folders, ...this.#files.keys()];
    return normal.split('/').reduce((folder, name) => {
      const asked = folder === '' ? name : `${folder}/${name}`;
      return known.find((path) => path.toLowerCase() === asked.toLowerCase()) ?? asked;
    }, '');
  }

  #isFolder(normal: string): boolean {
    return normal === '/' || normal === '' || this.#folders.has(normal);
  }

  #addFolders(folder: string): void {
    if (this.#isFolder(folder)) return;
    this.#addFolders(folderOf(folder));
    this.#folders.add(folder);
  }

  #get(path: string): MemoryFile {
    const file = this.#files.get(this.#spelled(path));
    if (!file) throw missing('open', path);
    return file;
  }

  #put(path: string, data: string | Uint8Array, options: DataWriteOptions = {}): void {
    const normal = this.#spelled(path);
    if (normal.split('/').includes('..')) throw new Error(`${path} is outside the vault.`);
    if (!this.#isFolder(folderOf(normal))) throw missing('open', path);
    const now = this.#now();
    const ctime = options.ctime ?? this.#files.get(normal)?.ctime ?? now;
    this.#files.set(normal, { data, ctime, mtime: options.mtime ?? now });
  }
}

function statOf(file: MemoryFile): { ctime: number; mtime: number; size: number } {
  file.size ??= typeof file.data === 'string' ? Buffer.byteLength(file.data) : file.data.byteLength;
  return { ctime: file.ctime, mtime: file.mtime, size: file.size };
}

function missing(call: string, path: string): Error {
  return Object.assign(new Error(`ENOENT: no such file or directory, ${call} '${path}'`), { code: 'ENOENT' });
}
