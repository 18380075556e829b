/**
 * Finds what others did to the folder since the host last knew it, and reports it as the app does: a file that was
 * renamed from outside is one that went and one that came.
 */
import type { HostAdapter, ScannedEntry } from '../adapter/host-adapter';
import { TFile } from '../mocks';
import type { FileTree } from './file-tree';
import type { KnownTexts } from './known-texts';
import type { VaultChanges } from './vault-changes';

export interface ReconcileParts {
  readonly adapter: HostAdapter;
  readonly tree: FileTree;
  readonly changes: VaultChanges;
  readonly texts: KnownTexts;
}

/** Must run as a job of the vault's queue: a write of the vault's own that is half done would look like another's. */
export async function reconcile({ adapter, tree, changes, texts }: ReconcileParts): Promise<void> {
  const found = await adapter.scan();
  const kindOnDisk = new Map(found.map(({ path, kind }) => [path, kind]));
  for (const known of [...tree.entries()]) {
    const kind = known instanceof TFile ? 'file' : 'folder';
    // Gone already with its folder.
    if (tree.get(known.path) !== known) continue;
    if (kindOnDisk.get(known.path) !== kind) changes.removed(known);
  }
  for (const entry of found) {
    if (entry.kind === 'folder') changes.folderCreated(entry.path);
    else await reconcileFile(entry);
  }

  async function reconcileFile({ path, stat }: ScannedEntry & { kind: 'file' }): Promise<void> {
    const file = tree.file(path);
    if (!file) changes.fileCreated(path, stat, null);
    else if (stat.mtime !== file.stat.mtime || stat.size !== file.stat.size) changes.fileModified(file, stat, null);
    else if (await texts.differs(path, stat.mtime)) changes.fileModified(file, stat, null);
  }
}
