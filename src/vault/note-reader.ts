import type { App, TFile } from 'obsidian';
import { readInSteps, readMetadata, type NoteFacts } from '../core/index/note-facts';
import type { OperationsIndex } from '../core/index/operations-index';
import type { NoteMetadata } from '../core/note/note-metadata';
import { locAt } from '../core/note/loc-at';
import { describesText } from '../core/note/note-source';
import { propertiesProblem } from '../core/frontmatter/properties-problem';
import { reasonOf } from '../core/wording/reason-of';
import type { TimeSlice } from './time-slice';

/** A note's text and metadata as one event delivered them. */
export interface NoteContent {
  readonly text: string;
  readonly metadata: NoteMetadata;
}

/** What reading a note came to. */
export type NoteReading =
  /** `problem`: why its properties could not be read; its body's todos count all the same. */
  | { readonly kind: 'read'; readonly facts: NoteFacts | null; readonly problem: string | null }
  /** Obsidian has not parsed the note yet: its `changed` event will come. */
  | { readonly kind: 'waiting' }
  /** The text on disk is not the one that the metadata describes: it changed just now. */
  | { readonly kind: 'out-of-step' }
  | { readonly kind: 'failed'; readonly reason: string };

/** What most notes of a vault come to. */
const NOTHING: NoteReading = { kind: 'read', facts: null, problem: null };

/** Reads notes into facts. A note's text is read only when its metadata shows that it is needed. */
export class NoteReader {
  constructor(
    private readonly app: App,
    /** Hears of the metadata of each note that is read. */
    private readonly passed: (path: string, metadata: NoteMetadata) => void,
  ) {}

  /**
   * Answers at once when no text has to be read, so that walking a vault of notes without todos waits for nothing; else in slices. Where the file has gone
   * since it was listed, the note holds nothing.
   */
  read(
    listed: TFile,
    index: OperationsIndex,
    content: NoteContent | null,
    slice: TimeSlice,
  ): NoteReading | Promise<NoteReading> {
    const { path } = listed;
    try {
      const metadata = content?.metadata ?? this.app.metadataCache.getFileCache(listed);
      if (metadata) this.passed(path, metadata);
      const facts = metadata ? readMetadata(index.settings, path, metadata) : undefined;
      if (facts === null) return NOTHING;
      const file = this.app.vault.getFileByPath(path);
      if (!file) return NOTHING;
      if (!metadata) return { kind: 'waiting' };
      return facts ? { kind: 'read', facts, problem: null } : this.readText(file, index, content ?? metadata, slice);
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  }

  private async readText(
    file: TFile,
    index: OperationsIndex,
    known: NoteContent | NoteMetadata,
    slice: TimeSlice,
  ): Promise<NoteReading> {
    try {
      const text = 'text' in known ? known.text : await this.app.vault.cachedRead(file);
      // The metadata may have been renewed while the text was read.
      const metadata = 'text' in known ? known.metadata : (this.app.metadataCache.getFileCache(file) ?? known);
      if (!describesText(text, metadata)) return { kind: 'out-of-step' };
      const { settings, isRoleLink } = index;
      const steps = readInSteps({ path: file.path, metadata, text, settings, isRoleLink });
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) if (slice.isUp()) await slice.breathe();
      const problem = propertiesProblem(text, metadata);
      const told =
        problem && `Line ${locAt(text, problem.offset).line + 1}: ${problem.reason} None of its properties counts.`;
      return { kind: 'read', facts: step.value, problem: told };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  }
}
