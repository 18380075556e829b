import type { VaultView } from '../index/operations-index';
import type { NoteSource } from '../note/note-source';

/** How the user writes links: `newLinkFormat` and `useMarkdownLinks` of the app's settings (LINKS 2.3). */
export interface LinkFormat {
  readonly path: 'shortest' | 'relative' | 'absolute';
  readonly markdown: boolean;
}

/** What planning asks of the vault. It only reads: the same vault gives the same plan. */
export interface PlanningVault extends VaultView {
  /**
   * A note's text with its metadata, which describe each other; what an open editor holds is part of it. Null when there is no such note.
   * Rejects with a sentence for people when it cannot be read.
   */
  read(path: string): Promise<NoteSource | null>;
  /** Whether a file or folder of any kind is there. */
  isTaken(path: string): boolean;
  /**
   * Obsidian's `generateMarkdownLink` (LINKS 4): the link without `!`. `subpath` is `''` or begins with `#`, an empty alias is none.
   * Null when the target is no file of the vault.
   */
  generateLink(target: string, source: string, subpath: string, alias: string): string | null;
  readonly linkFormat: LinkFormat;
  /** The notes that hold a link to, or an embed of, the note, by path; itself too when it links to itself. */
  linkingTo(path: string): readonly string[];
}
