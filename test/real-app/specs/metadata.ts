import { expectEqual, type Json } from '../pages/driver';
import type { Spec } from './spec';

/** Sorted keys: two objects that say the same are the same text. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
};

export const metadata: Spec = {
  name: 'the app’s metadata of every note of the demo vault are those of the host’s parser',
  async run(driver, expected) {
    const found = await driver.run(
      ({ app: { vault, metadataCache } }) =>
        JSON.stringify(
          Object.fromEntries(vault.getMarkdownFiles().map((file) => [file.path, metadataCache.getFileCache(file)])),
        ),
      null,
    );
    const caches = JSON.parse(found) as Record<string, unknown>;
    await driver.record('metadata', caches as Json);
    const different = Object.keys(expected.metadata).filter(
      (path) => JSON.stringify(sorted(caches[path])) !== JSON.stringify(sorted(expected.metadata[path])),
    );
    expectEqual(different, [], 'Notes that the host reads in another way');
  },
};
