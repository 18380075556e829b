/** The first index against its floor, in pairs: what disturbs the machine disturbs both. */
import type { App, CachedMetadata } from 'obsidian';
import { feedOf, type BenchVault } from './bench-vault';
import type { Plugin } from '../host/plugin/plugin';
import { collectGarbage, median, timed, worked } from './figures';
import { measureSlices, type Slices } from './measure-slices';

export interface FirstIndex {
  /** Medians, in milliseconds. */
  readonly floor: number;
  readonly index: number;
  /** Of the index to the floor: the median of the pairs' ratios, by the clock and by what the processor did. */
  readonly ratio: number;
  readonly workRatio: number;
  /** Of several runs, the worst. */
  readonly slices: Slices;
}

/** As the index does. */
const READS_IN_FLIGHT = 8;
const SLICE_ROUNDS = 3;

/** @param rounds how many pairs. */
export async function measureFirstIndex(vault: BenchVault, rounds: number): Promise<FirstIndex> {
  const pairs: { readonly floor: number; readonly index: number; readonly workRatio: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    let [floor, index] = [0, 0];
    collectGarbage();
    const leastWork = await worked(async () => (floor = await timed(() => readTagged(vault.app))));
    collectGarbage();
    const work = await worked(async () => (index = await timeFirstIndex(vault)));
    pairs.push({ floor, index, workRatio: work / leastWork });
  }
  const slices: Slices[] = [];
  for (let round = 0; round < SLICE_ROUNDS; round++) slices.push(await sliceFirstIndex(vault));
  return {
    floor: median(pairs.map(({ floor }) => floor)),
    index: median(pairs.map(({ index }) => index)),
    ratio: median(pairs.map(({ floor, index }) => index / floor)),
    workRatio: median(pairs.map(({ workRatio }) => workRatio)),
    slices: worst(slices),
  };
}

/** Each figure where it is worst. */
function worst([first, ...others]: readonly Slices[]): Slices {
  if (!first) throw new Error('No slices were measured.');
  const keys = Object.keys(first) as (keyof Slices)[];
  return others.reduce<Slices>(
    (sum, one) => Object.fromEntries(keys.map((key) => [key, Math.max(sum[key], one[key])])) as unknown as Slices,
    first,
  );
}

/** The last one that was measured: where no object of a kind is left, the engine throws away the code it has made for that kind, and the floor's would be the only warm code. */
export let kept: Plugin | null = null;

/** From the start of `onload`, in an app whose layout is ready, until the terminal has its answer. */
async function timeFirstIndex(vault: BenchVault): Promise<number> {
  const start = performance.now();
  const plugin = await vault.load();
  await vault.summary();
  const time = performance.now() - start;
  plugin.unload();
  kept = plugin;
  return time;
}

/** Without the answer, which is the terminal's and no part of the index. */
async function sliceFirstIndex(vault: BenchVault): Promise<Slices> {
  collectGarbage();
  let plugin: Awaited<ReturnType<BenchVault['load']>> | null = null;
  const slices = await measureSlices(async () => {
    plugin = await vault.load();
    await feedOf(plugin).settled();
  });
  (plugin as { unload(): void } | null)?.unload();
  return slices;
}

/** The floor: asks the cache for every note and reads those with a todo tag. Answers how much text that was. */
async function readTagged({ vault, metadataCache }: App): Promise<number> {
  const files = vault.getMarkdownFiles().values();
  let length = 0;
  const work = async (): Promise<void> => {
    for (const file of files) {
      const cache = metadataCache.getFileCache(file);
      if (!cache || !hasTag(cache)) continue;
      const text = await vault.cachedRead(file);
      length += text.length;
    }
  };
  await Promise.all(Array.from({ length: READS_IN_FLIGHT }, work));
  return length;
}

function hasTag({ tags, frontmatter }: CachedMetadata): boolean {
  const listed: unknown = frontmatter?.tags;
  return (tags ?? []).some(({ tag }) => tag.startsWith('#todo')) || (Array.isArray(listed) && listed.includes('todo'));
}
