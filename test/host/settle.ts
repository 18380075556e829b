/** Waits until nothing is under way any more. */
import type { Busy } from './busy';
import { nextTurn } from './next-turn';
import { hurryTimer, TIMERS } from './timers';

/** A turn may end in the middle of a chain of promises; several quiet ones in a row do not. */
const QUIET_TURNS = 3;
const PATIENCE_MS = 30_000;
const realSetTimeout = globalThis.setTimeout;
const realNow = performance.now.bind(performance);

/** @throws when it takes half a minute, naming what is still under way. */
export async function settle(busy: Busy): Promise<void> {
  const start = realNow();
  for (let quiet = 0, turns = 0; ; turns++) {
    await nextTurn();
    const running = busy.running();
    quiet = running.every((what) => what === TIMERS) ? quiet + 1 : 0;
    if (quiet >= QUIET_TURNS) {
      if (running.length === 0) return;
      hurryTimer();
      quiet = 0;
    }
    if (quiet > 0 || turns < 100) continue;
    await new Promise((resolve) => realSetTimeout(resolve, 1));
    if (realNow() - start > PATIENCE_MS) {
      throw new Error(`The host did not settle within ${PATIENCE_MS / 1000} s: ${busy.running().join(', ')}.`);
    }
  }
}
