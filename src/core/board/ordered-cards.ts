import { groupBy } from '../note/group-by';
import type { OperationsIndex } from '../index/operations-index';
import type { Todo } from '../index/todo';
import { columnOf } from '../phase/columns';
import type { Sort } from '../settings/view';
import { isClosed } from '../todo/found-todo';
import type { makeCard, Card } from './card';
import { Distinctions } from './disambiguate';
import { cardOrder, sortCards, type ChangedAt } from './card-order';

/** The cards of a note, as long as its todos are the same list. */
interface CardsOfNote {
  readonly todos: readonly Todo[];
  /** How many of those have been looked at. */
  read: number;
  cards: Card[];
}

/** A column's cards in order: as they were made, and with what tells them apart. */
interface ColumnInOrder {
  readonly plain: readonly Card[];
  readonly shown: readonly Card[];
}

/** The cards of open todos by column, in every order that somebody has asked for. A change costs the columns that it touches; all else stays the same objects. */
export class OrderedCards {
  private readonly notes = new Map<string, CardsOfNote>();
  private readonly tellApart = new Distinctions();
  private readonly orders = new Map<
    Sort,
    { readonly changedAt: ChangedAt; readonly columns: Map<string, ColumnInOrder> }
  >();
  private seen: { readonly index: OperationsIndex; readonly version: number } | null = null;

  constructor(private readonly make: typeof makeCard) {}

  /** Drops the cards of todos that are gone, and makes up to so many new ones. @returns whether all are made. */
  follow(index: OperationsIndex, most = Infinity): boolean {
    if (this.seen?.index === index && this.seen.version === index.version) return true;
    const gone: Card[] = [];
    for (const [path, { todos, cards }] of this.notes) {
      if (index.todosOf(path) === todos) continue;
      this.notes.delete(path);
      for (const card of cards) gone.push(card);
    }
    const come: Card[] = [];
    for (const [path, todos] of index.judgedNotes()) {
      const note = this.notes.get(path) ?? { todos, read: 0, cards: [] };
      this.notes.set(path, note);
      for (; note.read < todos.length && come.length < most; note.read++) {
        const todo = todos[note.read];
        if (!todo || isClosed(todo)) continue;
        const card = this.make(todo, index.settings);
        note.cards.push(card);
        come.push(card);
      }
      // All of them, without the room that a list has which has grown.
      if (come.at(-1) === note.cards.at(-1)) note.cards = note.cards.slice();
      if (come.length >= most) break;
    }
    const isAll = come.length < most;
    this.tellApart.change(gone, come);
    // More is to come: what is asked for then is sorted once.
    if (isAll) this.reorder(gone, come);
    else this.orders.clear();
    this.seen = isAll ? { index, version: index.version } : null;
    return isAll;
  }

  /** The cards as they are made, note by note. */
  *byNote(): Iterable<Card> {
    for (const { cards } of this.notes.values()) yield* cards;
  }

  /** A column's cards in order: they are kept in that order from now on. */
  in(column: string, sort: Sort, changedAt: ChangedAt): readonly Card[] {
    const columns = this.orders.get(sort)?.columns ?? new Map<string, ColumnInOrder>();
    if (!this.orders.has(sort)) {
      for (const [name, own] of byColumn(this.byNote())) columns.set(name, this.told(sortCards(own, sort, changedAt)));
      this.orders.set(sort, { changedAt, columns });
    }
    return columns.get(column)?.shown ?? NONE;
  }

  private told(plain: readonly Card[]): ColumnInOrder {
    return { plain, shown: plain.map((card) => this.tellApart.of(card)) };
  }

  private reorder(gone: readonly Card[], come: readonly Card[]): void {
    const [isGone, comeTo] = [new Set(gone), byColumn(come)];
    // Only cards of one column look alike.
    const touched = new Set([...byColumn(gone).keys(), ...comeTo.keys()]);
    for (const [sort, { columns, changedAt }] of this.orders) {
      for (const name of touched) {
        const stays = (columns.get(name)?.plain ?? NONE).filter((card) => !isGone.has(card));
        columns.set(name, this.told(merge(stays, comeTo.get(name) ?? NONE, sort, changedAt)));
      }
    }
  }
}

const NONE: readonly Card[] = [];

/** Cards by their columns' names, in their order. */
export const byColumn = (cards: Iterable<Card>): Map<string, Card[]> => groupBy(cards, ({ todo }) => columnOf(todo));

/** What comes put into what is in order already: by looking for the places of few cards, else by sorting anew. */
function merge(order: readonly Card[], come: readonly Card[], sort: Sort, changedAt: ChangedAt): readonly Card[] {
  if (come.length * 8 > order.length) return sortCards([...order, ...come], sort, changedAt);
  const compare = cardOrder(sort, changedAt);
  const merged = [...order];
  for (const card of come) {
    let [low, high] = [0, merged.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = merged[middle];
      if (other && compare(other, card) <= 0) low = middle + 1;
      else high = middle;
    }
    merged.splice(low, 0, card);
  }
  return merged;
}
