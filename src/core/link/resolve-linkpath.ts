import { folderOf, isNotePath } from '../note/link-text';

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Follows `.` and `..` from a folder; null when that leaves the vault. */
function joinPath(folder: string, relative: string): string | null {
  const path = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/'))
    if (part === '..') {
      if (path.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') path.push(part);
  return path.join('/');
}

/** A link's path as it is compared: composed, in lower case, with a note's ending. */
function wantedPath(linkpath: string): string {
  const path = linkpath
    .replace(/\u00A0/g, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase();
  return isNotePath(path) ? path : `${path}.md`;
}

/** The file name that a link's path asks for among notes, in lower case. */
export const wantedName = (linkpath: string): string => nameOf(wantedPath(linkpath));

/**
 * The note that a link's path (no subpath, not `''`) means among notes of the vault, as Obsidian resolves it (README, "Which file a path means"): an exact path from the
 * root first, then near ones before far ones, short paths before long ones. Null when it is none of them.
 */
export function resolveLinkpath(linkpath: string, source: string, notes: Iterable<string>): string | null {
  const wanted = wantedPath(linkpath);
  const name = nameOf(wanted);
  const candidates = [...notes].filter((path) => nameOf(path).toLowerCase() === name);
  const exact = (path: string | null): string | null => candidates.find((one) => one.toLowerCase() === path) ?? null;
  const folder = folderOf(source).toLowerCase();
  if (/^\.\.?\//.test(wanted)) return exact(joinPath(folder, wanted));
  const fromRoot = exact(wanted.replace(/^\/+/, ''));
  if (fromRoot !== null || wanted.startsWith('/')) return fromRoot;
  const rank = (path: string): number => (path.toLowerCase().startsWith(folder) ? 0 : 1);
  const matches = candidates.filter((path) => path.toLowerCase().endsWith(wanted));
  return matches.sort((a, b) => rank(a) - rank(b) || a.length - b.length)[0] ?? null;
}
