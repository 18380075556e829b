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

/** The watcher is silent about a file's changes for 50 ms after it told of one: then it is told of once more, in case. */
const SILENCE_MS = 60;

/** @param changed called at each change, from when the watch is `ready` on. */
export function watchChanges(folder: string, changed: (changed: Changed) => void): ChangeWatch {
  const watcher = watch(folder, { ignoreInitial: true, followSymlinks: false, persistent: false, ignored: IN_GIT });
  const again = new Map<string, NodeJS.Timeout>();
  watcher.on('all', (event, path) => {
    // How a name that is not in NFC is spelled on disk is learnt by listing its folder.
    const isPlain = OF_FILES.has(event) && path === path.normalize('NFC');
    const what = isPlain ? [relative(folder, path).split(sep).join('/')] : null;
    changed(what);
    if (event !== 'change') return;
    clearTimeout(again.get(path));
    again.set(
      path,
      setTimeout(() => {
        again.delete(path);
        changed(what);
      }, SILENCE_MS).unref(),
    );
  });
  const ready = new Promise<void>((resolve) => watcher.on('ready', resolve));
  // Folders that vanish while they are being watched; the look that follows finds them gone.
  watcher.on('error', () => undefined);
  return {
    ready,
    close() {
      for (const timer of again.values()) clearTimeout(timer);
      void watcher.close();
    },
  };
}
