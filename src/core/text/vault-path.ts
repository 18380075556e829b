/**
 * A path that a person or a template gives, as Obsidian keeps paths (its `normalizePath`): `/` between the parts and none at the edges, plain
 * spaces, composed letters. The vault's root is `''`.
 */
export const normalPath = (path: string): string =>
  path
    .trim()
    .replace(/[\\/]+/g, '/')
    .replace(/^\/|\/$/g, '')
    .replace(/[\u00A0\u202F]/g, ' ')
    .normalize('NFC');

/**
 * A folder by the name that it has: most disks keep one folder of `Operations` and `operations`, so one that is there in another case is the
 * one that is meant. What is not there stays as it is written.
 */
export function spellFolder(folder: string, folders: Iterable<string>): string {
  const known = new Map<string, string>();
  for (const path of folders)
    if (!known.has(path.toLowerCase()) || path === folder) known.set(path.toLowerCase(), path);
  return folder.split('/').reduce((above, part) => {
    const path = above === '' ? part : `${above}/${part}`;
    return known.get(path.toLowerCase()) ?? path;
  }, '');
}

/** The way from a folder to a file, with `..` for each folder up. */
export function relativePath(folder: string, path: string): string {
  const [from, to] = [folder === '' ? [] : folder.split('/'), path.split('/')];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
