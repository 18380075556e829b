import type { Card } from '../../core/board/card';
import type { Column } from '../../core/board/build-board';
import type { ScrollPlace } from './board-state';

/** What a person can want of the board. Components hand these back; the view carries them out. */
export interface BoardActions {
  open(card: Card, event: MouseEvent | KeyboardEvent): void;
  openPage(column: Column, event: MouseEvent | KeyboardEvent): void;
  /** A note named on a card: where else the todo is shown. */
  openNote(path: string, event: MouseEvent | KeyboardEvent): void;
  showMenu(card: Card, event: MouseEvent | KeyboardEvent): void;
  previewCard(card: Card, event: MouseEvent, target: HTMLElement): void;
  previewPage(column: Column, event: MouseEvent, target: HTMLElement): void;
  /** Renders a card's Markdown into an element, and says when it is there; the result takes it away again. */
  renderExcerpt(card: Card, markdown: string, into: HTMLElement, done: () => void): () => void;
  shownIn(card: Card): readonly string[];
  /** Where a column is scrolled to, for the next start; nothing is drawn for it. */
  rememberScroll(column: string, place: ScrollPlace | null): void;
  showKeys(): void;
  openSettings(): void;
  dismiss(hint: string): void;
}
