import type { Stats } from 'node:fs';
import type { FileStats, Stat } from 'obsidian';

/** Times as the app has them: whole milliseconds since 1970. */
export function toFileStats(stats: Stats): FileStats {
  return { ctime: Math.round(stats.birthtimeMs), mtime: Math.round(stats.mtimeMs), size: stats.size };
}

export function toStat(stats: Stats): Stat {
  return { type: stats.isDirectory() ? 'folder' : 'file', ...toFileStats(stats) };
}
