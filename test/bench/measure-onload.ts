/** What the plugin adds to the app's start: `onload`, before the layout is ready. */
import type { BenchVault } from './bench-vault';
import { median } from './figures';

export interface Onload {
  /** Milliseconds the first time, when none of its code has run yet. */
  readonly first: number;
  /** Median of the following times. */
  readonly again: number;
}

const TIMES = 21;

export async function measureOnload(vault: BenchVault): Promise<Onload> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now();
    const plugin = await vault.load();
    times.push(performance.now() - start);
    plugin.unload();
  }
  const [first = NaN, ...again] = times;
  return { first, again: median(again) };
}
