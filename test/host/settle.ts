/** Waits until nothing is under way any more. */
import type { Busy } from './busy';
import { nextTurn } from './next-turn';

/** A turn may end in the middle of a chain of promises; several quiet ones in a row do not. */
const QUIET_TURNS = 3;
const PATIENCE_MS = 30_000;
const realSetTimeout = globalThis.setTimeout;
const realNow = performance.now.bind(performance);

/** @throws when it takes half a minute, naming what is still under way. */
export async function settle(busy: Busy): Promise<void> {
  const start = realNow();
  for (let quiet = 0, turns = 0; quiet < QUIET_TURNS; turns++) {
    await nextTurn();
    quiet = busy.running().length === 0 ? quiet + 1 : 0;
    if (quiet > 0 || turns < 100) continue;
    await new Promise((resolve) => realSetTimeout(resolve, 1));
    if (realNow() - start > PATIENCE_MS) {
      throw new Error(`The host did not settle within ${PATIENCE_MS / 1000} s: ${busy.running().join(', ')}.`);
    }
  }
}
