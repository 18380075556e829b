/**
 * A disk's clock ticks every few milliseconds, so a file that was written twice in one tick, to the same length, looks
 * unchanged. As git does with its index, the texts of files that were written just before they were read are kept, and
 * compared at the next look.
 */
import type { DataAdapter } from 'obsidian';

/** Far more than a tick of any disk in use. */
const TICK_MS = 2000;

export class KnownTexts {
  readonly #adapter: DataAdapter;
  readonly #texts = new Map<string, string>();
  readonly #clock: () => number;

  constructor(adapter: DataAdapter, clock: () => number) {
    this.#adapter = adapter;
    this.#clock = clock;
  }

  /** Notes what a file held when the host last saw it. */
  remember(path: string, text: string, mtime: number): void {
    if (this.#clock() - mtime < TICK_MS) this.#texts.set(path, text);
    else this.#texts.delete(path);
  }

  async differs(path: string, mtime: number): Promise<boolean> {
    const known = this.#texts.get(path);
    if (known === undefined) return false;
    if (this.#clock() - mtime >= TICK_MS) this.#texts.delete(path);
    return (await this.#adapter.read(path).catch(() => known)) !== known;
  }
}
