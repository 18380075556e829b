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

const byPlace: CompareCards = ({ todo: a }, { todo: b }) =>
  a.path === b.path ? a.offset - b.offset : naturalOrder.compare(a.path, b.path) || (a.path < b.path ? -1 : 1);

/** What has no value comes last. */
function whereGiven<T>(of: (card: Ordered) => T | null, compare: (a: T, b: T) => number): CompareCards {
  return (one, other) => {
    const [a, b] = [of(one), of(other)];
    return a === null ? (b === null ? 0 : 1) : b === null ? -1 : compare(a, b);
  };
}

const byDue = whereGiven(
  ({ todo }) => todo.due,
  (a, b) => (a === b ? 0 : a < b ? -1 : 1),
);
const byOwner = whereGiven(
  ({ ownerName }) => ownerName,
  (a, b) => (a === b ? 0 : naturalOrder.compare(a, b)),
);

/** The order of cards within a column; what is equal in it goes by due date, then by path in natural order, then by line. */
export function cardOrder(sort: Sort, changedAt: ChangedAt): CompareCards {
  switch (sort) {
    case 'due':
      return (a, b) => byDue(a, b) || byPlace(a, b);
    case 'place':
      return byPlace;
    case 'owner':
      return (a, b) => byOwner(a, b) || byDue(a, b) || byPlace(a, b);
    case 'title':
      return (a, b) => naturalOrder.compare(a.title, b.title) || byDue(a, b) || byPlace(a, b);
    case 'changed': {
      // A vault is asked once for each note, not at each comparison.
      const times = new Map<string, number>();
      const timeOf = ({ todo: { path } }: Ordered): number => {
        const time = times.get(path) ?? changedAt(path);
        times.set(path, time);
        return time;
      };
      return (a, b) => timeOf(b) - timeOf(a) || byPlace(a, b);
    }
  }
}
