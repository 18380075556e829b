/** The host waits on the real event loop, also in a test that has put its own timers in place. */
const realSetImmediate = globalThis.setImmediate;

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => realSetImmediate(resolve));
}
