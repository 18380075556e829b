/** Tells, a moment after something in the vault changed, that it did; what else changes meanwhile goes with it. */
import { watch } from 'node:fs';

const MOMENT_MS = 40;

export function watchVault(folder: string, changed: () => void): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    // Not put off by further changes: somebody who never stops writing would never be heard.
    timer ??= setTimeout(() => {
      timer = undefined;
      changed();
    }, MOMENT_MS);
  });
  watcher.on('error', () => undefined);
  return {
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
