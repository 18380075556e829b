/** One note's update: from its `changed` event until the index is settled, without the 30 ms in which the feed gathers events. */
import { Bench } from 'tinybench';
import { MetadataCache } from '../host/metadata/metadata-cache';
import { feedOf, type BenchVault } from './bench-vault';
import { every } from './check-metadata';
import { quantile } from './figures';
import type { WrittenNote } from './note-writer';
import { reviseNote } from './revise-note';

export interface Update {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** Which note changes. */
export type UpdateKind = 'plain note' | 'note with todos' | 'lifecycle page';

const ITERATIONS = 200;
const NOTES = 50;

/** Loads the plugin and unloads it again; the cache is left as it was. */
export async function measureUpdates(
  vault: BenchVault,
  iterations = ITERATIONS,
): Promise<Readonly<Record<UpdateKind, Update>>> {
  const { withTodos, withoutTodos, pages } = vault.generated;
  const plugin = await vault.load();
  const feed = feedOf(plugin);
  await feed.settled();
  const measure = (paths: readonly string[], paragraph: string): Promise<Update> =>
    measureUpdate(vault, { paths: every(paths, NOTES), paragraph, iterations, settled: () => feed.settled() });
  const updates = {
    'plain note': await measure(withoutTodos, 'Written just now.'),
    'note with todos': await measure(withTodos, 'Written just now. #todo'),
    'lifecycle page': await measure(pages, 'Written just now. #todo'),
  };
  plugin.unload();
  return updates;
}

interface UpdateOptions {
  /** The notes that change, in turn. */
  readonly paths: readonly string[];
  readonly paragraph: string;
  readonly iterations: number;
  readonly settled: () => Promise<void>;
}

/** Each note gets a paragraph, and loses it again the next time round. */
async function measureUpdate(
  { app, generated }: BenchVault,
  { paths, paragraph, iterations, settled }: UpdateOptions,
): Promise<Update> {
  const cache = MetadataCache.internalsOf(app.metadataCache as unknown as MetadataCache);
  const note = (path: string): WrittenNote => ({
    text: generated.files.get(path) ?? '',
    metadata: generated.metadata.get(path) ?? {},
  });
  const edits = [
    ...paths.map((path) => ({ path, ...reviseNote(note(path), paragraph) })),
    ...paths.map((path) => ({ path, ...note(path) })),
  ].map(({ path, text, metadata }) => ({ file: app.vault.getFileByPath(path), text, metadata }));

  let at = 0;
  let edit: (typeof edits)[number] | undefined;
  const bench = new Bench({
    iterations,
    time: 0,
    warmupIterations: edits.length,
    warmupTime: 0,
    retainSamples: true,
    throws: true,
  });
  const change = async (): Promise<void> => {
    app.metadataCache.trigger('changed', edit?.file, edit?.text, edit?.metadata);
    await settled();
  };
  bench.add('update', change, {
    async: true,
    beforeEach: () => {
      edit = edits[at++ % edits.length];
      // The app's cache is renewed before the event.
      if (edit?.file) cache.fill(edit.file.path, edit.metadata);
    },
  });
  await bench.run();
  for (const { file, metadata } of edits) if (file) cache.fill(file.path, metadata);
  const result = bench.tasks[0]?.result;
  if (result?.state !== 'completed')
    throw new Error(`The update could not be measured: ${result?.state ?? 'no task'}.`);
  const samples = result.latency.samples ?? [];
  return { median: quantile(samples, 0.5), p95: quantile(samples, 0.95), max: Math.max(...samples) };
}
