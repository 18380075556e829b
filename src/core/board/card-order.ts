import type { Sort } from '../settings/view';
import type { Todo } from '../index/todo';
import type { Card } from './card';
import { naturalOrder } from '../text/natural-order';

/** When a note was changed last, in milliseconds. */
export type ChangedAt = (path: string) => number;

/** What of a card says where it stands among others. */
export interface Ordered extends Pick<Card, 'title' | 'ownerName'> {
  readonly todo: Pick<Todo, 'path' | 'offset' | 'due'>;
}

export type CompareCards = (a: Ordered, b: Ordered) => number;

/** What of a card is compared, which is nothing for some. */
type Value = string | number | null;

interface Trait {
  readonly of: (card: Ordered) => Value;
  /** Of two values that differ; 0 for what counts as one. */
  readonly compare: (a: never, b: never) => number;
}

const byCode = (a: string, b: string): number => (a < b ? -1 : 1);
const byNumber = (a: number, b: number): number => a - b;

const PLACE: readonly Trait[] = [
  { of: ({ todo }) => todo.path, compare: (a: string, b: string) => naturalOrder.compare(a, b) || byCode(a, b) },
  { of: ({ todo }) => todo.offset, compare: byNumber },
];
const DUE: readonly Trait[] = [{ of: ({ todo }) => todo.due, compare: byCode }, ...PLACE];

/** What decides, one trait after the other: what is equal in the first goes by due date, then by path in natural order, then by line. */
function traitsOf(sort: Sort, changedAt: ChangedAt): readonly Trait[] {
  switch (sort) {
    case 'due':
      return DUE;
    case 'place':
      return PLACE;
    case 'owner':
      return [{ of: ({ ownerName }) => ownerName, compare: naturalOrder.compare }, ...DUE];
    case 'title':
      return [{ of: ({ title }) => title, compare: naturalOrder.compare }, ...DUE];
    case 'changed': {
      // A vault is asked once for each note, not at each comparison.
      const times = new Map<string, number>();
      const timeOf = ({ todo: { path } }: Ordered): number => {
        const time = times.get(path) ?? changedAt(path);
        times.set(path, time);
        return time;
      };
      return [{ of: (card) => -timeOf(card), compare: byNumber }, ...PLACE];
    }
  }
}

/** What has no value comes last. */
const compareValues = (a: Value, b: Value, compare: Trait['compare']): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : compare(a as never, b as never);

/** The order of cards within a column. */
export function cardOrder(sort: Sort, changedAt: ChangedAt): CompareCards {
  const traits = traitsOf(sort, changedAt);
  return (a, b) => {
    for (const { of, compare } of traits) {
      const order = compareValues(of(a), of(b), compare);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Many cards in that order. Each text is compared with others that differ, once for all cards that have it; cards are by the ranks of theirs. */
export function sortCards<C extends Ordered>(cards: readonly C[], sort: Sort, changedAt: ChangedAt): C[] {
  const ranks = traitsOf(sort, changedAt).map(({ of, compare }) => {
    const values = cards.map(of);
    if (compare === byNumber) return Float64Array.from(values, Number);
    const inOrder = [...new Set(values)].sort((a, b) => compareValues(a, b, compare));
    const rankOf = new Map<Value, number>();
    let rank = 0;
    for (const [at, value] of inOrder.entries()) {
      if (at > 0 && compareValues(inOrder[at - 1] ?? null, value, compare) !== 0) rank++;
      rankOf.set(value, rank);
    }
    return Float64Array.from(values, (value) => rankOf.get(value) ?? 0);
  });
  const order = [...cards.keys()].sort((a, b) => {
    for (const own of ranks) if (own[a] !== own[b]) return (own[a] ?? 0) - (own[b] ?? 0);
    return 0;
  });
  return order.flatMap((at) => cards[at] ?? []);
}
