import { addressSegments, gardenPath, gardenSlug, isPublishedAt, normalizeAddress } from '../note/garden-slug';
import { folderOf, noteName, splitLink } from '../note/link-text';
import type { PlanningVault } from '../edit/planning';

/** What guessing a page's path looks at. */
type PathVault = Pick<PlanningVault, 'notes' | 'folders' | 'metadata' | 'resolve'>;

export interface PagePath {
  readonly path: string;
  /** Whether it was guessed from the address alone, so that a person should look at it. */
  readonly isGuess: boolean;
}

/** The link paths in the notes that lead to no note, each once. */
export function unresolvedLinks(paths: Iterable<string>, vault: Pick<PathVault, 'metadata' | 'resolve'>): string[] {
  const links = new Set<string>();
  for (const path of paths) {
    const { links: own = [], embeds = [], frontmatterLinks = [] } = vault.metadata(path) ?? {};
    for (const { link } of [...own, ...embeds, ...frontmatterLinks]) {
      const linkpath = splitLink(link).path;
      if (linkpath !== '' && vault.resolve(linkpath, path) === null) links.add(linkpath);
    }
  }
  return [...links];
}

const asPath = (linkpath: string): string => `${linkpath.replace(/^\/+|\.md$/gi, '')}.md`;

/** A segment of an address in words: `day-0-operations` as `Day 0 Operations`. */
const words = (segment: string): string =>
  segment
    .split('-')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(' ');

/**
 * The folder that an address names: the known folders (and folders of `paths`) whose slugs are its segments, as deep as they go, then the address's
 * own words. `rules` are the Garden's path rewrite rules. `address` is normalized and names the folder, `/` the vault's root.
 */
export function folderAtAddress(address: string, folders: Iterable<string>, rules: readonly string[] = []): PagePath {
  const segments = addressSegments(address);
  const slugs = (folder: string): string => addressSegments(folder).map(gardenSlug).join('/');
  const all = [...folders];
  const known = new Map([
    ...all.map((folder) => [slugs(folder), folder] as const),
    ...all.map((folder) => [slugs(gardenPath(folder, rules)), folder] as const),
  ]);
  for (let depth = segments.length; depth > 0; depth--) {
    const folder = known.get(segments.slice(0, depth).join('/'));
    if (folder !== undefined)
      return { path: [folder, ...segments.slice(depth).map(words)].join('/'), isGuess: depth < segments.length };
  }
  return { path: segments.map(words).join('/'), isGuess: segments.length > 0 };
}

/** The folders above a path, the path itself not included. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return folders;
}

/**
 * Where the missing pages at the addresses go: where a link to a missing note in the hosts says (or in another note of the vault), else where the
 * address says, in words. The site's home, `/`, has no path: it is absent.
 */
export function proposePaths(
  addresses: readonly string[],
  hosts: Iterable<string>,
  vault: PathVault,
  rules: readonly string[],
): ReadonlyMap<string, PagePath> {
  const own = unresolvedLinks(hosts, vault);
  const others = addresses.every((address) => own.some((link) => isPublishedAt(asPath(link), address, rules)))
    ? []
    : unresolvedLinks(vault.notes(), vault);
  const links = [...own, ...others].map(asPath);
  const paths = new Map<string, PagePath>();
  for (const address of addresses) {
    const path = links.find((link) => isPublishedAt(link, address, rules));
    if (path !== undefined) paths.set(address, { path: path.normalize('NFC'), isGuess: false });
  }
  const folders = new Set([...vault.folders(), ...[...paths.values()].flatMap(({ path }) => foldersAbove(path))]);
  for (const address of addresses) {
    const segments = addressSegments(address);
    const last = segments.at(-1);
    if (paths.has(address) || last === undefined) continue;
    const { path: folder } = folderAtAddress(normalizeAddress(segments.slice(0, -1).join('/')), folders, rules);
    const named = links.map(noteName).find((name) => name !== '' && gardenSlug(name) === last);
    paths.set(address, { path: `${folder === '' ? '' : `${folder}/`}${named ?? words(last)}.md`, isGuess: true });
  }
  return paths;
}
