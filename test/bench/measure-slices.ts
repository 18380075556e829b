/**
 * How long the event loop is held up while some work goes on. A beat is queued again and again; the time between two beats is
 * all that ran in one turn of the loop, which is one task in the app, or several: an upper bound of how long a key press waits.
 */
import { PerformanceObserver } from 'node:perf_hooks';

export interface Slices {
  /** The longest time between two beats, in milliseconds. */
  readonly longest: number;
  /** Turns over 8 ms. */
  readonly over: number;
  /** The longest pause for collecting garbage in that time; it is part of some turn, and grows with the whole app's memory. */
  readonly longestPause: number;
}

export const LONGEST_SLICE_MS = 8;

export async function measureSlices(work: () => Promise<unknown>): Promise<Slices> {
  const gaps: number[] = [];
  const pauses: number[] = [0];
  const observer = new PerformanceObserver((list) => pauses.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ entryTypes: ['gc'] });
  let last = performance.now();
  let beating = true;
  const beat = (): void => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    if (beating) setImmediate(beat);
  };
  setImmediate(beat);
  await work();
  beating = false;
  gaps.push(performance.now() - last);
  // The observer is told a turn later.
  await new Promise((resolve) => setImmediate(resolve));
  observer.disconnect();
  return {
    longest: Math.max(...gaps),
    over: gaps.filter((gap) => gap > LONGEST_SLICE_MS).length,
    longestPause: Math.max(...pauses),
  };
}
