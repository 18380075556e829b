import { rowKey, type Row } from '../../core/board/build-rows';
import type { CardHeights } from './card-heights';
import type { ItemHeights, ItemKeys } from './column-window';

/** A row's head, in pixels, as the styles have it: what a collapsed row takes. */
export const ROW_HEAD = 32;

/** A row of a board as it is shown, and how high it was when it was drawn with so many cards. */
interface Known {
  readonly cards: number;
  readonly height: number;
}

/** How high rows are: as they were drawn, else guessed by their fullest cell. */
export class RowHeights implements ItemHeights {
  gap = 0;
  version = 0;
  private rows: readonly Row[] = [];
  private collapsed: readonly string[] = [];
  private areStacked = false;
  private readonly shown = new Map<number, Row>();
  private readonly known = new Map<number, Known>();
  private readonly numbers = new Map<string, number>();

  constructor(private readonly cards: CardHeights) {}

  /** A row is told by its key. */
  readonly keys: ItemKeys<Row> = {
    of: (row) => {
      const key = rowKey(row);
      const number = this.numbers.get(key) ?? this.numbers.size;
      this.numbers.set(key, number);
      return number;
    },
    follow: () => undefined,
  };

  /** What is shown now; in `areStacked` cells stand one below the other. */
  show(rows: readonly Row[], collapsed: readonly string[], areStacked: boolean): void {
    if (rows === this.rows && collapsed === this.collapsed && areStacked === this.areStacked) return;
    if (areStacked !== this.areStacked) this.known.clear();
    Object.assign(this, { rows, collapsed, areStacked });
    this.shown.clear();
    for (const row of rows) if (!collapsed.includes(rowKey(row))) this.shown.set(this.keys.of(row), row);
    this.version++;
  }

  of(key: number): number {
    const cards = this.fullness(key);
    const known = this.known.get(key);
    return known?.cards === cards && this.shown.has(key)
      ? known.height
      : ROW_HEAD + cards * (this.cards.average + this.cards.gap);
  }

  set(key: number, height: number): void {
    const cards = this.fullness(key);
    const before = this.known.get(key);
    if (!this.shown.has(key) || (before?.cards === cards && before.height === height)) return;
    this.known.set(key, { cards, height });
    this.version++;
  }

  /** How many cards stand one below the other in a row; 0 for a collapsed one. */
  private fullness(key: number): number {
    const counts = this.shown.get(key)?.cells.map(({ length }) => length) ?? [];
    return this.areStacked ? counts.reduce((sum, count) => sum + count, 0) : Math.max(0, ...counts);
  }
}
