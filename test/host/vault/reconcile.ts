/**
 * Finds what others did to the folder since the host last knew it, and reports it as the app does: a file that was
 * renamed from outside is one that went and one that came.
 */
import type { FileStats } from 'obsidian';
import type { HostAdapter } from '../adapter/host-adapter';
import { TFile } from '../mocks';
import type { Changed } from './change-batch';
import type { FileTree } from './file-tree';
import type { KnownTexts } from './known-texts';
import type { VaultChanges } from './vault-changes';
import { isHidden } from './vault-path';

export interface ReconcileParts {
  readonly adapter: HostAdapter;
  readonly tree: FileTree;
  readonly changes: VaultChanges;
  readonly texts: KnownTexts;
}

/**
 * Must run as a job of the vault's queue: a write of the vault's own that is half done would look like another's. Looks at the
 * files that are said to have changed, or at everything.
 */
export async function reconcile(parts: ReconcileParts, changed: Changed): Promise<void> {
  const files = changed?.filter((path) => !isHidden(path)).sort();
  if (!files || !(await reconcileFiles(parts, files))) await reconcileAll(parts);
}

/** Answers whether they were files: what is behind a folder has to be listed. */
async function reconcileFiles(parts: ReconcileParts, paths: readonly string[]): Promise<boolean> {
  // What cannot be asked for, as behind a link that leads out, is not there.
  const stats = await Promise.all(paths.map((path) => parts.adapter.stat(path).catch(() => null)));
  if (paths.some((path, at) => stats[at]?.type === 'folder' || parts.tree.folder(path))) return false;
  const gone = paths.filter((_path, at) => !stats[at]);
  for (const path of gone) {
    const known = parts.tree.get(path);
    if (known) parts.changes.removed(known);
  }
  for (const [at, path] of paths.entries()) {
    const stat = stats[at];
    if (stat) await reconcileFile(parts, path, stat);
  }
  return true;
}

async function reconcileFile({ tree, changes, texts }: ReconcileParts, path: string, stat: FileStats): Promise<void> {
  const file = tree.file(path);
  if (!file) changes.fileCreated(path, stat, null);
  else if (stat.mtime !== file.stat.mtime || stat.size !== file.stat.size) changes.fileModified(file, stat, null);
  else if (await texts.differs(path, stat.mtime)) changes.fileModified(file, stat, null);
}

async function reconcileAll(parts: ReconcileParts): Promise<void> {
  const { adapter, tree, changes } = parts;
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
    else await reconcileFile(parts, entry.path, entry.stat);
  }
}
