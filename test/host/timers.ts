/**
 * Counts the short one-shot timers that are due, so that `settled` waits for what a plugin has put off for a moment: when nothing else is
 * under way any more, that is done at once, in the order in which it is due. Intervals and long timers are not waited for, nor any timer of a
 * test that has put its own clock in place.
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
const realNow = performance.now.bind(performance);
const counting = new Set<Busy>();

/** How a host calls them while they are waited for. */
export const TIMERS = 'timers that are due';

interface Timer {
  /** By the real clock, in milliseconds. */
  readonly due: number;
  readonly run: () => void;
  readonly ends: readonly (() => void)[];
}
const timers = new Map<unknown, Timer>();

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

/** Runs the timer that is due next now. What it throws is as uncaught as it would have been. */
export function hurryTimer(): void {
  const [next] = [...timers].sort(([, a], [, b]) => a.due - b.due);
  if (!next) return;
  const [timer, { run }] = next;
  real.clearTimeout(timer as NodeJS.Timeout);
  try {
    run();
  } catch (error) {
    real.setTimeout(() => {
      throw error;
    });
  }
}

function counted(callback: (...args: unknown[]) => unknown, delay = 0, ...args: unknown[]): NodeJS.Timeout {
  if (delay >= SHORT_MS) return real.setTimeout(callback, delay, ...args);
  const run = () => {
    // Over only afterwards: what the callback starts must be seen before.
    try {
      callback(...args);
    } finally {
      finish(timer);
    }
  };
  const timer = real.setTimeout(run, delay);
  timers.set(timer, { due: realNow() + delay, run, ends: [...counting].map((busy) => busy.begin(TIMERS)) });
  return timer;
}

function clear(timer: Parameters<typeof clearTimeout>[0]): void {
  finish(timer);
  real.clearTimeout(timer);
}

function finish(timer: unknown): void {
  for (const end of timers.get(timer)?.ends ?? []) end();
  timers.delete(timer);
}
