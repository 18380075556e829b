/** The app's metadata cache: parses in the background, one note after the other, and keeps the links' table. */
import type { CachedMetadata, MetadataCache as ObsidianMetadataCache } from 'obsidian';
import type { Busy } from '../busy';
import { reportError } from '../host-record';
import { fileToLinktext } from '../links/file-to-linktext';
import { firstLinkpathDest, linkpathDests } from '../links/first-linkpath-dest';
import { MetadataCacheEvents, TFile } from '../mocks';
import type { AppConfig } from '../vault/app-config';
import type { FileTree, Move } from '../vault/file-tree';
import type { ContentObserver } from '../vault/vault-changes';
import { LinkTable } from './link-table';
import { ParseQueue } from './parse-queue';
import { ResolveQueue } from './resolve-queue';

export interface MetadataParts {
  readonly tree: FileTree;
  readonly config: AppConfig;
  readonly busy: Busy;
  readonly parse: (text: string) => CachedMetadata;
  readonly read: (path: string) => Promise<string>;
}

export class MetadataCache extends MetadataCacheEvents implements ObsidianMetadataCache {
  readonly #tree: FileTree;
  readonly #config: AppConfig;
  readonly #caches = new Map<string, CachedMetadata>();
  readonly #links = new LinkTable();
  readonly #parsing: ParseQueue;
  readonly #resolving: ResolveQueue;

  constructor(parts: MetadataParts) {
    super();
    this.#tree = parts.tree;
    this.#config = parts.config;
    this.#parsing = new ParseQueue({
      parse: parts.parse,
      read: parts.read,
      busy: parts.busy,
      parsed: (file, text, cache) => this.#parsed(file, text, cache),
      failed: (file, error) => this.#failed(file, error),
    });
    this.#resolving = new ResolveQueue({
      busy: parts.busy,
      isHeldUp: () => this.#parsing.isRunning,
      resolve: (path) => this.#resolveLinks(path),
      done: () => this.trigger('resolved'),
    });
  }

  /** What the host does with a cache that plugins cannot. */
  static internalsOf(cache: MetadataCache): CacheInternals {
    return {
      observer: {
        appeared: (file, text) => cache.#appeared(file, text),
        contentChanged: (file, text) => cache.#contentChanged(file, text),
        moved: (moves) => cache.#moved(moves),
        removed: (file) => cache.#removed(file),
      },
      fill: (path, metadata) => void cache.#caches.set(path, metadata),
      parse: (file) => cache.#contentChanged(file, null),
      resolveAll: () => cache.#resolving.add(cache.#caches.keys()),
    };
  }

  get resolvedLinks(): Record<string, Record<string, number>> {
    return this.#links.resolved;
  }

  get unresolvedLinks(): Record<string, Record<string, number>> {
    return this.#links.unresolved;
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.getCache(file.path);
  }

  getCache(path: string): CachedMetadata | null {
    return this.#caches.get(path) ?? null;
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    return firstLinkpathDest(linkpath, sourcePath, this.#tree);
  }

  /** Not declared, but known: every file that the link could mean. */
  getLinkpathDest(linkpath: string, sourcePath: string): TFile[] {
    return linkpathDests(linkpath, sourcePath, this.#tree);
  }

  fileToLinktext(file: TFile, sourcePath: string, omitMdExtension = false): string {
    const format = this.#config.get('newLinkFormat');
    return fileToLinktext({ file, sourcePath, omitMd: omitMdExtension, format, targets: this.#tree });
  }

  #appeared(file: TFile, text: string | null): void {
    this.#resolving.add(this.#links.sourcesNaming(file.path));
    this.#contentChanged(file, text);
  }

  #contentChanged(file: TFile, text: string | null): void {
    if (file.extension === 'md') this.#parsing.add(file, text);
  }

  #moved(moves: readonly Move[]): void {
    for (const { file, oldPath } of moves) {
      if (!(file instanceof TFile)) continue;
      const cache = this.#caches.get(oldPath);
      this.#caches.delete(oldPath);
      this.#links.forget(oldPath);
      if (file.extension !== 'md') this.#parsing.drop(file);
      else if (cache) this.#caches.set(file.path, cache);
      else this.#parsing.add(file, null);
      const linking = [...this.#links.sourcesNaming(oldPath), ...this.#links.sourcesNaming(file.path)];
      this.#resolving.add([...linking, file.path]);
    }
  }

  #removed(file: TFile): void {
    const cache = this.getCache(file.path);
    this.#parsing.drop(file);
    this.#caches.delete(file.path);
    this.#links.forget(file.path);
    this.#resolving.add(this.#links.sourcesNaming(file.path), () => this.trigger('deleted', file, cache));
  }

  #parsed(file: TFile, text: string, cache: CachedMetadata): void {
    if (!this.#isHere(file)) return;
    this.#caches.set(file.path, cache);
    this.trigger('changed', file, text, cache);
    this.#resolving.add([file.path]);
  }

  /** A note that is gone by now is no failure; any other stays out of the cache, and the rest goes on. */
  #failed(file: TFile, error: unknown): void {
    if (this.#isHere(file)) reportError(new Error(`${file.path} could not be indexed.`, { cause: error }), this);
  }

  #isHere(file: TFile): boolean {
    return this.#tree.file(file.path) === file;
  }

  #resolveLinks(path: string): void {
    const cache = this.#caches.get(path);
    const file = this.#tree.file(path);
    if (!cache || !file) return;
    this.#links.update(path, cache, (linkpath) => this.getFirstLinkpathDest(linkpath, path)?.path ?? null);
    this.trigger('resolve', file);
  }
}

export interface CacheInternals {
  readonly observer: ContentObserver;
  /** Sets a note's metadata without parsing and without an event, as the app does from its own store at start. */
  fill(path: string, metadata: CachedMetadata): void;
  /** Reads and parses a note in the background. */
  parse(file: TFile): void;
  /** Resolves the links of every note in the background, then says so. */
  resolveAll(): void;
}
