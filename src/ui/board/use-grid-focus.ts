import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Column } from '../../core/board/build-board';
import type { Card } from '../../core/board/card';
import { keepInGrid, type GridPlace, type GridShape } from '../../core/board/move-focus';
import { isTextField } from './is-text-field';
import type { BoardState } from './board-state';

export interface GridFocus {
  /** How many cards each column can reach by key. */
  readonly shape: GridShape;
  /** Where the grid's one tab stop is. */
  readonly tabStop: GridPlace;
  /** The next drawing moves the focus to the tab stop. */
  readonly take: () => void;
  /** For the grid. */
  readonly onFocusIn: () => void;
  readonly onFocusOut: (event: FocusEvent) => void;
  /** For all of the board: what has the focus there. */
  readonly onBoardFocusIn: (event: FocusEvent) => void;
}

const sameTodo = (a: Card, b: Card): boolean =>
  a.todo.path === b.todo.path && a.todo.kind === b.todo.kind && a.todo.title === b.todo.title;

/** What was the tab stop in the drawing before. */
interface Before {
  /** The id by which the state called the card; it may belong to another one by now. */
  readonly called: string | null;
  readonly card: Card | null;
  readonly place: GridPlace;
}

/**
 * Where the tab stop is: at the card that had the focus. A card's id counts its likes above it, so one inserted there takes its id: then the
 * card of the same words is followed. When the card has gone, the next one in its place, else the header.
 */
function findTabStop(
  columns: readonly Column[],
  shape: GridShape,
  { column, card }: BoardState,
  before: Before,
): GridPlace {
  const at = Math.max(
    0,
    columns.findIndex(({ name }) => name === column),
  );
  if (card === null || shape[at] === 0) return { column: at, row: -1 };
  const cards = columns[at]?.cards ?? [];
  const rowOf = (id: string): number => cards.findIndex((one) => one.id === id);
  const follow = before.called === card ? before.card : null;
  let row = rowOf(card);
  if (follow) {
    const here = cards[row];
    if (!here || !sameTodo(here, follow)) {
      const moved = cards.findIndex((one) => sameTodo(one, follow));
      row = moved >= 0 ? moved : rowOf(follow.id);
    }
  }
  return row >= 0 ? { column: at, row } : keepInGrid(shape, { column: at, row: before.place.row });
}

/** Keeps the focus of the grid with its card over every drawing. `columns` are those that are drawn. */
export function useGridFocus(
  root: RefObject<HTMLElement | null>,
  columns: readonly Column[],
  state: BoardState,
): GridFocus {
  const shape = useMemo(
    () => columns.map(({ name, cards }) => (state.collapsed.includes(name) ? 0 : cards.length)),
    [columns, state.collapsed],
  );
  const before = useRef<Before>({ called: null, card: null, place: { column: 0, row: -1 } });
  const hasFocus = useRef(false);
  const lastFocused = useRef<HTMLElement | null>(null);
  const tabStop = findTabStop(columns, shape, state, before.current);

  useLayoutEffect(() => {
    before.current = { called: state.card, card: columns[tabStop.column]?.cards[tabStop.row] ?? null, place: tabStop };
    const element = root.current?.querySelector<HTMLElement>('.ops-grid [tabindex="0"]');
    if (!element) return;
    // Whoever writes on a card, or adds one, goes on writing.
    const active = element.doc.activeElement;
    if (isTextField(active) && element.closest('.ops-grid')?.contains(active) === true) return;
    // A card or a button that is taken away leaves the focus nowhere.
    const isLost = lastFocused.current?.isConnected === false && element.doc.activeElement === element.doc.body;
    if ((!hasFocus.current && !isLost) || element === element.doc.activeElement) return;
    element.focus();
    // What is seen in part is, to the browser, in sight.
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  return {
    shape,
    tabStop,
    take: () => {
      hasFocus.current = true;
    },
    onFocusIn: () => {
      hasFocus.current = true;
    },
    onFocusOut: ({ currentTarget, relatedTarget }) => {
      hasFocus.current = relatedTarget !== null && (currentTarget as Node).contains(relatedTarget as Node);
    },
    onBoardFocusIn: ({ target }) => {
      lastFocused.current = target as HTMLElement;
    },
  };
}
