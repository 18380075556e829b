import type { Component, HoverParent } from 'obsidian';
import type { Board } from '../../core/board/build-board';
import type { BoardHost, BoardSite } from './board-host';
import type { BoardMemory } from './board-memory';
import type { BoardState } from './board-state';
import type { ModPreview } from './mod-preview';

/** A board in its place, as those see it who act on it. What they make lives as long as it is shown. */
export interface ShownBoard extends Component, HoverParent {
  readonly host: BoardHost;
  readonly site: BoardSite;
  readonly memory: BoardMemory;
  readonly state: BoardState;
  /** As it was built last; null before the first time. */
  readonly board: Board | null;
  /** ISO. */
  readonly today: string;
  readonly previews: ModPreview | null;
  /** Whether cards can be carried to another column as they are laid out. */
  readonly canCarry: boolean;
  /** Changes what is shown, and draws it. */
  change(change: Partial<BoardState>): void;
  /** Changes what is kept of it; nothing is drawn for that. */
  keep(change: Partial<BoardState>): void;
  drawSoon(): void;
  /** Builds it anew: the vault, the settings or the rows are others. */
  invalidate(): void;
}
