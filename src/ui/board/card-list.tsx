import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Card } from '../../core/board/card';
import type { BoardActions } from './board-actions';
import type { BoardMemory } from './board-memory';
import type { BoardState } from './board-state';
import type { CardViewProps } from './card-view';
import type { Viewport } from './column-window';
import type { InteractionState } from './interaction-state';
import { useColumnWindow } from './use-column-window';
import { withGaps } from './with-gaps';

/** Draws a card, which stands in its list as this says. */
export type DrawCard = (card: Card, inList: Pick<CardViewProps, 'where' | 'place' | 'of' | 'isTabStop'>) => VNode;

/** What of the board everything needs in which cards stand. */
export interface InBoard {
  readonly draw: DrawCard;
  readonly memory: BoardMemory;
  readonly actions: BoardActions;
  readonly work: InteractionState;
  readonly state: BoardState;
  readonly isFiltered: boolean;
}

interface CardListProps extends Pick<InBoard, 'draw' | 'memory' | 'actions' | 'state'> {
  readonly cards: readonly Card[];
  /** What a screen reader is told before each card's place: `SRE, Day 1, 2 todos; `. */
  readonly where: string;
  /** What it is called where it is a row of the grid itself. */
  readonly rowName?: string;
  /** Said where there is none. */
  readonly empty: string;
  /** The id of the card that is the grid's tab stop, when it is here. */
  readonly tabStop: string | null;
  /** What it scrolls with, as its place is kept: its column by name, or the board, ''; null where its row keeps what is in sight in its place. */
  readonly scroller: string | null;
  /** For a cell: what is visible of it as far as its row knows. */
  readonly firstSight?: () => Viewport;
}

/** The cards of a column or cell: those in sight, with room for the others. */
export function CardList(props: CardListProps) {
  const { cards, draw, memory, actions, state, where, rowName, empty, tabStop, scroller, firstSight } = props;
  const { keys, heights, frame } = memory;
  const list = useRef<HTMLDivElement>(null);
  const indexOf = (card: string | null): number => (card === null ? -1 : cards.findIndex(({ id }) => id === card));
  const window = useColumnWindow({
    list,
    items: cards,
    keys,
    heights,
    frame,
    drawn: '.ops-card',
    ...(firstSight && { firstSight }),
    scrollsAsOne: !scroller,
    start: state.scroll[scroller ?? ''] ?? null,
    startAt: indexOf,
    onScroll: scroller === null ? null : (place) => actions.rememberScroll(scroller, place),
  });
  // The focus stays with its card while that is scrolled away.
  const kept = indexOf(tabStop);
  // One of which no card is drawn yet is no row to a screen reader either.
  const isRow = rowName !== undefined && window.runs(kept).length > 0;
  return (
    <div class="ops-cards" ref={list} role={isRow ? 'row' : undefined} aria-label={isRow ? rowName : undefined}>
      {withGaps(window, cards, kept, (card, at) =>
        draw(card, { where, place: at + 1, of: cards.length, isTabStop: tabStop === card.id }),
      )}
      {cards.length === 0 && empty !== '' && <div class="ops-empty">{empty}</div>}
    </div>
  );
}
