import { needsText, readNoteFacts } from '../../src/core/index/note-facts';
import { OperationsIndex, type VaultView } from '../../src/core/index/operations-index';
import type { NoteMetadata } from '../../src/core/note/note-metadata';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings/settings';
import { firstLinkpathDest } from '../host/links/first-linkpath-dest';
import { parseMetadata } from '../host/markdown/parse-metadata';

/** A vault of plain texts, for tests of the core: metadata from the host's parser, links by the host's rules. */
export class TextVault implements VaultView {
  readonly texts = new Map<string, string>();
  private readonly parsed = new Map<string, NoteMetadata>();

  constructor(texts: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(texts)) this.write(path, text);
  }

  write(path: string, text: string): void {
    this.texts.set(path, text);
    this.parsed.set(path, parseMetadata(text));
  }

  remove(path: string): void {
    this.texts.delete(path);
    this.parsed.delete(path);
  }

  readonly resolve = (linkpath: string, source: string): string | null =>
    firstLinkpathDest(linkpath, source, {
      file: (path) => (this.texts.has(path) ? { path } : null),
      named: (name) =>
        [...this.texts.keys()].filter((path) => path.slice(path.lastIndexOf('/') + 1).toLowerCase() === name).map((path) => ({ path })),
    })?.path ?? null;

  metadata(path: string): NoteMetadata | null {
    return this.parsed.get(path) ?? null;
  }

  exists(path: string): boolean {
    return this.texts.has(path);
  }

  notes(): Iterable<string> {
    return this.texts.keys();
  }

  folders(): Iterable<string> {
    const folders = new Set<string>();
    for (const path of this.texts.keys())
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) folders.add(path.slice(0, at));
    return folders;
  }

  /** Reads one note into the index, as the feed does after a change. */
  feed(index: OperationsIndex, path: string): void {
    const metadata = this.metadata(path);
    const text = this.texts.get(path) ?? null;
    const { settings } = index;
    if (metadata === null || text === null) { index.put(path, null); return; }
    const known = needsText(settings, path, metadata) ? text : null;
    index.put(path, readNoteFacts({ path, metadata, text: known, settings, isRoleLink: (link) => index.isRoleLink(link, path) }));
  }

  /** A fresh index of the whole vault. */
  index(settings: Partial<Settings> = {}): OperationsIndex {
    const index = new OperationsIndex(this, { ...DEFAULT_SETTINGS, ...settings });
    for (const path of this.texts.keys()) this.feed(index, path);
    index.settle();
    return index;
  }
}
