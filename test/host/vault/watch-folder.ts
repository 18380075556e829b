/** Has a look taken, a moment after something in a folder was changed; what else changes meanwhile is seen with it. */
import { watch } from 'node:fs';
import type { Busy } from '../busy';

const MOMENT_MS = 25;
/** A test's own timers must not hold up the host. */
const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

export interface FolderWatch {
  close(): void;
}

/** @param look takes in what was changed; it counts as under way from the first change on. */
export function watchFolder(folder: string, busy: Busy, look: () => Promise<void>): FolderWatch {
  let timer: NodeJS.Timeout | undefined;
  let endBatch: (() => void) | undefined;
  const watcher = watch(folder, { recursive: true, persistent: false }, () => {
    // Not put off by further changes: somebody who never stops writing would never be heard.
    if (endBatch) return;
    const end = busy.begin('a batch of changes from outside');
    endBatch = end;
    timer = real.setTimeout(() => {
      endBatch = undefined;
      void look().finally(end);
    }, MOMENT_MS);
  });
  // Folders that vanish while they are being watched; the look that follows finds them gone.
  watcher.on('error', () => undefined);
  return {
    close() {
      real.clearTimeout(timer);
      endBatch?.();
      watcher.close();
    },
  };
}
