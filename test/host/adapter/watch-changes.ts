/**
 * Tells of every change in a folder, whoever made it. Node's own recursive watch on Linux loses a file for good once it
 * has been replaced by another of its name, which is how the host and many editors write.
 */
import { watch } from 'chokidar';

export interface ChangeWatch {
  close(): void;
}

/** @param changed called at each change, and once when the watch stands: what was changed before went unseen. */
export function watchChanges(folder: string, changed: () => void): ChangeWatch {
  const watcher = watch(folder, { ignoreInitial: true, followSymlinks: false, persistent: false });
  watcher.on('all', changed).on('ready', changed);
  // Folders that vanish while they are being watched; the look that follows finds them gone.
  watcher.on('error', () => undefined);
  return { close: () => void watcher.close() };
}
