/** Fills the cache when a vault is opened, as the app does from its own store: nobody hears of it. */
import type { CachedMetadata } from 'obsidian';
import { reportError } from '../host-record';
import type { TFile } from '../mocks';
import type { CacheInternals } from './metadata-cache';

export interface FillRequest {
  readonly notes: readonly TFile[];
  readonly read: (note: TFile) => Promise<string>;
  readonly cache: CacheInternals;
  readonly parse: (text: string) => CachedMetadata;
  /** Metadata that need not be parsed, by path. */
  readonly known: ReadonlyMap<string, CachedMetadata>;
}

/** A note that cannot be read is left out of the cache and recorded; the others are not held up. */
export async function fillMetadata({ notes, read, cache, parse, known }: FillRequest): Promise<void> {
  for (const note of notes) {
    try {
      cache.fill(note.path, known.get(note.path) ?? parse(await read(note)));
    } catch (error) {
      reportError(new Error(`${note.path} could not be indexed.`, { cause: error }), note.vault);
    }
  }
}
