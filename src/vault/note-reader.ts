import type { App, TFile } from 'obsidian';
import { needsText, readNoteFacts, type NoteFacts } from '../core/index/note-facts';
import type { OperationsIndex } from '../core/index/operations-index';
import type { NoteMetadata } from '../core/note/note-metadata';
import { describesText } from '../core/note/note-source';
import { reasonOf } from '../core/wording/reason-of';

/** A note's text and metadata as one event delivered them. */
export interface NoteContent {
  readonly text: string;
  readonly metadata: NoteMetadata;
}

/** What reading a note came to. */
export type NoteReading =
  | { readonly kind: 'read'; readonly facts: NoteFacts | null }
  /** Obsidian has not parsed the note yet: its `changed` event will come. */
  | { readonly kind: 'waiting' }
  /** The text on disk is not the one that the metadata describes: it changed just now. */
  | { readonly kind: 'out-of-step' }
  | { readonly kind: 'failed'; readonly reason: string };


/** Reads notes into facts. A note's text is read only when its metadata shows that it is needed. */
export class NoteReader {
  constructor(private readonly app: App) {}

  /** Answers at once when no text has to be read, so that walking a vault of notes without todos waits for nothing. */
  read(file: TFile, index: OperationsIndex, content: NoteContent | null): NoteReading | Promise<NoteReading> {
    try {
      const metadata = content?.metadata ?? this.app.metadataCache.getFileCache(file);
      if (!metadata) return { kind: 'waiting' };
      if (!needsText(index.settings, file.path, metadata)) return this.facts(file, index, { metadata, text: null });
      return content ? this.facts(file, index, content) : this.readText(file, index, metadata);
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  }

  private async readText(file: TFile, index: OperationsIndex, metadata: NoteMetadata): Promise<NoteReading> {
    try {
      const text = await this.app.vault.cachedRead(file);
      // The metadata may have been renewed while the text was read.
      const current = this.app.metadataCache.getFileCache(file) ?? metadata;
      return this.facts(file, index, { metadata: current, text });
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  }

  private facts(file: TFile, index: OperationsIndex, content: { metadata: NoteMetadata; text: string | null }): NoteReading {
    const { metadata, text } = content;
    if (text !== null && !describesText(text, metadata)) return { kind: 'out-of-step' };
    const { path } = file;
    const isRoleLink = (link: string): boolean => index.isRoleLink(link, path);
    return { kind: 'read', facts: readNoteFacts({ path, metadata, text, settings: index.settings, isRoleLink }) };
  }
}
