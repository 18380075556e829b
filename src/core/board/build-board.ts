import type { OperationsIndex, VaultView } from '../index/operations-index';
import { summarizePhases, type PhaseSummary } from '../index/summarize-phases';
import { columnOf, CROSS_PHASE, ELSEWHERE, type Todo } from '../index/todo';
import { isClosed } from '../todo/todo';
import { makeCard, type Card } from './card';
import { buildFilter } from './filter-cards';
import { Distinctions } from './tell-apart';

export interface Column {
  readonly name: string;
  /** The phase's purpose, or what the column is for. */
  readonly purpose: string;
  /** A colour name of the theme's palette, or null. */
  readonly colour: string | null;
  /** The path of the page behind the name, or null. */
  readonly page: string | null;
  /** Open todos of the column, the filter aside. */
  readonly open: number;
  /** Those that the filter lets through, in order. */
  readonly cards: readonly Card[];
  /** What a phase's page says of its responsibilities; null for what is no phase. */
  readonly summary: PhaseSummary | null;
  /** Errors that the handbook check has found in its page. */
  readonly errors: number;
}

export interface Board {
  readonly columns: readonly Column[];
  /** Open todos in the columns, the filter aside, and those that it lets through. */
  readonly open: number;
  readonly shown: number;
  readonly overdue: number;
  /** Open todos outside the columns, and the notes that hold them. */
  readonly elsewhere: { readonly todos: number; readonly notes: number };
}

export interface BoardRequest {
  readonly index: OperationsIndex;
  readonly vault: VaultView;
  readonly filter: string;
  readonly showElsewhere: boolean;
  /** Today, ISO. */
  readonly today: string;
  /** How many errors the handbook check has found in a note; absent: it was not asked. */
  readonly errorsIn?: ((path: string) => number) | undefined;
}

/** Day 2 before Day 10; case and accents do not part what belongs together. */
const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Dated ones first by date, then by path in natural order, then by line (DESIGN 3). */
function compareCards({ todo: a }: Card, { todo: b }: Card): number {
  if (a.due !== b.due) return a.due === null ? 1 : b.due === null ? -1 : a.due < b.due ? -1 : 1;
  return a.path === b.path ? a.offset - b.offset : natural.compare(a.path, b.path) || (a.path < b.path ? -1 : 1);
}

/** Builds the board's model. It keeps the cards of todos that have not changed, and their order, from one call to the next. */
export class BoardBuilder {
  private readonly cards = new WeakMap<Todo, Card>();
  private readonly tellApart = new Distinctions();
  private order: readonly Todo[] = [];
  /** What the index said at its version: a keystroke in the filter asks nothing of it again. */
  private sorted: { readonly index: OperationsIndex; readonly version: number; readonly cards: readonly Card[] } | null = null;

  build({ index, vault, filter, showElsewhere, today, errorsIn = () => 0 }: BoardRequest): Board {
    const { lifecycle, settings } = index;
    const sorted = this.sortedCards(index);
    const byColumn = new Map<string, Card[]>();
    for (const card of sorted) {
      const name = columnOf(card.todo);
      const column = byColumn.get(name);
      if (column) column.push(card);
      else byColumn.set(name, [card]);
    }
    const passes = buildFilter(filter);
    const column = (name: string, rest: Omit<Column, 'name' | 'open' | 'cards' | 'errors'>): Column => {
      const cards = byColumn.get(name) ?? [];
      const errors = rest.page === null ? 0 : errorsIn(rest.page);
      return { name, ...rest, errors, open: cards.length, cards: filter.trim() === '' ? cards : cards.filter(passes) };
    };
    const summaries = summarizePhases(index, vault);
    const phases = settings.phases.map(({ name, title, colour }, at) =>
      column(name, { purpose: title, colour, page: summaries[at]?.page ?? null, summary: summaries[at] ?? null }),
    );
    const crossPhase = column(CROSS_PHASE, { purpose: 'Operations as a whole, no single phase', colour: null, page: lifecycle.overview, summary: null });
    const elsewhere = column(ELSEWHERE, { purpose: 'The rest of the vault', colour: null, page: null, summary: null });
    const columns = [...phases, crossPhase, ...(showElsewhere ? [elsewhere] : [])];
    const outside = byColumn.get(ELSEWHERE) ?? [];
    return {
      columns,
      open: columns.reduce((sum, { open }) => sum + open, 0),
      shown: columns.reduce((sum, { cards }) => sum + cards.length, 0),
      overdue: columns.reduce((sum, one) => sum + one.cards.filter(({ todo: { due } }) => due !== null && due < today).length, 0),
      elsewhere: { todos: outside.length, notes: new Set(outside.map(({ todo }) => todo.path)).size },
    };
  }

  private cardOf(todo: Todo, responsibilities: string): Card {
    const card = this.cards.get(todo) ?? makeCard(todo, responsibilities);
    this.cards.set(todo, card);
    return card;
  }

  private sortedCards(index: OperationsIndex): readonly Card[] {
    const known = this.sorted;
    if (known?.index === index && known.version === index.version) return known.cards;
    const cards = this.sortCards(index);
    this.sorted = { index, version: index.version, cards };
    return cards;
  }

  private sortCards(index: OperationsIndex): readonly Card[] {
    const open = new Set<Todo>();
    for (const todo of index.todos()) if (!isClosed(todo)) open.add(todo);
    // What stays is in order already; sorting then costs little more than one pass.
    const stays = this.order.filter((todo) => open.delete(todo));
    const cards = [...stays, ...open].map((todo) => this.cardOf(todo, index.settings.responsibilitiesHeading));
    cards.sort(compareCards);
    this.order = cards.map(({ todo }) => todo);
    return this.tellApart.of(cards);
  }
}
