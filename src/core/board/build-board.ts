import type { OperationsIndex, VaultView } from '../index/operations-index';
import { columnNamed } from '../index/list-todos';
import { columnOf, CROSS_PHASE, ELSEWHERE, type Todo } from '../index/todo';
import type { ResponsibilityState } from '../progress/responsibilities';
import { isFinished, phaseProgress, type PhaseProgress, type PhaseSummary } from '../progress/phase-progress';
import type { Sort, View } from '../settings/view';
import { isClosed } from '../todo/found-todo';
import { buildRows, keptOr, type Row } from './build-rows';
import { makeCard, type Card } from './card';
import { cardOrder, type ChangedAt } from './order-cards';
import { cardTest, unknownPhases, type Asked } from './query/card-test';
import { asksForDone, type QueryMessage } from './query/query';
import { readQuery } from './query/read-query';
import { Distinctions } from './disambiguate';

export interface Column {
  readonly name: string;
  /** What its cards are. */
  readonly unit: 'todo' | 'note';
  /** The phase's purpose, or what the column is for. */
  readonly purpose: string;
  /** The same in a whole sentence, where the purpose is short for one. */
  readonly about: string;
  /** A colour name of the theme's palette, or null. */
  readonly colour: string | null;
  /** The path of the page behind the name, or null. */
  readonly page: string | null;
  /** Open todos of the column, the query aside. */
  readonly open: number;
  /** Those that the query lets through, in order. */
  readonly cards: readonly Card[];
  /** What a phase's page says of its responsibilities; null for what is no phase. */
  readonly summary: PhaseSummary | null;
  /** The phase's finished responsibilities, in its page's order. */
  readonly finished: readonly ResponsibilityState[];
  /** Errors that the handbook check has found in its page. */
  readonly errors: number;
}

export interface Board {
  readonly columns: readonly Column[];
  /** The same cards by row and column; one row when they are not grouped. */
  readonly rows: readonly Row[];
  /** Open todos in the columns, the query aside, and the cards that it lets through. */
  readonly open: number;
  readonly shown: number;
  readonly overdue: number;
  /** Cards that the query lets through, and that are past the limit of their column. */
  readonly beyond: number;
  /** Todos outside the columns that the query lets through, and the notes that hold them. */
  readonly elsewhere: { readonly todos: number; readonly notes: number };
  /** What is to be said of the query. */
  readonly messages: readonly QueryMessage[];
}

/** What a board is made of: the index's facts, a view of them, and a day. */
export interface BoardRequest {
  readonly index: OperationsIndex;
  readonly vault: VaultView;
  /** Its query is one that can be answered (`isAnswerable`). */
  readonly view: View;
  /** Today, ISO. */
  readonly today: string;
  /** How many errors the handbook check has found in a note; absent: it was not asked. */
  readonly errorsIn?: ((path: string) => number) | undefined;
  /** What sorting by change asks; absent: nothing has changed. */
  readonly changedAt?: ChangedAt | undefined;
  /** Lists closed todos with the open ones, also when the query does not ask for them. */
  readonly withClosed?: boolean | undefined;
  /** Roles that have a row though no card is theirs, the last ones, where rows are owners: somebody carries a card. */
  readonly roles?: readonly string[] | undefined;
  /** At most so many cards in a column; absent: all. */
  readonly limit?: number | undefined;
}

/** What the index says at one of its versions: a keystroke in the query asks nothing of it again. */
interface AtVersion<T> {
  readonly index: OperationsIndex;
  readonly version: number;
  readonly value: T;
}

const UNCHANGED: ChangedAt = () => 0;

/** Cards by column. */
type ByColumn = ReadonlyMap<string, readonly Card[]>;

const current = <T>(known: AtVersion<T> | null | undefined, index: OperationsIndex): T | null =>
  known?.index === index && known.version === index.version ? known.value : null;

/** Builds the board's model. It keeps the cards of todos that have not changed, their order, and whole columns and cells, from one call to the next. */
export class BoardBuilder {
  private readonly cards = new Map<Todo, Card>();
  private readonly closed = new WeakMap<Todo, Card>();
  private readonly tellApart = new Distinctions();
  private readonly orders = new Map<Sort, readonly Card[]>();
  private readonly sorted = new Map<Sort, AtVersion<ByColumn>>();
  private readonly rows = new Map<View['group'], readonly Row[]>();
  private phases: AtVersion<readonly PhaseProgress[]> | null = null;

  build(request: BoardRequest): Board {
    const { index, view, today, errorsIn = () => 0, limit = Infinity, roles = [] } = request;
    const { settings } = index;
    const query = readQuery(view.query);
    const asked = askedOf(request);
    const passes = cardTest(query, asked);
    const byColumn = this.byColumn(request);
    const cardsIn = this.cardsByColumn(request, asked.withClosed || asksForDone(query));
    const letThrough = (name: string): readonly Card[] => {
      const all = cardsIn(name);
      return query.terms.length === 0 ? all : all.filter(passes);
    };
    let beyond = 0;
    const cardsOf = (name: string): readonly Card[] => {
      const cards = letThrough(name);
      if (cards.length <= limit) return cards;
      beyond += cards.length - limit;
      return cards.slice(0, limit);
    };
    const columns = columnHeads(index, this.progress(request), showsElsewhere(request)).map((head): Column => ({
      ...head,
      open: byColumn.get(head.name)?.length ?? 0,
      cards: cardsOf(head.name),
      errors: head.page === null ? 0 : errorsIn(head.page),
    }));
    const cards = columns.map((one) => one.cards);
    const rows = buildRows(
      view.group,
      cards,
      today,
      this.rows.get(view.group) ?? [],
      view.group === 'owners' ? roles : [],
    );
    this.rows.set(view.group, rows);
    const outside = letThrough(ELSEWHERE);
    return {
      columns,
      rows,
      open: columns.reduce((sum, { open }) => sum + open, 0),
      shown: cards.reduce((sum, { length }) => sum + length, 0),
      overdue: rows.reduce((sum, { overdue }) => sum + overdue, 0),
      beyond,
      elsewhere: { todos: outside.length, notes: new Set(outside.map(({ todo }) => todo.path)).size },
      messages: [...query.messages, ...unknownPhases(query, settings.phases)],
    };
  }

  /** The cards of which a query, whatever it asks, lets some through, in no particular order: what its suggestions count. */
  pool(request: BoardRequest): readonly Card[] {
    const [open, closed] = [this.byColumn(request), this.closedByColumn(request)];
    const names = [
      ...request.index.settings.phases.map(({ name }) => name),
      CROSS_PHASE,
      ...(showsElsewhere(request) ? [ELSEWHERE] : []),
    ];
    return names.flatMap((name) => [...(open.get(name) ?? []), ...(closed.get(name) ?? [])]);
  }

  /** Makes up to so many cards beforehand, so that opening a board need not. @returns whether all are made. */
  prepare(index: OperationsIndex, most: number): boolean {
    if (!this.orders.has('due')) this.orders.set('due', []);
    return this.makeCards(index, most) < most;
  }

  /** How far each phase is, counted once for a state of the index. */
  progress({ index, vault }: Pick<BoardRequest, 'index' | 'vault'>): readonly PhaseProgress[] {
    const known = current(this.phases, index);
    if (known) return known;
    const value = phaseProgress(index, vault);
    this.phases = { index, version: index.version, value };
    return value;
  }

  private byColumn({ index, view: { sort }, changedAt = UNCHANGED }: BoardRequest): ByColumn {
    const before = this.sorted.get(sort);
    const known = current(before, index);
    if (known) return known;
    this.follow(index, changedAt);
    const columns = new Map<string, Card[]>();
    for (const card of this.inOrder(sort, changedAt)) {
      const name = columnOf(card.todo);
      const column = columns.get(name);
      if (column) column.push(this.tellApart.of(card));
      else columns.set(name, [this.tellApart.of(card)]);
    }
    const value = new Map([...columns].map(([name, cards]) => [name, keptOr(before?.value.get(name), cards)]));
    this.sorted.set(sort, { index, version: index.version, value });
    return value;
  }

  private closedByColumn({ index }: BoardRequest): ByColumn {
    const closed = new Map<string, Card[]>();
    for (const todo of index.todos()) {
      if (!isClosed(todo)) continue;
      const card = this.closed.get(todo) ?? makeCard(todo, index.settings);
      this.closed.set(todo, card);
      const column = closed.get(columnOf(todo));
      if (column) column.push(card);
      else closed.set(columnOf(todo), [card]);
    }
    return closed;
  }

  /** The cards of a column in order; with `withClosed` closed todos' too. */
  private cardsByColumn(request: BoardRequest, withClosed: boolean): (column: string) => readonly Card[] {
    const open = this.byColumn(request);
    if (!withClosed) return (name) => open.get(name) ?? [];
    const closed = this.closedByColumn(request);
    const order = cardOrder(request.view.sort, request.changedAt ?? UNCHANGED);
    return (name) => [...(open.get(name) ?? []), ...(closed.get(name) ?? [])].sort(order);
  }

  /** All cards in an order, which is kept from then on. */
  private inOrder(sort: Sort, changedAt: ChangedAt): readonly Card[] {
    const known = this.orders.get(sort);
    if (known?.length === this.cards.size) return known;
    const order = [...this.cards.values()].sort(cardOrder(sort, changedAt));
    this.orders.set(sort, order);
    return order;
  }

  /** Drops the cards of todos that are gone, and makes those of new ones. */
  private follow(index: OperationsIndex, changedAt: ChangedAt): void {
    const stays = new Set(index.todos());
    const gone = new Set([...this.cards.values()].filter(({ todo }) => !stays.has(todo)));
    if (gone.size > 0) {
      for (const { todo } of gone) this.cards.delete(todo);
      for (const [sort, order] of this.orders)
        this.orders.set(
          sort,
          order.filter((card) => !gone.has(card)),
        );
      this.tellApart.change([...gone], []);
    }
    this.makeCards(index, Infinity, changedAt);
  }

  /** Makes cards of open todos that have none yet, and puts them where they belong in every order that is kept. @returns how many. */
  private makeCards(index: OperationsIndex, most: number, changedAt: ChangedAt = UNCHANGED): number {
    const made: Card[] = [];
    for (const todo of index.todos()) {
      if (made.length >= most) break;
      if (isClosed(todo) || this.cards.has(todo)) continue;
      const card = makeCard(todo, index.settings);
      this.cards.set(todo, card);
      made.push(card);
    }
    if (made.length === 0) return 0;
    for (const [sort, order] of this.orders) this.orders.set(sort, merge(order, made, cardOrder(sort, changedAt)));
    this.tellApart.change([], made);
    return made.length;
  }
}

/** What comes put into what is in order already: by looking for the places of few cards, else by sorting anew. */
function merge(order: readonly Card[], come: readonly Card[], compare: (a: Card, b: Card) => number): readonly Card[] {
  const sorted = [...come].sort(compare);
  if (come.length * 8 > order.length) return [...order, ...sorted].sort(compare);
  const merged: Card[] = [];
  let from = 0;
  for (const card of sorted) {
    let [low, high] = [from, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = order[middle];
      if (other && compare(other, card) <= 0) low = middle + 1;
      else high = middle;
    }
    for (const other of order.slice(from, low)) merged.push(other);
    from = low;
    merged.push(card);
  }
  for (const other of order.slice(from)) merged.push(other);
  return merged;
}

/** The columns without what is in them: the phases with what is finished in them, Cross-phase, and where it is shown Elsewhere. */
export function columnHeads(
  { lifecycle, settings }: OperationsIndex,
  progress: readonly PhaseProgress[],
  withElsewhere: boolean,
): Omit<Column, 'open' | 'cards' | 'errors'>[] {
  const none = { unit: 'todo', colour: null, page: null, summary: null, finished: [] } as const;
  const heads: Omit<Column, 'open' | 'cards' | 'errors'>[] = settings.phases.map(({ name, title, colour }, at) => {
    const { summary = null, responsibilities = [] } = progress[at] ?? {};
    const [page, finished] = [summary?.page ?? null, responsibilities.filter(isFinished)];
    return { ...none, name, purpose: title, about: title, colour, page, summary, finished };
  });
  heads.push({
    ...none,
    name: CROSS_PHASE,
    purpose: 'no single phase',
    about: 'Operations as a whole, no single phase',
    page: lifecycle.overview,
  });
  if (withElsewhere)
    heads.push({ ...none, name: ELSEWHERE, purpose: 'the rest of the vault', about: 'The rest of the vault' });
  return heads;
}

/** What a query's terms are judged by. */
export function askedOf({
  index,
  today,
  withClosed = false,
}: Pick<BoardRequest, 'index' | 'today' | 'withClosed'>): Asked {
  return { phases: index.settings.phases, today, shownIn: (todo) => index.shownIn(todo), withClosed };
}

/** Who asks for what lies elsewhere sees it. */
function showsElsewhere({ index, view }: BoardRequest): boolean {
  const { phases } = index.settings;
  return (
    view.elsewhere ||
    readQuery(view.query).terms.some(
      ({ key, values, negated }) =>
        key === 'phase' && !negated && values.some((value) => columnNamed(phases, value) === ELSEWHERE),
    )
  );
}
