/** The data adapter of a page: every call goes to the server, which has the folder. */
import type { DataWriteOptions, FileSystemAdapter, ListedFiles, Stat } from 'obsidian';
import type { HostAdapter, ScannedEntry } from '../../../host/adapter/host-adapter';
import { SerialQueue } from '../../../host/serial-queue';
import type { Changed } from '../../../host/vault/change-batch';
import { normalizePath } from '../../../host/vault/vault-path';
import { fromBase64, toBase64 } from './base64';
import type { VaultSocket } from './vault-socket';

/** Under the name of the host's adapter for a folder, which it stands for in a page. */
export class FolderAdapter implements HostAdapter, FileSystemAdapter {
  readonly #socket: VaultSocket;
  readonly #name: string;
  readonly #writes = new SerialQueue();
  /** Texts that were fetched together, as long as their notes have not changed. */
  #texts = new Map<string, string>();

  constructor(socket: VaultSocket, name: string) {
    this.#socket = socket;
    this.#name = name;
  }

  scan(): Promise<ScannedEntry[]> {
    return this.#socket.call('scan');
  }

  /** Fetches all notes at once, so that they need not be asked for one by one while nothing changes. */
  async prefetch(): Promise<void> {
    this.#texts = new Map(Object.entries(await this.#socket.call<Record<string, string>>('readNotes')));
  }

  /** What was fetched of these files may be out of date. */
  forget(changed: Changed): void {
    if (changed === null) this.#texts.clear();
    else for (const path of changed) this.#texts.delete(path);
  }

  getName(): string {
    return this.#name;
  }

  getBasePath(): string {
    return `/${this.#name}`;
  }

  getFullPath(path: string): string {
    return `${this.getBasePath()}/${normalizePath(path)}`;
  }

  getFilePath(path: string): string {
    return this.getResourcePath(path);
  }

  getResourcePath(path: string): string {
    return `/vault/${normalizePath(path).split('/').map(encodeURIComponent).join('/')}`;
  }

  exists(path: string, sensitive = false): Promise<boolean> {
    return this.#socket.call('exists', path, sensitive);
  }

  stat(path: string): Promise<Stat | null> {
    return this.#socket.call('stat', path);
  }

  list(path: string): Promise<ListedFiles> {
    return this.#socket.call('list', path);
  }

  async read(path: string): Promise<string> {
    return this.#texts.get(path) ?? this.#socket.call('read', path);
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    return fromBase64(await this.#socket.call('readBinary', path));
  }

  write(path: string, data: string, options?: DataWriteOptions): Promise<void> {
    return this.#writes.run(() => this.#change('write', path, data, options));
  }

  writeBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    return this.#writes.run(() => this.#change('writeBinary', path, toBase64(data), options));
  }

  async append(path: string, data: string, options?: DataWriteOptions): Promise<void> {
    await this.process(path, (text) => text + data, options);
  }

  async appendBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    const old = new Uint8Array(await this.readBinary(path));
    const both = new Uint8Array([...old, ...new Uint8Array(data)]);
    await this.writeBinary(path, both.buffer, options);
  }

  process(path: string, change: (data: string) => string, options?: DataWriteOptions): Promise<string> {
    return this.#writes.run(async () => {
      // What stands on disk now, not what was fetched before.
      const text = change(await this.#socket.call('read', path));
      await this.#change('write', path, text, options);
      return text;
    });
  }

  mkdir(path: string): Promise<void> {
    return this.#change('mkdir', path);
  }

  remove(path: string): Promise<void> {
    return this.#change('remove', path);
  }

  rmdir(path: string, recursive: boolean): Promise<void> {
    return this.#change('rmdir', path, recursive);
  }

  rename(path: string, newPath: string): Promise<void> {
    return this.#writes.run(() => this.#change('rename', path, newPath));
  }

  copy(path: string, newPath: string): Promise<void> {
    return this.#writes.run(() => this.#change('copy', path, newPath));
  }

  /** The machine's own trash is left alone; like the app without one, it falls back to the vault's. */
  async trashSystem(_path: string): Promise<boolean> {
    return false;
  }

  trashLocal(path: string): Promise<void> {
    return this.#change('trashLocal', path);
  }

  #change(method: string, path: string, ...args: unknown[]): Promise<void> {
    this.forget(method.startsWith('write') ? [normalizePath(path)] : null);
    return this.#socket.call(method, path, ...args);
  }
}
