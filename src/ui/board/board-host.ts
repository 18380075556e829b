import type { PaneType, TFile } from 'obsidian';
import type { Card } from '../../core/board/card';
import type { Board, BoardBuilder } from '../../core/board/build-board';
import type { IndexBoard, OperationsIndex, VaultView } from '../../core/index/operations-index';
import type { Missing } from '../../core/progress/readiness';
import type { View } from '../../core/settings/view';
import type { ActionContext } from '../actions/action-context';
import type { BlockLook } from './block-bar';

export const BOARD_VIEW_TYPE = 'operations-lifecycle-board';

/** A board that is there: a pane's, a base's, or one in a note, which reads its block anew. */
export interface OpenBoard extends IndexBoard {
  unload(): void;
}

/** What a board asks of the plugin. */
export interface BoardHost {
  /** Every board that is there, drawn or not. */
  readonly boards: Set<OpenBoard>;
  readonly index: OperationsIndex;
  readonly vault: VaultView;
  /** One for all boards: they show the same cards. */
  readonly builder: BoardBuilder;
  /** What to wait for before it builds a board of many cards; null for nothing. */
  cardsAhead(): Promise<void> | null;
  readonly context: ActionContext;
  /** Opens the form for a responsibility with a note of its own. */
  newResponsibility(column: string, title: string): void;
  /** Progress of the first index; null when it is complete. */
  readonly reading: { readonly done: number; readonly total: number } | null;
  /** Lines about the index for the pane's menu: how many notes, how long, which could not be read. */
  readonly report: {
    readonly summary: string;
    readonly problems: readonly { readonly path: string; readonly reason: string }[];
    /** What could not be registered. */
    readonly missing: readonly string[];
  };
  openSettings(): void;
  /** The form that makes a vault's first pages. */
  createPages(): void;
  /** Opens the form for the page of a phase that has none. */
  createPage(phase: string): void;
  /** The form that makes notes of bullets or sections. */
  turnIntoNote(path: string, lines: readonly number[]): void;
  /** How many errors the handbook check has found in a note, as far as it has come; asking lets it go on. */
  errorsIn(path: string): number;
  openCheck(): void;
  /** "Progress over time", today included. */
  showProgress(): void;
  /** Shows a view in a pane. */
  openPane(view: View): void;
  /** When a note was changed last. */
  changedAt(path: string): number;
  /** What a phase lacks, when the handbook check has looked at all of the vault. */
  missing(phase: string): Promise<readonly Missing[]>;
  /** Fixes an error that a phase's page has; whether it was written. */
  fixMissing(one: Missing): Promise<boolean>;
}

/** What a board shows in the place of the vault's todos: the notes of a base. */
export interface BaseSource {
  build(withElsewhere: boolean): Board;
  /** Puts what the base shows of a note into an element. */
  renderProperties(card: Card, into: HTMLElement): void;
}

/** Where a board is drawn, and what its place decides. */
export interface BoardSite {
  readonly root: HTMLElement;
  /** How it stands in a note. */
  readonly block?: BlockLook;
  readonly base?: BaseSource;
  /** Whether somebody can see it: what cannot be seen is not drawn. */
  isShown(): boolean;
  /** The board's state is another, where somebody keeps it. */
  stateChanged?(): void;
  /** Opens a note at a 0-based line. */
  open(file: TFile, line: number, pane: PaneType | boolean): Promise<void>;
}
