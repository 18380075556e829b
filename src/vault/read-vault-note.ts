import type { App } from 'obsidian';
import { describesText, openNoteSource, type NoteSource } from '../core/note/note-source';

/** A note's text with its metadata as Obsidian has them; null when they do not describe each other just now, or it cannot be read. */
export async function readVaultNote({ vault, metadataCache }: App, path: string): Promise<NoteSource | null> {
  const file = vault.getFileByPath(path);
  if (file?.extension !== 'md') return null;
  try {
    const text = await vault.cachedRead(file);
    const metadata = metadataCache.getFileCache(file);
    return metadata && describesText(text, metadata) ? openNoteSource(path, text, metadata) : null;
  } catch {
    // It went, or cannot be read: the index tells of that.
    return null;
  }
}
