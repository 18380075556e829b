/** The few statistics that the benchmark prints. */
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** Interpolated between the two nearest, so that a handful of samples gives a figure too. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) throw new Error('There are no samples.');
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** Milliseconds that the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds of the processor, of all threads. */
export async function worked(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const STATISTICS = `/proc/self/task/${process.pid}/schedstat`;

/** Milliseconds for which this thread has had a processor: without what other programs, threads and machines took meanwhile. By the clock where the system does not tell. */
export function ofThread(): number {
  try {
    // Has the system bring its figure up to now.
    process.cpuUsage();
    return Number(readFileSync(STATISTICS, 'latin1').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

/** Frees what nobody holds. The second pass takes what only the first one's finalizers held. */
export function collectGarbage(): void {
  if (!globalThis.gc) throw new Error('The benchmark needs node --expose-gc.');
  globalThis.gc();
  globalThis.gc();
}
