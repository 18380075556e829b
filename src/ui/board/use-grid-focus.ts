import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Column } from '../../core/board/build-board';
import { rowKey, type Row } from '../../core/board/build-rows';
import type { Card } from '../../core/board/card';
import { keepInGrid, type GridPlace, type GridShape } from '../../core/board/move-focus';
import { isTextField } from './is-text-field';
import type { BoardState } from './board-state';

/** What is drawn of the board. */
export interface DrawnGrid {
  readonly columns: readonly Column[];
  /** With cells for these columns; one where cards are not grouped. */
  readonly rows: readonly Row[];
  readonly hasRows: boolean;
  readonly isStacked: boolean;
}

interface GridFocus {
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

export const cardAt = ({ rows }: Pick<DrawnGrid, 'rows'>, { row, column, card }: GridPlace): Card | null =>
  rows[row]?.cells[column]?.[card] ?? null;

/** The first card of a column that is the one, in whatever row. */
function findCard(rows: readonly Row[], column: number, isIt: (card: Card) => boolean): GridPlace | null {
  for (const [row, { cells }] of rows.entries()) {
    const card = cells[column]?.findIndex(isIt) ?? -1;
    if (card >= 0) return { row, column, card };
  }
  return null;
}

/**
 * Where the tab stop is: at the card that had the focus. A card's id counts its likes above it, so one inserted there takes its id: then the
 * card of the same words is followed. When the card has gone, the next one in its place, else the head.
 */
function findTabStop(grid: DrawnGrid, shape: GridShape, state: BoardState, before: Before): GridPlace {
  const { columns, rows, hasRows } = grid;
  const column = Math.max(
    0,
    columns.findIndex(({ name }) => name === state.column),
  );
  if (state.card === null) {
    const row = !hasRows ? 0 : rows.findIndex((one) => rowKey(one) === state.row);
    const hasGone = row < 0 && state.row !== null;
    return keepInGrid(shape, { row: hasGone ? before.place.row : row, column, card: -1 });
  }
  const follow = before.called === state.card ? before.card : null;
  let place = findCard(rows, column, ({ id }) => id === state.card);
  const here = place && cardAt(grid, place);
  if (follow && (!here || !sameTodo(here, follow)))
    place =
      findCard(rows, column, (one) => sameTodo(one, follow)) ?? findCard(rows, column, ({ id }) => id === follow.id);
  return keepInGrid(shape, place ?? { ...before.place, column });
}

/** Keeps the focus of the grid with its card over every drawing. */
export function useGridFocus(root: RefObject<HTMLElement | null>, grid: DrawnGrid, state: BoardState): GridFocus {
  const { columns, rows, hasRows, isStacked } = grid;
  const shape = useMemo(
    (): GridShape => ({
      hasRows,
      isStacked,
      cards: rows.map((row) =>
        row.cells.map((cards, at) =>
          state.collapsed.includes(columns[at]?.name ?? '') || (hasRows && state.collapsedRows.includes(rowKey(row)))
            ? 0
            : cards.length,
        ),
      ),
    }),
    [columns, rows, hasRows, isStacked, state.collapsed, state.collapsedRows],
  );
  const before = useRef<Before>({ called: null, card: null, place: { row: 0, column: 0, card: -1 } });
  const hasFocus = useRef(false);
  const lastFocused = useRef<HTMLElement | null>(null);
  const tabStop = findTabStop(grid, shape, state, before.current);

  useLayoutEffect(() => {
    before.current = { called: state.card, card: cardAt(grid, tabStop), place: tabStop };
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
