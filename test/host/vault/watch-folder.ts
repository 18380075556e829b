/** Has a look taken, a moment after something in a folder was changed; what else changes meanwhile is seen with it. */
import { watchChanges, type ChangeWatch } from '../adapter/watch-changes';
import type { Busy } from '../busy';
import { ChangeBatch, type Changed } from './change-batch';

const MOMENT_MS = 25;
/** A test's own timers must not hold up the host. */
const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

/** @param look takes in what was changed; it counts as under way from the first change on. */
export function watchFolder(folder: string, busy: Busy, look: (changed: Changed) => Promise<void>): ChangeWatch {
  const batch = new ChangeBatch();
  let timer: NodeJS.Timeout | undefined;
  let endBatch: (() => void) | undefined;
  const gather = (changed: Changed) => {
    batch.add(changed);
    // Not put off by further changes: somebody who never stops writing would never be heard.
    if (endBatch) return;
    const end = busy.begin('a batch of changes from outside');
    endBatch = end;
    timer = real.setTimeout(() => {
      endBatch = undefined;
      void look(batch.take()).finally(end);
    }, MOMENT_MS);
  };
  const watch = watchChanges(folder, gather);
  // What was changed before has to be looked for.
  void watch.ready.then(() => gather(null));
  return {
    ready: watch.ready,
    close() {
      real.clearTimeout(timer);
      endBatch?.();
      watch.close();
    },
  };
}
