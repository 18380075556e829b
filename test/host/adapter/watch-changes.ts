/**
 * Tells of every change in a folder, whoever made it. Node's own recursive watch on Linux loses a file for good once it
 * has been replaced by another of its name, which is how the host and many editors write.
 */
import { relative, sep } from 'node:path';
import { watch } from 'chokidar';
import type { Changed } from '../vault/change-batch';

export interface ChangeWatch {
  /** Resolves when no further change goes unseen. */
  readonly ready: Promise<void>;
  close(): void;
}

/** Thousands of files, none of which is the vault's. */
const IN_GIT = /[\\/]\.git(?:[\\/]|$)/;

const OF_FILES = new Set(['add', 'change', 'unlink']);

/** @param changed called at each change, from when the watch is `ready` on. */
export function watchChanges(folder: string, changed: (changed: Changed) => void): ChangeWatch {
  const watcher = watch(folder, { ignoreInitial: true, followSymlinks: false, persistent: false, ignored: IN_GIT });
  watcher.on('all', (event, path) => {
    // How a name that is not in NFC is spelled on disk is learnt by listing its folder.
    const isPlain = OF_FILES.has(event) && path === path.normalize('NFC');
    changed(isPlain ? [relative(folder, path).split(sep).join('/')] : null);
  });
  const ready = new Promise<void>((resolve) => watcher.on('ready', resolve));
  // Folders that vanish while they are being watched; the look that follows finds them gone.
  watcher.on('error', () => undefined);
  return { ready, close: () => void watcher.close() };
}
