import { normalizeAddress } from '../note/garden-slug';
import type { NoteSource } from '../note/note-source';
import type { ResolveLink } from '../phase/lifecycle-input';
import { assessCopy, type CopyState } from './assess-copy';
import { findPages, type PagesVault } from './find-pages';

interface CopyPort {
  readonly vault: PagesVault & { readonly resolve: ResolveLink };
  read(path: string): Promise<NoteSource | null>;
}

/** Assesses frozen copies, and knows which of their hosts a change can matter to. */
export class CopyDesk {
  /** By host: the notes that its copies were made of. */
  private readonly sources = new Map<string, ReadonlySet<string>>();
  /** Pages by address, until a file comes or goes or a page gets another address. */
  private readonly pages = new Map<string, readonly string[]>();

  constructor(private readonly port: CopyPort) {}

  /** The hosts of copies of the note. */
  *hostsOf(path: string): Generator<string> {
    for (const [host, sources] of this.sources) if (sources.has(path)) yield host;
  }

  /** Pages may be at other addresses now: all hosts are to be judged again. */
  forgetPages(): readonly string[] {
    this.pages.clear();
    return [...this.sources.keys()];
  }

  forget(host: string): void {
    this.sources.delete(host);
  }

  /** The notes at an address that a copy of some host names. */
  notesAt(address: string): readonly string[] {
    return this.pages.get(normalizeAddress(address)) ?? [];
  }

  /** Says of each of a note's copies what it is. */
  async assess(host: NoteSource): Promise<readonly CopyState[]> {
    const sources = new Map<string, NoteSource | null>();
    const pending = [host];
    // The copies inside a source are compared too.
    for (const source of pending) {
      const addresses = source.copies.flatMap(({ page }) => (page === null ? [] : normalizeAddress(page)));
      const unknown = addresses.filter((address) => !this.pages.has(address));
      for (const [address, paths] of findPages(unknown, this.port.vault)) this.pages.set(address, paths);
      if (source !== host) continue;
      for (const path of new Set(addresses.flatMap((address) => this.pages.get(address) ?? []))) {
        const read = path === host.path ? host : await this.port.read(path);
        sources.set(path, read);
        if (read && read.copies.length > 0) pending.push(read);
      }
    }
    this.sources.set(host.path, new Set(sources.keys()));
    const vault = { resolve: this.port.vault.resolve, pages: this.pages, source: (path: string) => sources.get(path) ?? null };
    return host.copies.map((copy) => assessCopy(host, copy, vault));
  }
}
