/** What the plugin adds to the app's start: `onload`, before the layout is ready. */
import type { BenchVault } from './bench-vault';
import { median } from './figures';

export interface Onload {
  /** Medians in milliseconds: with code that has never run, as when the app starts, and with code that has. */
  readonly first: number;
  readonly again: number;
}

const STARTS = 9;

export async function measureOnload(vault: BenchVault, starts = STARTS): Promise<Onload> {
  const first: number[] = [];
  const again: number[] = [];
  for (let start = 0; start < starts; start++) {
    await vault.renewCode();
    first.push(await timeOnload(vault));
    again.push(await timeOnload(vault));
  }
  return { first: median(first), again: median(again) };
}

async function timeOnload(vault: BenchVault): Promise<number> {
  const start = performance.now();
  const plugin = await vault.load();
  const time = performance.now() - start;
  plugin.unload();
  return time;
}
