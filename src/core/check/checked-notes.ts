import type { CheckPort } from './check-port';
import { CopyTracker } from './facts/copy-tracker';
import { NoteNames } from './facts/note-names';
import { LinkGraph } from '../link/link-graph';
import { plainLinks } from '../link/outgoing-link';
import { isPublished } from '../note/is-published';
import type { CheckedNote } from './facts/checked-note';
import { isNotePath } from '../note/link-text';

/** So many transclusions in one another matter to what is said of the outermost. */
const DEPTH_THAT_MATTERS = 6;

const NONE: readonly never[] = [];

/** The facts of all notes as they were collected last, their published copies and names, and who leads to whom. */
export class CheckedNotes {
  private readonly checked = new Map<string, CheckedNote>();
  /** Plain links, only of published notes, where a dead one is seen by everyone. */
  private readonly links: LinkGraph;
  readonly copies: CopyTracker;
  private known: NoteNames | null = null;

  constructor(private readonly port: CheckPort) {
    const { resolve } = port.vault;
    this.links = new LinkGraph(port.vault, (metadata) => (isPublished(metadata) ? plainLinks(metadata) : []));
    this.copies = new CopyTracker(
      {
        resolve,
        metadata: (path) => this.get(path)?.metadata ?? null,
        notes: () => this.paths(),
        read: port.read,
      },
      port.index().settings.garden.rewriteRules,
    );
  }

  /** Made when somebody asks: most transclusions are written with their full path. */
  get names(): NoteNames {
    return (this.known ??= new NoteNames(this.port.vault.notes()));
  }

  get(path: string): CheckedNote | null {
    return this.checked.get(path) ?? null;
  }

  paths(): Iterable<string> {
    return this.checked.keys();
  }

  noteChanged(path: string): void {
    this.links.noteChanged(path);
  }

  /** A file came, went, or changed its path; answers which notes have links that it can matter to. */
  fileChanged(path: string): Iterable<string> {
    this.links.fileChanged(path);
    if (this.port.vault.exists(path) && isNotePath(path)) this.known?.add(path);
    else this.known?.delete(path);
    return this.dependantsOf(path);
  }

  /**
   * From now on all is remembered that it is told of. When this is done (true; false: the time is up, to be called again) the notes of the vault are to be
   * collected, each once, and then it is to be told so.
   */
  begin(isTimeUp: () => boolean): boolean {
    this.links.begin();
    if (this.port.embeds.isWhole) return this.port.embeds.settle(isTimeUp);
    this.port.embeds.begin();
    return true;
  }

  collectedAll(): void {
    for (const graph of [this.port.embeds, this.links]) graph.tookAll();
  }

  /** Reads the links of what has changed. */
  settle(): void {
    for (const graph of [this.port.embeds, this.links]) graph.settle();
  }

  /** Collects a note's facts as they are now. */
  collect(path: string): void {
    const metadata = isNotePath(path) ? this.port.vault.metadata(path) : null;
    if (!metadata) {
      this.checked.delete(path);
      return;
    }
    // The note's metadata are looked up once, for both graphs too.
    for (const graph of [this.port.embeds, this.links]) graph.take(path, metadata);
    this.checked.set(path, {
      path,
      metadata,
      isPublished: isPublished(metadata),
      mayHoldCopies: (metadata.sections ?? NONE).some(({ type }) => type === 'html'),
      embeds: this.port.embeds.from(path),
      links: this.links.from(path),
      source: null,
    });
  }

  /** The notes with a link that a file of this path can matter to. */
  *dependantsOf(path: string): Generator<string> {
    yield* this.port.embeds.naming(path);
    yield* this.links.naming(path);
  }

  /** Whether a published note may show this one, since it embeds something of its name. */
  mayBeShownOnSite(path: string): boolean {
    for (const host of this.port.embeds.naming(path)) if (this.get(host)?.isPublished) return true;
    return false;
  }

  /** The notes that embed the note, itself left out, by path. */
  embeddersOf(path: string): CheckedNote[] {
    const links = this.port.embeds.to(path);
    if (links.length === 0) return [];
    const hosts = new Set(links.map(({ source }) => source));
    hosts.delete(path);
    return [...hosts].sort().flatMap((host) => this.get(host) ?? []);
  }

  /** The notes that show one of these, through others too, as far as the depth of transclusions matters. */
  showing(paths: readonly string[]): Set<string> {
    const seen = new Set(paths);
    let level = paths;
    for (let depth = 0; depth < DEPTH_THAT_MATTERS && level.length > 0; depth++) {
      level = level
        .flatMap((path) => this.embeddersOf(path).map((host) => host.path))
        .filter((path) => !seen.has(path));
      for (const path of level) seen.add(path);
    }
    return seen;
  }

  /** The files that a note shows, through others too. */
  shownBy(path: string): Set<string> {
    const shown = new Set<string>();
    const pending = [path];
    for (const note of pending)
      for (const { target } of this.port.embeds.from(note)) {
        if (target === null || shown.has(target)) continue;
        shown.add(target);
        pending.push(target);
      }
    return shown;
  }
}
