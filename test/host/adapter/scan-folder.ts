/** Lists what of a folder on disk belongs to a vault. */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { FileStats } from 'obsidian';
import type { FolderPaths } from './folder-paths';
import type { ScannedEntry } from './host-adapter';
import { toFileStats } from './to-stat';

/** Bounds the open handles of a wide folder. */
const STATS_AT_ONCE = 64;

/** Entries that vanish or cannot be read while the scan runs are left out. */
export async function scanFolder(paths: FolderPaths, folder = ''): Promise<ScannedEntry[]> {
  const dirents = (await readdir(paths.full(folder), { withFileTypes: true }).catch(() => [])).filter(
    (dirent) => !dirent.name.startsWith('.'),
  );
  const kinds: ('file' | 'folder' | null)[] = [];
  const stats: (FileStats | null)[] = [];
  for (let from = 0; from < dirents.length; from += STATS_AT_ONCE) {
    const some = await Promise.all(dirents.slice(from, from + STATS_AT_ONCE).map((d) => look(paths, folder, d)));
    for (const { kind, stats: found } of some) {
      kinds.push(kind);
      stats.push(found);
    }
  }
  const named = dirents
    .map((dirent, i) => ({ path: paths.child(folder, dirent.name), kind: kinds[i], stat: stats[i] }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const entries: ScannedEntry[] = [];
  for (const { path, kind, stat: found } of named) {
    if (kind === 'folder') entries.push({ kind, path }, ...(await scanFolder(paths, path)));
    else if (kind === 'file' && found) entries.push({ kind, path, stat: found });
  }
  return entries;
}

async function look(
  paths: FolderPaths,
  folder: string,
  dirent: Dirent,
): Promise<{ kind: 'file' | 'folder' | null; stats: FileStats | null }> {
  const full = join(paths.full(folder), dirent.name);
  if (dirent.isDirectory()) return { kind: 'folder', stats: null };
  const found = await stat(full).catch(() => null);
  if (found?.isFile()) return { kind: 'file', stats: toFileStats(found) };
  if (found?.isDirectory() && !(await overlaps(paths.base, full))) return { kind: 'folder', stats: null };
  return { kind: null, stats: null };
}

/** A link to a folder in or around the vault would list it twice, or for ever; Obsidian refuses those too. */
async function overlaps(base: string, link: string): Promise<boolean> {
  const [from, to] = await Promise.all([realpath(base), realpath(link)]);
  return `${from}${sep}`.startsWith(`${to}${sep}`) || `${to}${sep}`.startsWith(`${from}${sep}`);
}
