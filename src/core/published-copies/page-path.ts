import {
  addressSegments,
  gardenPath,
  gardenSlug,
  isPublishedAt,
  normalizeAddress,
  permalinksOf,
} from '../note/garden-slug';
import { folderOf, noteName, splitLink, withoutMd } from '../note/link-text';
import { BAD_IN_NAMES, CONTROL, DEVICE } from '../note/note-name';
import type { NoteSource } from '../note/note-source';
import type { NoteMove } from '../edit/edit-plan';
import { foreignAddress } from './find-pages';
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
function folderAtAddress(address: string, folders: Iterable<string>, rules: readonly string[]): string {
  const segments = addressSegments(address);
  const slugs = (folder: string): string => addressSegments(folder).map(gardenSlug).join('/');
  const all = [...folders];
  const known = new Map([
    ...all.map((folder) => [slugs(folder), folder] as const),
    ...all.map((folder) => [slugs(gardenPath(folder, rules)), folder] as const),
  ]);
  for (let depth = segments.length; depth > 0; depth--) {
    const folder = known.get(segments.slice(0, depth).join('/'));
    if (folder !== undefined) return [folder, ...segments.slice(depth).map(words)].join('/');
  }
  return segments.map(words).join('/');
}

/** The folders above a path, the path itself not included. */
function foldersAbove(path: string): string[] {
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
    const folder = folderAtAddress(normalizeAddress(segments.slice(0, -1).join('/')), folders, rules);
    const named = links.map(noteName).find((name) => name !== '' && gardenSlug(name) === last);
    paths.set(address, { path: `${folder === '' ? '' : `${folder}/`}${named ?? words(last)}.md`, isGuess: true });
  }
  return paths;
}

/** Why no note should be made at the path, as the end of a sentence; null when it may. Whether something is there already is not asked. */
export function pathProblem(path: string): string | null {
  const refused = path.split('/').join('').match(BAD_IN_NAMES)?.[0] ?? CONTROL.exec(path)?.[0];
  if (refused !== undefined) return `its path "${path}" holds "${refused}", which no link or not every system takes`;
  for (const segment of path.split('/')) {
    const name = withoutMd(segment);
    if (name.trim() === '') return `its path "${path}" has an empty name in it`;
    if (name.startsWith('.')) return `its path "${path}" has a name that begins with a dot`;
    if (/[. ]$/.test(name) || name.startsWith(' '))
      return `its path "${path}" has a name that begins or ends with a blank, or ends with a dot`;
    if (DEVICE.test(name)) return `"${name}" is a name that Windows keeps for itself`;
  }
  return null;
}

/**
 * The move of a published page to the folder that its permalink names: the folder of that slug among those of the vault and of `paths`, else one in the
 * address's words. Null when it has no permalink or lies there already; a string, the end of a sentence, when it cannot be.
 */
export function planPageMove(
  page: NoteSource,
  paths: Iterable<string>,
  vault: Pick<PlanningVault, 'folders' | 'isTaken'>,
  rules: readonly string[],
): NoteMove | string | null {
  const given = permalinksOf(page.metadata.frontmatter).find((address) => address !== null) ?? null;
  if (given === null) return null;
  if (foreignAddress(given) !== null) return `its permalink ${given} leads out of the vault`;
  const address = normalizeAddress(given);
  if (isPublishedAt(page.path, address, rules)) return null;
  const segments = addressSegments(address);
  const name = noteName(page.path);
  if (segments.pop() !== gardenSlug(name)) return `its permalink ${given} does not end in its name`;
  const folders = new Set([...vault.folders(), ...[...paths].flatMap(foldersAbove)]);
  const folder = folderAtAddress(normalizeAddress(segments.join('/')), folders, rules);
  const to = folder === '' ? `${name}.md` : `${folder}/${name}.md`;
  if (vault.isTaken(to)) return `${to} is there already`;
  return pathProblem(to) ?? { from: page.path, to };
}
