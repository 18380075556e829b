import { noteName, withoutMd } from '../note/link-text';
import { isClosed } from '../todo/found-todo';
import type { Group } from '../settings/view';
import type { Card } from './card';
import { LastAsked, memoByList } from './query/last-asked';
import { naturalOrder } from '../text/natural-order';

/** A row of the board. Without grouping there is one, with all cards. */
export interface Row {
  /** The path of the owner's or the row's note; null for no owner, and for the one row of a board without grouping. */
  readonly path: string | null;
  /** '' for the one row of a board without grouping. */
  readonly name: string;
  /** Open cards in it, and those of them that are overdue. */
  readonly open: number;
  readonly overdue: number;
  /** For each column the cards, in the column's order. */
  readonly cells: readonly (readonly Card[])[];
}

export const NO_OWNER = 'No owner';

/** What a row is called in a state that is stored: its path, '' for no owner. */
export const rowKey = ({ path }: Pick<Row, 'path'>): string => path ?? '';

interface Counts {
  readonly open: number;
  readonly overdue: number;
}

/** By day. */
const known = new LastAsked<Card, Counts>();

/** How many of the cards are open, and of those overdue. */
export function countCards(lists: readonly (readonly Card[])[], today: string): Counts {
  const countsOf = known.ask(today, (cards) => {
    const open = cards.filter(({ todo }) => !isClosed(todo));
    return { open: open.length, overdue: open.filter(({ todo: { due } }) => due !== null && due < today).length };
  });
  let [open, overdue] = [0, 0];
  for (const counts of lists.map(countsOf)) {
    open += counts.open;
    overdue += counts.overdue;
  }
  return { open, overdue };
}

/** A list that was there before, where nothing in it has changed: whoever draws it need not look into it. */
function keptOr<Item>(known: readonly Item[] | undefined, list: readonly Item[]): readonly Item[] {
  return known && (known === list || (known.length === list.length && known.every((one, at) => one === list[at])))
    ? known
    : list;
}

type Path = string | null;

/** Two notes of one name are told apart by their paths. */
function nameRows(paths: readonly Path[]): ReadonlyMap<Path, string> {
  const often = new Map<string, number>();
  for (const path of paths) if (path !== null) often.set(noteName(path), (often.get(noteName(path)) ?? 0) + 1);
  const named = (path: string): string => ((often.get(noteName(path)) ?? 0) > 1 ? withoutMd(path) : noteName(path));
  return new Map(paths.map((path) => [path, path === null ? NO_OWNER : named(path)]));
}

/** Owners by name, notes by path, both in natural order, and "No owner" last. */
function rowOrder(group: Group): (a: Path, b: Path) => number {
  return (a, b) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return (
      (group === 'owners' ? naturalOrder.compare(noteName(a), noteName(b)) : 0) ||
      naturalOrder.compare(a, b) ||
      (a < b ? -1 : 1)
    );
  };
}

const NO_CARDS: readonly Card[] = [];
const ROW_KEYS = ['name', 'open', 'overdue', 'cells'] as const;

/** Parts columns into rows; behind them come rows of those offered that have no card, for cards to be dropped in. Rows and cells in which nothing has changed stay the same objects. */
export class RowBuilder {
  private before: readonly Row[] = [];
  /** Where each row stands among all that there have been. */
  private places = new Map<Path, number>();

  constructor(private readonly group: Group) {}

  private readonly partsOf = memoByList((cards: readonly Card[]): ReadonlyMap<Path, readonly Card[]> => {
    const parts = new Map<Path, Card[]>();
    for (const card of cards) {
      const path = this.group === 'owners' ? card.todo.owner : card.todo.path;
      const part = parts.get(path);
      if (part) part.push(card);
      else parts.set(path, [card]);
    }
    return parts;
  });

  build(columns: readonly (readonly Card[])[], today: string, offered: readonly string[] = []): readonly Row[] {
    if (this.group === 'none') return [{ path: null, name: '', ...countCards(columns, today), cells: columns }];
    const parts = columns.map(this.partsOf);
    const used = new Set(parts.flatMap((part) => [...part.keys()]));
    const paths = [...this.inOrder(used), ...offered.filter((path) => !used.has(path))];
    const names = nameRows(paths);
    const rowsBefore = new Map(this.before.map((row) => [row.path, row]));
    const rows = paths.map((path): Row => {
      const before = rowsBefore.get(path);
      const cells = parts.map((part, at) => keptOr(before?.cells[at], part.get(path) ?? NO_CARDS));
      const name = names.get(path) ?? '';
      const row: Row = { path, name, ...countCards(cells, today), cells: keptOr(before?.cells, cells) };
      return before && ROW_KEYS.every((key) => row[key] === before[key]) ? before : row;
    });
    this.before = keptOr(this.before, rows);
    return this.before;
  }

  private inOrder(paths: ReadonlySet<Path>): readonly Path[] {
    if ([...paths].some((path) => !this.places.has(path))) {
      const all = new Set([...this.places.keys(), ...paths]);
      this.places = new Map([...all].sort(rowOrder(this.group)).map((path, at) => [path, at]));
    }
    const placeOf = (path: Path): number => this.places.get(path) ?? 0;
    return [...paths].sort((a, b) => placeOf(a) - placeOf(b));
  }
}
