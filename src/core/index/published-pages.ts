import { gardenSlug, isPublishedAt, normalizeAddress } from '../note/garden-slug';
import { noteName } from '../note/link-text';
import type { NoteMetadata } from '../note/note-metadata';
import type { LinkVault } from '../link/link-vault';
import { MultiMap } from '../link/multi-map';
import type { NoteFacts } from './note-facts';

/** Notes between two looks at the clock. */
const NOTES_A_LOOK = 256;

/** What published pages ask of the vault. */
export type PagesView = Pick<LinkVault, 'notes' | 'metadata'>;

/**
 * Which note is published at which address: by its `permalink`, else by its `dg-permalink`, else by its path's slug.
 * Only addresses that a copy names are ever looked up, and each is looked up once until something changes it.
 */
export class PublishedPages {
  private readonly given = new MultiMap<string>();
  private readonly known = new Map<string, string | null>();
  /** The other way round: the looked-up addresses at which a note is published. */
  private readonly addresses = new MultiMap<string>();
  /** A walk over the vault's notes that has begun: what it looks for, with what it has found, and where it is. */
  private walk: Walk | null = null;

  /** `rules`: the Garden's path rewrite rules. */
  constructor(
    private readonly vault: PagesView,
    private readonly rules: readonly string[] = [],
  ) {}

  /** Whether no address has been looked up: then no note can matter for one. */
  get isIdle(): boolean {
    return this.known.size === 0;
  }

  /** Records or forgets the addresses that a note's frontmatter gives it; answers which looked-up addresses that may change. */
  replace(path: string, before: readonly string[], after: readonly string[]): string[] {
    for (const address of before) this.given.delete(address, path);
    for (const address of after) this.given.add(address, path);
    if (this.isIdle) return [];
    const changed = [...before, ...after].filter((address) => before.includes(address) !== after.includes(address));
    return changed.filter((address) => this.forget(address));
  }

  /** Tells that a file came or went; answers which looked-up addresses that may change. */
  fileChanged(path: string): string[] {
    this.walk = null;
    const letters = this.rules.length > 0 ? NaN : lettersOf(path, path.length - NOTE_ENDING);
    const changed: string[] = [];
    for (const [address, note] of this.known) {
      const isFar = !Number.isNaN(letters) && letters !== lettersOf(address, address.length - 1);
      if (note === path || (!isFar && isPublishedAt(path, address, this.rules))) changed.push(address);
    }
    for (const address of changed) this.forget(address);
    return changed;
  }

  /**
   * Looks up addresses, all of them in one walk over the vault's notes, until done (true) or until the time is up (false: to be called
   * again, with the same or more).
   */
  lookUp(addresses: Iterable<string>, isTimeUp: () => boolean): boolean {
    const unknown = [...addresses].filter((address) => !this.known.has(address));
    for (const address of unknown) {
      const [given] = [...this.given.get(address)].sort();
      if (given !== undefined) this.learn(address, given);
    }
    const wanted = unknown.filter((address) => !this.known.has(address));
    if (wanted.length === 0) return true;
    if (!this.walk || wanted.some((address) => !this.walk?.found.has(address)))
      this.walk = beginWalk(wanted, this.vault.notes());
    const { found, byLetters, notes } = this.walk;
    let walked = 0;
    for (let next = notes.next(); next.done !== true; next = notes.next()) {
      const letters = lettersOf(next.value, next.value.length - NOTE_ENDING);
      const candidates =
        this.rules.length > 0 || Number.isNaN(letters) ? found.keys() : (byLetters.get(letters) ?? NONE);
      for (const address of candidates)
        if (isPublishedAt(next.value, address, this.rules)) found.get(address)?.push(next.value);
      if (++walked % NOTES_A_LOOK === 0 && isTimeUp()) return false;
    }
    for (const [address, paths] of found) this.learn(address, paths.sort()[0] ?? null);
    this.walk = null;
    return !isTimeUp();
  }

  /** The looked-up addresses at which the note is published. */
  addressesOf(path: string): Iterable<string> {
    return this.addresses.get(path);
  }

  /** The note published at a normalized address, or null. Of several, the first by path. */
  noteAt(address: string): string | null {
    if (!this.known.has(address)) this.lookUp([address], () => false);
    return this.known.get(address) ?? null;
  }

  private learn(address: string, note: string | null): void {
    this.known.set(address, note);
    if (note !== null) this.addresses.add(note, address);
  }

  private forget(address: string): boolean {
    const note = this.known.get(address) ?? null;
    if (note !== null) this.addresses.delete(note, address);
    return this.known.delete(address);
  }

  /** Whether no note is published at the address, or only one that was made by a click on a missing link and is empty. */
  isMissing(address: string): boolean {
    const path = this.noteAt(address);
    return path === null || !isWritten(this.vault.metadata(path));
  }

  /** The note that holds what a copy shows: published at the address, with a section or block of that slug; else null. */
  sourceOf(address: string, fragment: string): string | null {
    const path = this.noteAt(address);
    const metadata = path === null ? null : this.vault.metadata(path);
    return metadata && hasFragment(metadata, fragment) ? path : null;
  }
}

const NONE: readonly never[] = [];

const SLASH = 47;

const NOTE_ENDING = '.md'.length;

/**
 * A number for the letters and digits in the last part of a path that ends at `end`, whatever their case and whatever stands between; NaN where there are
 * none, or a slug may have others.
 */
function lettersOf(text: string, end: number): number {
  let letters = 0;
  for (let at = end - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (unit === SLASH) break;
    if (unit < 32 || unit > 126 || unit === 38) return NaN;
    const lower = unit | 32;
    if ((unit >= 48 && unit <= 57) || (lower >= 97 && lower <= 122)) letters = (letters * 31 + lower) | 0;
  }
  return letters === 0 ? NaN : letters;
}

interface Walk {
  readonly found: ReadonlyMap<string, string[]>;
  /** The addresses by the letters and digits of their last parts: most notes are told apart from all of them by one look. */
  readonly byLetters: ReadonlyMap<number, readonly string[]>;
  readonly notes: Iterator<string>;
}

function beginWalk(wanted: readonly string[], notes: Iterable<string>): Walk {
  const byLetters = new Map<number, string[]>();
  for (const address of wanted) {
    // Its last slash ends it.
    const letters = lettersOf(address, address.length - 1);
    byLetters.set(letters, [...(byLetters.get(letters) ?? NONE), address]);
  }
  return { found: new Map(wanted.map((address) => [address, []])), byLetters, notes: notes[Symbol.iterator]() };
}

const isWritten = (metadata: NoteMetadata | null): boolean =>
  (metadata?.sections ?? []).some(({ type }) => type !== 'yaml');

function hasFragment(metadata: NoteMetadata, fragment: string): boolean {
  // A page that was made by a click on a missing link is empty: it does not hold what the copy shows.
  if (fragment === '') return isWritten(metadata);
  const isFragment = (text: string): boolean =>
    gardenSlug(text) === fragment || text.toLowerCase() === fragment.toLowerCase();
  return (
    (metadata.headings ?? []).some(({ heading }) => isFragment(heading)) ||
    Object.values(metadata.blocks ?? {}).some(({ id }) => isFragment(id))
  );
}

/** The normalized address of the copy that a todo stands in, or null. */
export function copyAddress({ copies }: NoteFacts, copy: number | null): string | null {
  const page = copy === null ? null : copies[copy]?.page;
  return page === null || page === undefined ? null : normalizeAddress(page);
}

/** The name of the missing page at an address: of a link that would be published there, else the words of the address. */
export function pageNameAt(address: string, links: readonly string[]): string {
  const link = links.find((path) => isPublishedAt(path, address));
  if (link !== undefined) return noteName(link);
  return (address.split('/').findLast((segment) => segment !== '') ?? '').replaceAll('-', ' ');
}
