/** The vault's folder, out of which no path leads, by `..` or through a link. */
import { lstat, readdir, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

export class GuardedFolder {
  readonly base: string;

  private constructor(base: string) {
    this.base = base;
  }

  static async over(folder: string): Promise<GuardedFolder> {
    return new GuardedFolder(await realpath(folder));
  }

  /** @returns where the path lies on disk. @throws when that is outside. */
  async resolve(path: string): Promise<string> {
    if (path.includes('\0')) throw outside(path);
    const full = join(this.base, path);
    if (!this.#isInside(full)) throw outside(path);
    if (!this.#isInside(await this.#target(full))) throw outside(path);
    return full;
  }

  /** Links in the vault that lead out of it, by vault path; what is behind them is not shown either. */
  async linksOut(): Promise<string[]> {
    const entries = await readdir(this.base, { recursive: true, withFileTypes: true });
    const links = entries.filter((entry) => entry.isSymbolicLink()).map((entry) => join(entry.parentPath, entry.name));
    const isOut = await Promise.all(links.map(async (full) => !this.#isInside(await this.#target(full))));
    return links.filter((_, i) => isOut[i]).map((full) => relative(this.base, full).split(sep).join('/'));
  }

  /** Where a path leads when every link in it is followed; what is not there yet is created in its folder. */
  async #target(full: string): Promise<string> {
    try {
      return await realpath(full);
    } catch (error) {
      if (full === this.base) throw error;
      // A link that leads nowhere yet could be written through.
      const dangling = await lstat(full).then(
        (found) => found.isSymbolicLink(),
        () => false,
      );
      if (dangling) return sep;
      return this.#target(dirname(full));
    }
  }

  #isInside(full: string): boolean {
    const inside = relative(this.base, full);
    return !isAbsolute(inside) && inside.split(sep)[0] !== '..';
  }
}

function outside(path: string): Error {
  return new Error(`${path} is outside the vault.`);
}
