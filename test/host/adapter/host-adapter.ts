import type { DataAdapter, FileStats } from 'obsidian';

export type ScannedEntry =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly stat: FileStats };

/** The adapter that a plugin sees, and what the host needs besides. */
export interface HostAdapter extends DataAdapter {
  /** Everything that belongs to the vault (nothing hidden), sorted, a folder before what is in it. */
  scan(): Promise<ScannedEntry[]>;
}
