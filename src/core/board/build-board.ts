import type { OperationsIndex, VaultView } from '../index/operations-index';
import { summarizePhases, type PhaseSummary } from '../index/summarize-phases';
import { columnOf, CROSS_PHASE, ELSEWHERE, type Todo } from '../index/todo';
import { isClosed } from '../todo/found-todo';
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

/** What the index says at one of its versions: a keystroke in the filter asks nothing of it again. */
interface Sorted {
  readonly index: OperationsIndex;
  readonly version: number;
  /** Open todos' cards by column, each in order. */
  readonly columns: ReadonlyMap<string, readonly Card[]>;
  readonly summaries: readonly PhaseSummary[];
}

const sameCards = (a: readonly Card[], b: readonly Card[]): boolean => a.length === b.length && a.every((card, at) => card === b[at]);

/** Builds the board's model. It keeps the cards of todos that have not changed, their order, and whole columns, from one call to the next. */
export class BoardBuilder {
  private readonly cards = new Map<Todo, Card>();
  private readonly tellApart = new Distinctions();
  private order: readonly Card[] = [];
  private sorted: Sorted | null = null;

  build({ index, vault, filter, showElsewhere, today, errorsIn = () => 0 }: BoardRequest): Board {
    const { lifecycle, settings } = index;
    const known = this.sorted;
    const { columns: byColumn, summaries } = known?.index === index && known.version === index.version ? known : this.sort(index, vault);
    const passes = buildFilter(filter);
    const column = (name: string, rest: Omit<Column, 'name' | 'open' | 'cards' | 'errors'>): Column => {
      const cards = byColumn.get(name) ?? [];
      const errors = rest.page === null ? 0 : errorsIn(rest.page);
      return { name, ...rest, errors, open: cards.length, cards: filter.trim() === '' ? cards : cards.filter(passes) };
    };
    const phases = settings.phases.map(({ name, title, colour }, at) =>
      column(name, { purpose: title, colour, page: summaries[at]?.page ?? null, summary: summaries[at] ?? null }),
    );
    const crossPhase = column(CROSS_PHASE, { purpose: 'Operations as a whole, no single phase', colour: null, page: lifecycle.overview, summary: null });
    const columns = [...phases, crossPhase];
    if (showElsewhere) columns.push(column(ELSEWHERE, { purpose: 'The rest of the vault', colour: null, page: null, summary: null }));
    const outside = byColumn.get(ELSEWHERE) ?? [];
    return {
      columns,
      open: columns.reduce((sum, { open }) => sum + open, 0),
      shown: columns.reduce((sum, { cards }) => sum + cards.length, 0),
      overdue: columns.reduce((sum, { cards }) => sum + overdueOf(cards, today), 0),
      elsewhere: { todos: outside.length, notes: new Set(outside.map(({ todo }) => todo.path)).size },
    };
  }

  /** Makes up to so many cards beforehand, so that opening a board need not. @returns whether all are made. */
  prepare(index: OperationsIndex, most: number): boolean {
    const come = this.makeCards(index, most);
    this.change([], come);
    return come.length < most;
  }

  private sort(index: OperationsIndex, vault: VaultView): Sorted {
    const before = this.sorted?.columns;
    const columns = new Map<string, Card[]>();
    for (const card of this.sortCards(index)) {
      const name = columnOf(card.todo);
      const column = columns.get(name);
      if (column) column.push(card);
      else columns.set(name, [card]);
    }
    const kept = [...columns].map(([name, cards]): [string, readonly Card[]] => {
      const known = before?.get(name);
      return [name, known && sameCards(known, cards) ? known : cards];
    });
    this.sorted = { index, version: index.version, columns: new Map(kept), summaries: summarizePhases(index, vault) };
    return this.sorted;
  }

  private sortCards(index: OperationsIndex): readonly Card[] {
    const stays = new Set(index.todos());
    const gone = this.order.filter(({ todo }) => !stays.has(todo));
    this.change(gone, this.makeCards(index, Infinity));
    return this.order.map((card) => this.tellApart.of(card));
  }

  /** Cards of open todos that have none yet. */
  private makeCards(index: OperationsIndex, most: number): readonly Card[] {
    const made: Card[] = [];
    for (const todo of index.todos()) {
      if (made.length >= most) break;
      if (isClosed(todo) || this.cards.has(todo)) continue;
      const card = makeCard(todo, index.settings.responsibilitiesHeading);
      this.cards.set(todo, card);
      made.push(card);
    }
    return made;
  }

  private change(gone: readonly Card[], come: readonly Card[]): void {
    if (gone.length === 0 && come.length === 0) return;
    for (const { todo } of gone) this.cards.delete(todo);
    const stays = gone.length === 0 ? this.order : this.order.filter(({ todo }) => this.cards.has(todo));
    // What stays is in order already; sorting then costs little more than one pass.
    this.order = [...stays, ...come].sort(compareCards);
    this.tellApart.change(gone, come);
  }
}

/** How many are overdue: dated cards stand first, by date. */
function overdueOf(cards: readonly Card[], today: string): number {
  const first = cards.findIndex(({ todo: { due } }) => due === null || due >= today);
  return first < 0 ? cards.length : first;
}
