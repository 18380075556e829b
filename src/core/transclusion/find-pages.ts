import { isPublishedAt, normalizeAddress } from '../note/garden-slug';
import type { NoteMetadata } from '../note/note-metadata';

/** What finding published pages asks of the vault. */
export interface PagesVault {
  notes(): Iterable<string>;
  metadata(path: string): NoteMetadata | null;
}

/** By normalized address: the notes that may be published there, by path. */
export type PagesAt = ReadonlyMap<string, readonly string[]>;

/** How strongly a note claims an address: the first kind that any note has wins (LINKS 5.3.2). */
const CLAIMS = ['permalink', 'dg-permalink', 'path'] as const;

function claimOf(path: string, metadata: NoteMetadata | null, address: string): number {
  const frontmatter = metadata?.frontmatter;
  return CLAIMS.findIndex((claim) => {
    if (claim === 'path') return isPublishedAt(path, address);
    const given = frontmatter?.[claim];
    return typeof given === 'string' && given.trim() !== '' && normalizeAddress(given) === address;
  });
}

/**
 * The notes that may be published at the addresses: by `permalink`, else by `dg-permalink`, else by the slugs of the path. Several are
 * ambiguous, none means that the page is missing. One walk over the vault's notes for all addresses.
 */
export function findPages(addresses: Iterable<string>, vault: PagesVault): PagesAt {
  const wanted = [...new Set([...addresses].map(normalizeAddress))];
  const claims = new Map(wanted.map((address) => [address, CLAIMS.map((): string[] => [])]));
  if (wanted.length > 0)
    for (const path of vault.notes()) {
      const metadata = vault.metadata(path);
      for (const [address, byClaim] of claims) byClaim[claimOf(path, metadata, address)]?.push(path);
    }
  return new Map([...claims].map(([address, byClaim]) => [address, byClaim.find(({ length }) => length > 0)?.sort() ?? []]));
}

/** Why a copy's address can name no page of this vault; null when it may. */
export function foreignAddress(address: string): 'host' | 'outside' | null {
  if (/^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return 'host';
  return address.split(/[/\\]|%2f/i).some((segment) => /^\.+$/.test(segment.trim())) ? 'outside' : null;
}
