/**
 * Keeps timers from going off. The feed waits 30 ms for more events before it works; held up, that work can be asked for and timed
 * by itself, after the host has done its own.
 */
type Timer = ReturnType<typeof setTimeout>;

/** @returns what lets the timers go: those that are due run then, in the order of their setting. */
export function holdTimers(): () => void {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  const held = new Map<unknown, () => unknown>();
  const hold = (callback: (...args: unknown[]) => unknown, _delay?: number, ...args: unknown[]): Timer => {
    const timer = real.setTimeout(() => undefined);
    held.set(timer, () => callback(...args));
    return timer;
  };
  globalThis.setTimeout = Object.assign(hold, real.setTimeout) as typeof setTimeout;
  globalThis.clearTimeout = (timer) => {
    held.delete(timer);
    real.clearTimeout(timer as Timer);
  };
  return () => {
    Object.assign(globalThis, real);
    for (const call of held.values()) call();
  };
}
