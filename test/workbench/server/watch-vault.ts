/** Tells, a moment after something in the vault changed, that it did; what else changes meanwhile goes with it. */
import { watchChanges, type ChangeWatch } from '../../host/adapter/watch-changes';

const MOMENT_MS = 40;

export function watchVault(folder: string, changed: () => void): ChangeWatch {
  let timer: NodeJS.Timeout | undefined;
  const watch = watchChanges(folder, () => {
    // Not put off by further changes: somebody who never stops writing would never be heard.
    timer ??= setTimeout(() => {
      timer = undefined;
      changed();
    }, MOMENT_MS);
  });
  return {
    close() {
      clearTimeout(timer);
      watch.close();
    },
  };
}
