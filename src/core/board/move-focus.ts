/** A place in the board's grid: a column, and in it the header (-1) or a card (0-based). */
export interface GridPlace {
  readonly column: number;
  readonly row: number;
}

/** What the grid holds: how many cards each column can reach by key; a collapsed column has only its header. */
export type GridShape = readonly number[];

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** Brings a place back into a grid that may have shrunk: the same place, the last card above it, or the header. */
export function keepInGrid(shape: GridShape, { column, row }: GridPlace): GridPlace {
  const at = clamp(column, 0, Math.max(0, shape.length - 1));
  return { column: at, row: clamp(row, -1, (shape[at] ?? 0) - 1) };
}

/**
 * Where a key leads from a place: arrows by one, Home and End to the column's header and last card, with Mod to the grid's first header and last
 * card. Between columns the row is kept as far as the other column has it. Null for other keys.
 */
export function moveFocus(
  shape: GridShape,
  from: GridPlace,
  key: string,
  withMod: boolean,
  rightToLeft: boolean,
): GridPlace | null {
  const { column, row } = keepInGrid(shape, from);
  const last = shape.length - 1;
  const forwards = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const backwards = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  switch (key) {
    case 'ArrowDown':
      return keepInGrid(shape, { column, row: row + 1 });
    case 'ArrowUp':
      return keepInGrid(shape, { column, row: row - 1 });
    case forwards:
      return keepInGrid(shape, { column: column + 1, row });
    case backwards:
      return keepInGrid(shape, { column: column - 1, row });
    case 'Home':
      return { column: withMod ? 0 : column, row: -1 };
    case 'End':
      return keepInGrid(shape, { column: withMod ? last : column, row: Number.MAX_SAFE_INTEGER });
    case 'PageDown':
      return keepInGrid(shape, { column, row: row + 10 });
    case 'PageUp':
      return keepInGrid(shape, { column, row: row - 10 });
    default:
      return null;
  }
}
