/** Tells, a moment after something in the vault changed, what did; what else changes meanwhile goes with it. */
import { watchChanges, type ChangeWatch } from '../../host/adapter/watch-changes';
import { ChangeBatch, type Changed } from '../../host/vault/change-batch';

const MOMENT_MS = 40;

export function watchVault(folder: string, changed: (changed: Changed) => void): ChangeWatch {
  const batch = new ChangeBatch();
  let timer: NodeJS.Timeout | undefined;
  const watch = watchChanges(folder, (change) => {
    batch.add(change);
    // Not put off by further changes: somebody who never stops writing would never be heard.
    timer ??= setTimeout(() => {
      timer = undefined;
      changed(batch.take());
    }, MOMENT_MS);
  });
  return {
    ready: watch.ready,
    close() {
      clearTimeout(timer);
      watch.close();
    },
  };
}
