/** A place in the board's grid: a row, a column, and there a card (0-based) or the head (-1). */
export interface GridPlace {
  /** -1 for the heads of columns above the rows; 0 on a board without rows. */
  readonly row: number;
  readonly column: number;
  readonly card: number;
}

/** What the grid holds. */
export interface GridShape {
  /** By row and column: how many cards can be reached by key; none in what is collapsed. */
  readonly cards: readonly (readonly number[])[];
  /** Whether cards are grouped: rows with heads of their own, below the columns' heads. */
  readonly hasRows: boolean;
  /** Whether columns, their heads above rows, and a row's cells stand one below the other: down then leads from one into the next. */
  readonly isStacked: boolean;
}

const clamp = (value: number, least: number, most: number): number => Math.max(Math.min(value, most), least);

const topRow = ({ hasRows }: GridShape): number => (hasRows ? -1 : 0);

const countIn = ({ cards }: GridShape, row: number, column: number): number => cards[row]?.[column] ?? 0;

/** Brings a place back into a grid that may have shrunk: the same place, the last card above it, or the head. */
export function keepInGrid(shape: GridShape, place: GridPlace): GridPlace {
  const row = clamp(place.row, topRow(shape), shape.cards.length - 1);
  const column = clamp(place.column, 0, (shape.cards[0]?.length ?? 1) - 1);
  return { row, column, card: clamp(place.card, -1, countIn(shape, row, column) - 1) };
}

/** The columns of a row with cards. */
const filledIn = ({ cards }: GridShape, row: number): number[] =>
  (cards[row] ?? []).flatMap((count, at) => (count > 0 ? [at] : []));

/** The column of a row with cards that is nearest to one; that column itself where none has any. */
const nearest = (shape: GridShape, row: number, column: number): number =>
  filledIn(shape, row).sort((a, b) => Math.abs(a - column) - Math.abs(b - column))[0] ?? column;

function below(shape: GridShape, { row, column, card }: GridPlace): GridPlace {
  const { cards, hasRows, isStacked } = shape;
  const lastColumn = (cards[0]?.length ?? 1) - 1;
  if (row < 0 && isStacked && column < lastColumn) return { row, column: column + 1, card };
  const to =
    card < 0 && hasRows ? ((isStacked ? filledIn(shape, row)[0] : undefined) ?? nearest(shape, row, column)) : column;
  if (card + 1 < countIn(shape, row, to)) return { row, column: to, card: card + 1 };
  const next = hasRows ? filledIn(shape, row).find((at) => at > column) : column + 1;
  if (isStacked && next !== undefined && next < (cards[row]?.length ?? 0))
    return { row, column: next, card: hasRows ? 0 : -1 };
  return row + 1 < cards.length ? { row: row + 1, column, card: -1 } : { row, column, card };
}

function above(shape: GridShape, { row, column, card }: GridPlace): GridPlace {
  const { cards, hasRows, isStacked } = shape;
  const last = (inRow: number, at: number): GridPlace => ({
    row: inRow,
    column: at,
    card: countIn(shape, inRow, at) - 1,
  });
  const before = hasRows ? filledIn(shape, row).findLast((at) => at < column) : column - 1;
  if (isStacked && card === (hasRows ? 0 : -1) && before !== undefined && before >= 0) return last(row, before);
  if (card >= 0) return { row, column, card: card - 1 };
  if (row < 0 && isStacked) return { row, column: Math.max(0, column - 1), card };
  if (row <= topRow(shape)) return { row, column, card };
  if (row === 0 && isStacked && hasRows) return { row: -1, column: (cards[0]?.length ?? 1) - 1, card };
  return last(row - 1, (isStacked ? filledIn(shape, row - 1).at(-1) : undefined) ?? nearest(shape, row - 1, column));
}

function beside(shape: GridShape, { row, column, card }: GridPlace, by: 1 | -1): GridPlace {
  if (!shape.hasRows || row < 0) return keepInGrid(shape, { row, column: column + by, card });
  // A row's head stands before its cards; cells without any are passed over.
  const counts = shape.cards[row] ?? [];
  for (let at = card < 0 ? (by > 0 ? 0 : -1) : column + by; at >= 0 && at < counts.length; at += by)
    if (countIn(shape, row, at) > 0) return keepInGrid(shape, { row, column: at, card: Math.max(card, 0) });
  return { row, column, card };
}

/**
 * Where a key leads from a place: arrows by one, page keys by ten, Home and End to the column's head and last card, with rows to the row's head and the cell's
 * last card; with Mod to the grid's first head and last card. Between columns the place is kept as far as the other has cards. Null for other keys.
 */
export function moveFocus(
  shape: GridShape,
  place: GridPlace,
  key: string,
  withMod: boolean,
  rightToLeft: boolean,
): GridPlace | null {
  const from = keepInGrid(shape, place);
  const often = (step: typeof below): GridPlace =>
    Array.from({ length: 10 }).reduce<GridPlace>((at) => step(shape, at), from);
  switch (key) {
    case 'ArrowDown':
      return below(shape, from);
    case 'ArrowUp':
      return above(shape, from);
    case 'ArrowRight':
      return beside(shape, from, rightToLeft ? -1 : 1);
    case 'ArrowLeft':
      return beside(shape, from, rightToLeft ? 1 : -1);
    case 'Home':
      return keepInGrid(shape, withMod ? { row: -1, column: 0, card: -1 } : { ...from, card: -1 });
    case 'End': {
      const row = withMod ? shape.cards.length - 1 : from.row;
      const column = withMod ? (shape.cards[row]?.length ?? 1) - 1 : from.column;
      return keepInGrid(shape, {
        row,
        column: !shape.hasRows ? column : nearest(shape, row, column),
        card: Infinity,
      });
    }
    case 'PageDown':
      return often(below);
    case 'PageUp':
      return often(above);
    default:
      return null;
  }
}
