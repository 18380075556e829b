import { openHost } from './open-host';

/** The metadata of each note of a folder, by path, as the host's parser makes them. */
export async function expectedOf(dir: string): Promise<{ readonly metadata: Readonly<Record<string, unknown>> }> {
  const host = await openHost({ dir, watch: false });
  try {
    const { vault, metadataCache } = host.app;
    return {
      metadata: Object.fromEntries(
        vault.getMarkdownFiles().map((file) => [file.path, metadataCache.getFileCache(file)]),
      ),
    };
  } finally {
    await host.close();
  }
}
