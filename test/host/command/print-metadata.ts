import type { CliData } from 'obsidian';
import type { Host } from '../host';
import { UsageError } from './usage-error';
import { normalizePath } from '../vault/vault-path';

/** The metadata of the note at `path=`, as JSON. @throws when there is no such note, or it could not be read. */
export function printMetadata(host: Host, flags: CliData): string {
  const { path } = flags;
  if (path === undefined) throw new UsageError('metadata needs path=NOTE.');
  const metadata = host.app.metadataCache.getCache(normalizePath(path));
  if (metadata) return JSON.stringify(metadata, null, 2);
  const file = host.app.vault.getFileByPath(normalizePath(path));
  throw new Error(file ? `${path} is no note, or could not be read.` : `There is no note ${path} in the vault.`);
}
