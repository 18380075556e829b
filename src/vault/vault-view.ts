import type { App } from 'obsidian';
import type { VaultView } from '../core/index/operations-index';
import type { NoteMetadata } from '../core/note/note-metadata';

/** What there is to see before the layout is ready: nothing. */
export const NO_VAULT: VaultView = {
  resolve: () => null,
  metadata: () => null,
  exists: () => false,
  notes: () => [],
  folders: () => [],
};

/** The vault as the index asks for it. Every answer is Obsidian's of the moment; nothing is kept. */
export function viewVault({ vault, metadataCache }: App): VaultView {
  return {
    resolve: (linkpath, source) => metadataCache.getFirstLinkpathDest(linkpath, source)?.path ?? null,
    metadata(path): NoteMetadata | null {
      const file = vault.getFileByPath(path);
      return file && metadataCache.getFileCache(file);
    },
    exists: (path) => vault.getFileByPath(path) !== null,
    *notes(): Generator<string> {
      for (const { path } of vault.getMarkdownFiles()) yield path;
    },
    folders: () => vault.getAllFolders(false).map(({ path }) => path),
  };
}

/** When a note was changed last, in milliseconds; 0 for one that is not there. */
export const changedAt = ({ vault }: App, path: string): number => vault.getFileByPath(path)?.stat.mtime ?? 0;
