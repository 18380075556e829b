import { useRef } from 'preact/hooks';
import type { Card } from '../../core/board/card';
import type { Density } from '../../core/settings/view';
import type { BoardActions } from './board-actions';
import type { BoardMemory } from './board-memory';
import type { ScrollPlace } from './board-state';
import { CardView } from './card-view';
import type { InteractionState } from './interaction-state';
import type { Viewport } from './column-window';
import { useColumnWindow } from './use-column-window';

/** What all cards of a board are drawn with. */
export interface CardSurroundings {
  readonly actions: BoardActions;
  readonly today: string;
  /** Whether rows say whose the cards are. */
  readonly isByOwner: boolean;
  readonly density: Density;
  readonly memory: BoardMemory;
  readonly work: InteractionState;
  /** Whether cards can be dragged in this layout. */
  readonly canDrag: boolean;
  /** Where the column, or the board, stood before a restart. */
  readonly start: ScrollPlace | null;
  readonly onFocusCard: (card: Card) => void;
}

export interface CardListProps {
  readonly cards: readonly Card[];
  readonly around: CardSurroundings;
  /** What a screen reader is told before each card's place: `SRE, Day 1, 2 todos; `. */
  readonly where: string;
  /** What it is called where it is a row of the grid itself. */
  readonly rowName?: string;
  /** Said where there is none. */
  readonly empty: string;
  /** The id of the card that is the grid's tab stop, when it is here. */
  readonly tabStop: string | null;
  /** Whether the board scrolls as a whole, and not this list for itself. */
  readonly scrollsAsOne: boolean;
  /** Null where somebody else keeps what is in sight in its place. */
  readonly onScroll: ((place: ScrollPlace | null) => void) | null;
  /** For a cell: what is visible of it as far as its row knows. */
  readonly firstSight?: () => Viewport;
}

/** The cards of a column or cell: those in sight, with room for the others. */
export function CardList(props: CardListProps) {
  const { cards, around, where, rowName, empty, tabStop, scrollsAsOne, onScroll, firstSight } = props;
  const { actions, memory, work } = around;
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
    scrollsAsOne,
    start: around.start,
    startAt: indexOf,
    onScroll,
  });
  // The focus stays with its card while that is scrolled away.
  const runs = window.runs(indexOf(tabStop));
  const gap = (at: number) => {
    const height = window.space({ from: runs[at - 1]?.to ?? 0, to: runs[at]?.from ?? cards.length });
    return (
      height > 0 && <div key={`gap ${at}`} class="ops-gap" aria-hidden="true" style={{ '--ops-gap': `${height}px` }} />
    );
  };
  // One of which no card is drawn yet is no row to a screen reader either.
  const isRow = rowName !== undefined && runs.length > 0;
  return (
    <div class="ops-cards" ref={list} role={isRow ? 'row' : undefined} aria-label={isRow ? rowName : undefined}>
      {runs.flatMap(({ from, to }, at) => [
        gap(at),
        ...cards.slice(from, to).map((card, index) => {
          const key = keys.of(card);
          return (
            <CardView
              key={key}
              card={card}
              actions={actions}
              memory={memory}
              where={where}
              place={from + index + 1}
              of={cards.length}
              isTabStop={tabStop === card.id}
              today={around.today}
              shownIn={card.note ? '' : actions.shownIn(card).join('\n')}
              onFocus={around.onFocusCard}
              density={around.density}
              isOpen={work.opened.has(key)}
              isLit={work.lit.has(key)}
              isSelected={work.selected.has(key)}
              isCarried={work.carried.has(key)}
              canDrag={around.canDrag && actions.controller.moves.canDrag(card)}
              isByOwner={around.isByOwner}
              canOwn={!card.todo.fromCopy && card.todo.kind !== 'block' && card.note === null}
              editing={work.editing?.card === key ? work.editing.text : null}
            />
          );
        }),
      ])}
      {gap(runs.length)}
      {cards.length === 0 && empty !== '' && <div class="ops-empty">{empty}</div>}
    </div>
  );
}
