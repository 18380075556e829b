import { groupBy } from '../note/group-by';
import { linkKey, splitLink } from '../note/link-text';
import type { LinkMetadata, NoteMetadata } from '../note/note-metadata';
import type { LinkVault } from './link-vault';
import { MultiMap } from './multi-map';
import { OutgoingLink } from './outgoing-link';

/** Notes that are read between two looks at the clock. */
const NOTES_A_LOOK = 32;

const NONE: readonly never[] = [];
const NOWHERE: ReadonlyMap<string, readonly OutgoingLink[]> = new Map();

const keyOf = ({ link }: LinkMetadata, source: string): string => linkKey(splitLink(link).path || source);

/**
 * Who leads to what, both ways: the links of one kind (embeds, reference definitions …) in all notes of the vault. It is told of changes, and
 * reads the notes concerned, from their metadata, when it is settled: the whole vault the first time.
 */
export class LinkGraph {
  /** Only notes that lead anywhere: their links as the metadata have them, and of the notes that somebody has asked about as links of the vault. */
  private readonly links = new Map<string, readonly LinkMetadata[]>();
  private readonly opened = new Map<string, readonly OutgoingLink[]>();
  /** By link key: the notes with such links. */
  private readonly sources = new MultiMap<string>();
  /** By link key, then by the file that they lead to: each link is resolved once, however many files have one name. */
  private readonly arriving = new Map<string, ReadonlyMap<string, readonly OutgoingLink[]>>();
  private readonly dirty = new Set<string>();
  private walk: Iterator<string> | null = null;
  private wasWalked = false;
  /** Folders that came, went or moved: what is in them is looked for when it is settled. */
  private readonly folders = new Set<string>();
  private changes = 0;

  constructor(
    private readonly vault: Pick<LinkVault, 'resolve' | 'notes' | 'metadata'>,
    private readonly linksOf: (metadata: NoteMetadata) => readonly LinkMetadata[],
  ) {}

  /** Grows with every change of what it answers. */
  get version(): number {
    return this.changes;
  }

  /** Whether it has been through the whole vault; what it was told of since may wait to be read. */
  get isWhole(): boolean {
    return this.wasWalked;
  }

  /** From now on it remembers what it is told of. */
  begin(): Iterator<string> {
    return (this.walk ??= this.vault.notes()[Symbol.iterator]());
  }

  /** Reads a note whose metadata are at hand. Who has begun, and gone through the whole vault, spares the graph its own walk. */
  take(path: string, metadata: NoteMetadata): void {
    if (!this.isWhole) this.read(path, metadata);
  }

  /** All notes have been taken, or told of as changed: it need not walk. */
  tookAll(): void {
    if (this.walk) this.wasWalked = true;
  }

  /** A note's text or metadata changed. */
  noteChanged(path: string): void {
    if (this.walk) this.dirty.add(path);
  }

  /** A file came, went, or changed its path (both paths): links may lead elsewhere now. */
  fileChanged(path: string): void {
    if (!this.walk) return;
    this.noteChanged(path);
    for (const source of this.naming(path)) this.noteChanged(source);
  }

  /** A folder came, went or moved (both paths), with all that is in it. */
  folderChanged(folder: string): void {
    if (!this.walk) return;
    this.folders.add(`${folder}/`);
    this.opened.clear();
    this.arriving.clear();
    this.changes++;
  }

  /** Reads what is to be read, until done (true) or until the time is up (false: to be called again). */
  settle(isTimeUp: () => boolean = () => false): boolean {
    let read = 0;
    for (const path of this.pending()) {
      this.read(path, this.vault.metadata(path));
      if (++read % NOTES_A_LOOK === 0 && isTimeUp()) return false;
    }
    return true;
  }

  /** What leads out of a note, in its order. */
  from(path: string): readonly OutgoingLink[] {
    const links = this.links.get(path);
    if (!links) return NONE;
    const opened = this.opened.get(path) ?? links.map((link) => new OutgoingLink(link, path, this.vault.resolve));
    this.opened.set(path, opened);
    return opened;
  }

  /** What leads to a file, links inside a note to that note. */
  to(path: string): readonly OutgoingLink[] {
    return this.arrivingAt(linkKey(path)).get(path) ?? NONE;
  }

  /** The notes with a link that a file of this path can matter to. */
  naming(path: string): Iterable<string> {
    return this.sources.get(linkKey(path));
  }

  private *pending(): Generator<string> {
    const walk = this.begin();
    for (let next = this.isWhole ? null : walk.next(); next?.done === false; next = walk.next()) yield next.value;
    this.wasWalked = true;
    if (this.folders.size > 0) this.findMoved();
    for (const path of this.dirty) {
      this.dirty.delete(path);
      yield path;
    }
  }

  private findMoved(): void {
    for (const paths of [this.vault.notes(), this.links.keys()])
      for (const path of paths) for (const folder of this.folders) if (path.startsWith(folder)) this.dirty.add(path);
    this.folders.clear();
  }

  private read(path: string, metadata: NoteMetadata | null): void {
    const before = this.links.get(path) ?? NONE;
    const after = metadata ? this.linksOf(metadata) : NONE;
    if (before.length === 0 && after.length === 0) return;
    for (const link of before) {
      const key = keyOf(link, path);
      this.sources.delete(key, path);
      this.arriving.delete(key);
    }
    for (const link of after) {
      const key = keyOf(link, path);
      this.sources.add(key, path);
      if (this.arriving.size > 0) this.arriving.delete(key);
    }
    if (before.length > 0) this.opened.delete(path);
    if (after.length > 0) this.links.set(path, after);
    else this.links.delete(path);
    this.changes++;
  }

  private arrivingAt(key: string): ReadonlyMap<string, readonly OutgoingLink[]> {
    const known = this.arriving.get(key);
    if (known) return known;
    const sources = [...this.sources.get(key)];
    // Most notes are shown nowhere.
    if (sources.length === 0) return NOWHERE;
    const links = sources.flatMap((source) => this.from(source).filter(({ link }) => keyOf(link, source) === key));
    const found = groupBy(links, ({ target }) => target ?? '');
    this.arriving.set(key, found);
    return found;
  }
}
