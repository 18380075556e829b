import type { Card } from '../../core/board/card';
import type { Column } from '../../core/board/build-board';
import type { CopyCounts } from '../../core/index/count-copies';
import type { PhaseOffer } from '../../core/draft/adopt-phase';
import type { Todo } from '../../core/index/todo';
import type { ScrollPlace } from './board-state';
import type { ExcerptRequest } from './render-excerpt';
import type { ResponsibilityState } from '../../core/progress/responsibilities';
import type { BoardController } from './board-controller';
import type { ViewActions } from './view-actions';

/** A card's Markdown, and where it goes. */
export interface CardRendering extends Pick<ExcerptRequest, 'markdown' | 'into' | 'done' | 'tick'> {
  readonly card: Card;
}

/** What a person can want of the board. Components hand these back; `SurfaceActions` carries them out. */
export interface BoardActions {
  /** What is done with the cards themselves. */
  readonly controller: BoardController;
  /** What is done with the view. */
  readonly views: ViewActions;
  /** Opens a todo's note at its place: a section's heading, not the tag below it. */
  open(todo: Todo, event: MouseEvent | KeyboardEvent): void;
  openPage(column: Column, event: MouseEvent | KeyboardEvent): void;
  /** A note named on a card: where else the todo is shown. */
  openNote(path: string, event: MouseEvent | KeyboardEvent): void;
  showMenu(card: Card, event: MouseEvent | KeyboardEvent): void;
  previewCard(card: Card, event: MouseEvent, target: HTMLElement): void;
  previewNote(path: string, event: MouseEvent, target: HTMLElement): void;
  /** Puts what a base shows of a card's note into an element. */
  renderProperties(card: Card, into: HTMLElement): void;
  /** Renders a card's Markdown into an element, and says when it is there; the result takes it away again. */
  renderExcerpt(request: CardRendering): () => void;
  shownIn(card: Card): readonly string[];
  /** Where a column (or the board, '') is scrolled to, for the next start; nothing is drawn for it. */
  rememberScroll(column: string, place: ScrollPlace | null): void;
  /** Opens the form for a responsibility with a note of its own. */
  addNote(column: Column, text: string): void;
  /** The menu of a column's head. */
  showHeadMenu(column: Column, event: MouseEvent | KeyboardEvent): void;
  markUnfinished(responsibility: ResponsibilityState): void;
  openResponsibility(responsibility: ResponsibilityState, event: MouseEvent | KeyboardEvent): void;
  showKeys(): void;
  openSettings(): void;
  createPages(): void;
  openCheck(): void;
  dismiss(hint: string): void;
  /** Notes that look like the page of a phase that does not exist. */
  phaseOffers(): readonly PhaseOffer[];
  adoptPhase(offer: PhaseOffer): void;
  copyCounts(): CopyCounts;
  /** Turns published copies back: of one note or of all; with `create` missing pages are made of them. */
  restore(path: string | null, create: boolean): void;
}
