/** Where a vault path lies on disk. A path that leaves the vault is refused. */
import { isAbsolute, join, relative, resolve } from 'node:path';
import { folderOf, nameOf, normalizePath } from '../vault/vault-path';

export class FolderPaths {
  readonly base: string;
  /** Vault path to path on disk, for names that the disk does not hold in NFC. */
  readonly #spelling = new Map<string, string>();

  constructor(base: string) {
    this.base = resolve(base);
  }

  full(path: string): string {
    const normal = normalizePath(path);
    const full = join(this.base, this.#onDisk(normal === '/' ? '' : normal));
    const inside = relative(this.base, full);
    if (isAbsolute(inside) || inside.split(/[\\/]/)[0] === '..') {
      throw new Error(`${path} is outside the vault.`);
    }
    return full;
  }

  /** The vault path of a directory entry, whose spelling on disk is remembered where it differs. */
  child(folder: string, nameOnDisk: string): string {
    const name = nameOnDisk.normalize('NFC');
    const path = folder === '' ? name : `${folder}/${name}`;
    if (name !== nameOnDisk) this.#spelling.set(path, join(this.#onDisk(folder), nameOnDisk));
    return path;
  }

  /** After a file was renamed or removed, its name is whatever is written next. */
  forget(path: string): void {
    this.#spelling.delete(normalizePath(path));
  }

  #onDisk(path: string): string {
    if (path === '' || this.#spelling.size === 0) return path;
    return this.#spelling.get(path) ?? join(this.#onDisk(folderOf(path)), nameOf(path));
  }
}
