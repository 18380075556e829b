/** A rename of a folder of 500 notes: the plugin's share of it, in its listeners and in working the events off. */
import type { BenchVault } from './bench-vault';
import { feedOf } from './bench-vault';
import { median, timed } from './figures';
import { holdTimers } from './hold-timers';
import { measureSlices } from './measure-slices';

export interface Rename {
  /** Medians in milliseconds: the listeners of 501 events, and from there until the index is settled. */
  readonly listening: number;
  readonly settling: number;
  /** The app may fire all events at once, so the listeners are one slice. */
  readonly longestSlice: number;
}

const TIMES = 8;

/** Loads the plugin and unloads it again; the folder has its name again in the end. */
export async function measureRename(vault: BenchVault, times = TIMES): Promise<Rename> {
  const { app, host, generated } = vault;
  const plugin = await vault.load();
  const feed = feedOf(plugin);
  await feed.settled();
  const listening: number[] = [];
  const settling: number[] = [];
  const slices: number[] = [];
  for (let time = 0; time < times; time++) {
    const folder = app.vault.getFolderByPath(time % 2 === 0 ? generated.folder : `${generated.folder} renamed`);
    if (!folder) throw new Error('The folder to rename is not there.');
    const release = holdTimers();
    const spent = await timeEvents(vault, () =>
      app.vault.rename(folder, time % 2 === 0 ? `${folder.path} renamed` : generated.folder),
    );
    // The host resolves links anew, which is the app's work.
    await host.settled();
    const slice = await measureSlices(async () => settling.push(await timed(() => feed.settled())));
    release();
    await host.settled();
    listening.push(spent);
    slices.push(Math.max(spent, slice.longest));
  }
  plugin.unload();
  return { listening: median(listening), settling: median(settling), longestSlice: median(slices) };
}

/** Milliseconds spent in listeners of the vault while the work goes on: only the plugin listens. */
async function timeEvents({ app: { vault } }: BenchVault, work: () => Promise<unknown>): Promise<number> {
  let spent = 0;
  const trigger = vault.trigger.bind(vault);
  vault.trigger = (...args) => {
    const start = performance.now();
    trigger(...args);
    spent += performance.now() - start;
  };
  try {
    await work();
  } finally {
    Reflect.deleteProperty(vault, 'trigger');
  }
  return spent;
}
