import type { CanvasFile } from './canvas';
import type { NoteMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';

/** How the user writes links: `newLinkFormat` and `useMarkdownLinks` of the app's settings. */
export interface LinkFormat {
  readonly path: 'shortest' | 'relative' | 'absolute';
  readonly markdown: boolean;
}

/** What writing links and letting them follow asks of the vault. It only reads. */
export interface LinkVault {
  readonly linkFormat: LinkFormat;
  /** The path of the file that a link's path (no subpath) means in the note at `source`, as Obsidian finds it; null for none. */
  readonly resolve: (linkpath: string, source: string) => string | null;
  exists(path: string): boolean;
  /** Every note's path. */
  notes(): Iterable<string>;
  metadata(path: string): NoteMetadata | null;
  /**
   * A note's text with its metadata, which describe each other; what an open editor holds is part of it. Null when there is no such note.
   * Rejects with a sentence for people when it cannot be read.
   */
  read(path: string): Promise<NoteSource | null>;
  /**
   * Obsidian's `generateMarkdownLink`: the link without `!`. `subpath` is `''` or begins with `#`, an empty alias is none.
   * Null when the target is no file of the vault.
   */
  generateLink(target: string, source: string, subpath: string, alias: string): string | null;
  /** The notes that hold a link to, or an embed of, the note, by path; itself too when it links to itself. */
  linkingTo(path: string): readonly string[];
  /** The canvases of the vault, which are read only when this is asked. */
  canvases(): Promise<readonly CanvasFile[]>;
}
