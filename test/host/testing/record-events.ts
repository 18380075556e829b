/** Everything that a vault and its metadata cache tell, as one line each, in order. */
import type { App } from 'obsidian';

export function recordEvents({ vault, metadataCache }: App): string[] {
  const events: string[] = [];
  vault.on('create', (file) => events.push(`create ${file.path}`));
  vault.on('modify', (file) => events.push(`modify ${file.path}`));
  vault.on('delete', (file) => events.push(`delete ${file.path}`));
  vault.on('rename', (file, oldPath) => events.push(`rename ${oldPath} > ${file.path}`));
  metadataCache.on('changed', (file) => events.push(`changed ${file.path}`));
  metadataCache.on('deleted', (file) => events.push(`deleted ${file.path}`));
  metadataCache.on('resolved', () => events.push('resolved'));
  return events;
}
