import { noteName } from '../note/link-text';
import { isClosed } from '../todo/found-todo';
import type { Group } from '../settings/view';
import type { Card } from './card';
import { natural } from './order-cards';

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

/** How many of the cards are open, and of those overdue. */
export function countCards(
  columns: readonly (readonly Card[])[],
  today: string,
): { readonly open: number; readonly overdue: number } {
  let [open, overdue] = [0, 0];
  for (const cards of columns)
    for (const { todo } of cards) {
      if (isClosed(todo)) continue;
      open++;
      if (todo.due !== null && todo.due < today) overdue++;
    }
  return { open, overdue };
}

const sameCards = (a: readonly Card[], b: readonly Card[]): boolean =>
  a.length === b.length && a.every((card, at) => card === b[at]);

/** A list that was there before, where nothing in it has changed: whoever draws it need not look into it. */
export const keptOr = (known: readonly Card[] | undefined, cards: readonly Card[]): readonly Card[] =>
  known && sameCards(known, cards) ? known : cards;

/** Two notes of one name are told apart by their paths. */
function nameRows(paths: readonly (string | null)[]): ReadonlyMap<string | null, string> {
  const often = new Map<string, number>();
  for (const path of paths) if (path !== null) often.set(noteName(path), (often.get(noteName(path)) ?? 0) + 1);
  const named = (path: string): string =>
    (often.get(noteName(path)) ?? 0) > 1 ? path.replace(/\.md$/, '') : noteName(path);
  return new Map(paths.map((path) => [path, path === null ? NO_OWNER : named(path)]));
}

/**
 * Parts columns into rows: owners by name, notes by path, both in natural order, and "No owner" last. `before` are the rows of the last time, whose cells are kept.
 * Behind them come rows of those `offered` that have no card, for cards to be dropped in.
 */
export function buildRows(
  group: Group,
  columns: readonly (readonly Card[])[],
  today: string,
  before: readonly Row[],
  offered: readonly string[] = [],
): readonly Row[] {
  const row = (path: string | null, name: string, cells: readonly (readonly Card[])[]): Row => ({
    path,
    name,
    ...countCards(cells, today),
    cells,
  });
  if (group === 'none') return [row(null, '', columns)];
  const byPath = new Map<string | null, Card[][]>();
  columns.forEach((cards, at) => {
    for (const card of cards) {
      const path = group === 'owners' ? card.todo.owner : card.todo.path;
      const cells = byPath.get(path) ?? columns.map(() => []);
      byPath.set(path, cells);
      cells[at]?.push(card);
    }
  });
  const more = offered.filter((path) => !byPath.has(path));
  const names = nameRows([...byPath.keys(), ...more]);
  const known = new Map(before.map(({ path, cells }) => [path, cells]));
  const order = (a: string | null, b: string | null): number => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return (
      (group === 'owners' ? natural.compare(noteName(a), noteName(b)) : 0) || natural.compare(a, b) || (a < b ? -1 : 1)
    );
  };
  const empty = more.map((path) => [path, columns.map(() => [])] as const);
  return [...[...byPath].sort(([a], [b]) => order(a, b)), ...empty].map(([path, cells]) =>
    row(
      path,
      names.get(path) ?? '',
      cells.map((cards, at) => keptOr(known.get(path)?.[at], cards)),
    ),
  );
}
