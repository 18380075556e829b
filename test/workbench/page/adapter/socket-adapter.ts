/** The data adapter of a page: every call goes to the server, which has the folder. */
import type { DataWriteOptions, FileSystemAdapter, ListedFiles, Stat } from 'obsidian';
import type { HostAdapter, ScannedEntry } from '../../../host/adapter/host-adapter';
import { SerialQueue } from '../../../host/serial-queue';
import { normalizePath } from '../../../host/vault/vault-path';
import { fromBase64, toBase64 } from './base64';
import type { VaultSocket } from './vault-socket';

/** Under the name of the host's adapter for a folder, which it stands for in a page. */
export class FolderAdapter implements HostAdapter, FileSystemAdapter {
  readonly #socket: VaultSocket;
  readonly #name: string;
  readonly #writes = new SerialQueue();

  constructor(socket: VaultSocket, name: string) {
    this.#socket = socket;
    this.#name = name;
  }

  scan(): Promise<ScannedEntry[]> {
    return this.#socket.call('scan');
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

  read(path: string): Promise<string> {
    return this.#socket.call('read', path);
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    return fromBase64(await this.#socket.call('readBinary', path));
  }

  write(path: string, data: string, options?: DataWriteOptions): Promise<void> {
    return this.#writes.run(() => this.#socket.call('write', path, data, options));
  }

  writeBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    return this.#writes.run(() => this.#socket.call('writeBinary', path, toBase64(data), options));
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
      const text = change(await this.read(path));
      await this.#socket.call('write', path, text, options);
      return text;
    });
  }

  mkdir(path: string): Promise<void> {
    return this.#socket.call('mkdir', path);
  }

  remove(path: string): Promise<void> {
    return this.#socket.call('remove', path);
  }

  rmdir(path: string, recursive: boolean): Promise<void> {
    return this.#socket.call('rmdir', path, recursive);
  }

  rename(path: string, newPath: string): Promise<void> {
    return this.#writes.run(() => this.#socket.call('rename', path, newPath));
  }

  copy(path: string, newPath: string): Promise<void> {
    return this.#writes.run(() => this.#socket.call('copy', path, newPath));
  }

  /** The machine's own trash is left alone; like the app without one, it falls back to the vault's. */
  async trashSystem(_path: string): Promise<boolean> {
    return false;
  }

  trashLocal(path: string): Promise<void> {
    return this.#socket.call('trashLocal', path);
  }
}
