import { isPublishedAt, normalizeAddress, permalinksOf } from '../note/garden-slug';
import type { PlanningVault } from '../edit/planning';

/** What finding published pages asks of the vault. */
type PagesVault = Pick<PlanningVault, 'notes' | 'metadata'>;

/** By normalized address: the notes that may be published there, by path. */
export type PagesAt = ReadonlyMap<string, readonly string[]>;

/**
 * The notes that may be published at the addresses: by `permalink`, else by `dg-permalink`, else by the slugs of the path. Several are
 * ambiguous (`rules`: the Garden's path rewrite rules), none means that the page is missing. One walk over the vault's notes for all addresses.
 */
export function findPages(addresses: Iterable<string>, vault: PagesVault, rules: readonly string[] = []): PagesAt {
  const wanted = [...new Set([...addresses].map(normalizeAddress))];
  // By `permalink`, by `dg-permalink`, by the path: the first by which any note has the address counts.
  const claims = new Map(wanted.map((address): [string, string[][]] => [address, [[], [], []]]));
  if (wanted.length > 0)
    for (const path of vault.notes()) {
      const given = permalinksOf(vault.metadata(path)?.frontmatter).map((one) => one && normalizeAddress(one));
      for (const [address, byClaim] of claims) {
        const claim = given.indexOf(address);
        if (claim >= 0) byClaim[claim]?.push(path);
        else if (isPublishedAt(path, address, rules)) byClaim.at(-1)?.push(path);
      }
    }
  return new Map(
    [...claims].map(([address, byClaim]) => [address, byClaim.find(({ length }) => length > 0)?.sort() ?? []]),
  );
}

/** Why a copy's address can name no page of this vault; null when it may. */
export function foreignAddress(address: string): 'host' | 'outside' | null {
  if (/^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return 'host';
  return address.split(/[/\\]|%2f/i).some((segment) => /^\.+$/.test(segment.trim())) ? 'outside' : null;
}

/** By normalized address, where no page is at it: the one note of the vault with that name, if there is just one. */
export function findLookalikes(pages: PagesAt, vault: PagesVault): ReadonlyMap<string, string> {
  const missing = [...pages].flatMap(([address, { length }]) => (length > 0 || address === '/' ? [] : address));
  const found = new Map(missing.map((address) => [address, [] as string[]]));
  if (missing.length > 0)
    for (const path of vault.notes())
      for (const [address, paths] of found)
        if (
          isPublishedAt(
            path.slice(path.lastIndexOf('/') + 1),
            address.slice(address.lastIndexOf('/', address.length - 2)),
          )
        )
          paths.push(path);
  return new Map(
    [...found].flatMap(([address, [path, ...more]]) =>
      path === undefined || more.length > 0 ? [] : [[address, path]],
    ),
  );
}
