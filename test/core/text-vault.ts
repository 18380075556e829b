import { readMetadata, readNoteFacts } from '../../src/core/index/note-facts';
import { OperationsIndex, type VaultView } from '../../src/core/index/operations-index';
import { LinkGraph } from '../../src/core/link/link-graph';
import { shownEmbeds } from '../../src/core/link/outgoing-link';
import type { NoteMetadata } from '../../src/core/note/note-metadata';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings/settings';
import { firstLinkpathDest } from '../host/links/first-linkpath-dest';
import { parseMetadata } from '../host/markdown/parse-metadata';

/** A test's vaults hold mostly the same notes: each text is parsed once, and nobody changes what was made of it. */
const PARSED = new Map<string, NoteMetadata>();
const MOST_PARSED = 2000;

function parseOnce(path: string, text: string): NoteMetadata {
  // No Markdown, and long for a parser of it.
  if (path.endsWith('.canvas')) return {};
  const known = PARSED.get(text);
  if (known) return known;
  if (PARSED.size >= MOST_PARSED) PARSED.clear();
  const parsed = parseMetadata(text);
  PARSED.set(text, parsed);
  return parsed;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

/** A vault of plain texts, for tests of the core: metadata from the host's parser, links by the host's rules. */
export class TextVault implements VaultView {
  readonly texts = new Map<string, string>();
  /** Who embeds what; it hears of what is written and removed. */
  readonly embeds = new LinkGraph(this, shownEmbeds);
  private readonly parsed = new Map<string, NoteMetadata>();
  /** The paths by their file's name in lower case, in the order in which they came. */
  private readonly named = new Map<string, Set<string>>();

  /** @param known metadata that need not be parsed, by path. */
  constructor(texts: Readonly<Record<string, string>> = {}, known: ReadonlyMap<string, NoteMetadata> = new Map()) {
    for (const [path, text] of Object.entries(texts)) {
      const metadata = known.get(path);
      if (metadata) PARSED.set(text, metadata);
      this.write(path, text);
    }
  }

  write(path: string, text: string): void {
    this.texts.set(path, text);
    this.parsed.set(path, parseOnce(path, text));
    const name = nameOf(path);
    this.named.set(name, (this.named.get(name) ?? new Set()).add(path));
    this.embeds.fileChanged(path);
  }

  /** Another text for a note that is there, told as the app tells it: no file came or went. */
  edit(path: string, text: string): void {
    this.texts.set(path, text);
    this.parsed.set(path, parseOnce(path, text));
    this.embeds.noteChanged(path);
  }

  remove(path: string): void {
    this.texts.delete(path);
    this.parsed.delete(path);
    this.named.get(nameOf(path))?.delete(path);
    this.embeds.fileChanged(path);
  }

  readonly resolve = (linkpath: string, source: string): string | null =>
    firstLinkpathDest(linkpath, source, {
      file: (path) => (this.texts.has(path) ? { path } : null),
      named: (name) => this.pathsNamed(name).map((path) => ({ path })),
    })?.path ?? null;

  /** @param name a file's name in lower case. */
  protected pathsNamed(name: string): string[] {
    return [...(this.named.get(name) ?? [])];
  }

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
    if (metadata === null || text === null) {
      index.put(path, null);
      return;
    }
    const { isRoleLink } = index;
    const known = readMetadata(settings, path, metadata);
    index.put(path, known === undefined ? readNoteFacts({ path, metadata, text, settings, isRoleLink }) : known);
  }

  /** A fresh index of the whole vault. */
  index(settings: Partial<Settings> = {}): OperationsIndex {
    const index = new OperationsIndex(this, { ...DEFAULT_SETTINGS, ...settings }, this.embeds);
    for (const path of this.texts.keys()) this.feed(index, path);
    index.settle();
    return index;
  }
}
