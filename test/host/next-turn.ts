/** The host waits on the real event loop, also in a test that has put its own timers in place. */
const realSetImmediate = (globalThis as { setImmediate?: typeof setImmediate }).setImmediate;

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (realSetImmediate) realSetImmediate(resolve);
    else postToMyself(resolve);
  });
}

/** A browser's timers wait for milliseconds, and longer the more of them there are; messages do not. */
function postToMyself(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(null);
}
