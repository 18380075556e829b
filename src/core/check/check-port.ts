import type { OperationsIndex, VaultView } from '../index/operations-index';
import type { CanvasFile } from '../link/canvas';
import type { LinkGraph } from '../link/link-graph';
import type { NoteSource } from '../note/note-source';

/** What the check asks of the vault and the index. */
export interface CheckPort {
  readonly vault: VaultView;
  /** Who embeds what; it hears of the vault's changes before the check does. */
  readonly embeds: LinkGraph;
  index(): OperationsIndex;
  /** Templates, and what the user keeps out: never judged, but other notes may lead there. */
  isIgnored(path: string): boolean;
  /** A note's text with its metadata, which describe each other; null when they do not just now. */
  readonly read: (path: string) => Promise<NoteSource | null>;
  /** The canvases of the vault as they are now. */
  readonly canvases: () => Promise<readonly CanvasFile[]>;
  /** ISO: what snapshots of the board may ask for. */
  today(): string;
  /** Called between notes; waits when the app should have its turn. */
  breathe(): Promise<void> | null;
}
