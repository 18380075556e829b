/** `resolvedLinks` and `unresolvedLinks`, and which notes must be looked at again when a file comes or goes. */
import type { CachedMetadata } from 'obsidian';
import { nameOf } from '../vault/vault-path';

type Counts = Record<string, number>;

export class LinkTable {
  readonly resolved: Record<string, Counts> = {};
  readonly unresolved: Record<string, Counts> = {};
  /** Lower-cased last path part of a link (without `.md`) to the notes that hold such a link. */
  readonly #sourcesByName = new Map<string, Set<string>>();
  readonly #namesBySource = new Map<string, Set<string>>();

  /** Counts the links of a note anew. `find` gives the path of the file that a link path means. */
  update(source: string, cache: CachedMetadata, find: (linkpath: string) => string | null): void {
    this.forget(source);
    const resolved: Counts = {};
    const unresolved: Counts = {};
    const names = new Set<string>();
    for (const { link } of [...(cache.links ?? []), ...(cache.embeds ?? []), ...(cache.frontmatterLinks ?? [])]) {
      const linkpath = link.split('#')[0] ?? '';
      const target = find(linkpath);
      if (target === null) count(unresolved, linkpath.replace(/\.md$/i, ''));
      else count(resolved, target);
      if (linkpath !== '') names.add(keyOf(nameOf(linkpath)));
    }
    this.resolved[source] = resolved;
    this.unresolved[source] = unresolved;
    this.#namesBySource.set(source, names);
    for (const name of names) {
      const sources = this.#sourcesByName.get(name);
      if (sources) sources.add(source);
      else this.#sourcesByName.set(name, new Set([source]));
    }
  }

  forget(source: string): void {
    delete this.resolved[source];
    delete this.unresolved[source];
    for (const name of this.#namesBySource.get(source) ?? []) {
      const sources = this.#sourcesByName.get(name);
      sources?.delete(source);
      if (sources?.size === 0) this.#sourcesByName.delete(name);
    }
    this.#namesBySource.delete(source);
  }

  /** The notes with a link that this file's coming or going may concern. */
  sourcesNaming(path: string): readonly string[] {
    return [...(this.#sourcesByName.get(keyOf(nameOf(path))) ?? [])];
  }
}

function count(counts: Counts, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.md$/, '')
    .replace(/\u00A0/g, ' ')
    .trim()
    .normalize('NFC');
}
