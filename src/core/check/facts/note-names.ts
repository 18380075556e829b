import { folderOf, linkKey, noteName, withoutMd } from '../../note/link-text';
import type { OutgoingLink } from '../../link/outgoing-link';
import { MultiMap } from '../../link/multi-map';

/** The vault's notes by name, for what a link could mean besides what it does. */
export class NoteNames {
  private readonly byKey = new MultiMap<string>();
  private readonly paths = new Set<string>();

  constructor(paths: Iterable<string>) {
    for (const path of paths) this.add(path);
  }

  add(path: string): void {
    this.paths.add(path);
    this.byKey.add(linkKey(path), path);
  }

  delete(path: string): void {
    this.paths.delete(path);
    this.byKey.delete(linkKey(path), path);
  }

  /** Names that a slip of the pen could have meant: they begin alike, and are about as long. */
  *like(linkpath: string): Generator<string> {
    const wanted = linkKey(linkpath);
    for (const path of this.paths) {
      const start = path.lastIndexOf('/') + 1;
      if (
        Math.abs(path.length - 3 - start - wanted.length) <= wanted.length / 3 &&
        path[start]?.toLowerCase() === wanted[0]
      )
        yield noteName(path);
    }
  }

  /** Whether several notes have the name. */
  private isShared(key: string): boolean {
    return [...this.byKey.get(key)].length > 1;
  }

  /** The notes whose name is the link path's last part, by path. */
  named(linkpath: string): string[] {
    return [...this.byKey.get(linkKey(linkpath))].sort();
  }

  /** Of several notes that a link path could mean by its end, all; of one that is exact, relative or alone, none. */
  rivals({ linkpath, key }: OutgoingLink): readonly string[] {
    if (!this.isShared(key)) return [];
    const wanted = `${withoutMd(lower(linkpath))}.md`;
    if (/^(?:\.\.?)?\//.test(wanted)) return [];
    const named = this.named(linkpath);
    if (named.some((path) => lower(path) === wanted)) return [];
    const fitting = named.filter((path) => lower(path).endsWith(wanted));
    return fitting.length < 2 ? [] : fitting;
  }

  /** The note beside the source that a link path would mean there, when an equal path at the vault's root wins over it; else null (step 5). */
  shadowed({ linkpath, key }: OutgoingLink, source: string, target: string): string | null {
    if (!this.isShared(key)) return null;
    const folder = folderOf(source);
    if (folder === '' || /^(?:\.\.?)?\//.test(linkpath)) return null;
    const wanted = `${withoutMd(lower(linkpath))}.md`;
    if (lower(target) !== wanted) return null;
    return this.named(linkpath).find((path) => path !== target && lower(path) === `${lower(folder)}/${wanted}`) ?? null;
  }
}

const lower = (path: string): string =>
  path
    .replace(/\u00A0/g, ' ')
    .normalize('NFC')
    .toLowerCase();
