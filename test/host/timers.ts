/**
 * Counts the short one-shot timers that are due, so that `settled` waits for what a plugin has put off for a moment.
 * Intervals and long timers are not waited for, nor any timer of a test that has put its own clock in place.
 */
import type { Busy } from './busy';

/** CodeMirror looks after itself once a second. */
const SHORT_MS = 1000;
const original = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
/** A browser's may be called on the window only. */
const real = {
  setTimeout: original.setTimeout.bind<typeof setTimeout>(globalThis),
  clearTimeout: original.clearTimeout.bind(globalThis),
};
const counting = new Set<Busy>();
const ends = new Map<unknown, (() => void)[]>();

/** @returns what to call when the host closes. */
export function countTimers(busy: Busy): () => void {
  if (counting.size === 0 && globalThis.setTimeout === original.setTimeout) {
    globalThis.setTimeout = Object.assign(counted, original.setTimeout) as typeof setTimeout;
    globalThis.clearTimeout = clear;
  }
  counting.add(busy);
  return () => {
    counting.delete(busy);
    if (counting.size > 0 || globalThis.setTimeout !== (counted as unknown)) return;
    Object.assign(globalThis, original);
  };
}

function counted(callback: (...args: unknown[]) => unknown, delay = 0, ...args: unknown[]): NodeJS.Timeout {
  if (delay >= SHORT_MS) return real.setTimeout(callback, delay, ...args);
  const timer = real.setTimeout(() => {
    // Over only afterwards: what the callback starts must be seen before.
    try {
      callback(...args);
    } finally {
      finish(timer);
    }
  }, delay);
  ends.set(
    timer,
    [...counting].map((busy) => busy.begin('timers that are due')),
  );
  return timer;
}

function clear(timer: Parameters<typeof clearTimeout>[0]): void {
  finish(timer);
  real.clearTimeout(timer);
}

function finish(timer: unknown): void {
  for (const end of ends.get(timer) ?? []) end();
  ends.delete(timer);
}
