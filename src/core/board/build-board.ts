import type { OperationsIndex, VaultView } from '../index/operations-index';
import { columnNamed } from '../phase/columns';
import type { Todo } from '../index/todo';
import { CROSS_PHASE, ELSEWHERE } from '../phase/columns';
import type { ResponsibilityState } from '../progress/responsibilities';
import { isFinished, pageProgress, type PageProgress, type PageSummary } from '../progress/phase-progress';
import type { View } from '../settings/view';
import { isClosed } from '../todo/found-todo';
import { RowBuilder, type Row } from './build-rows';
import { makeCard, type Card } from './card';
import { LastAsked } from './query/last-asked';
import { cardOrder, type ChangedAt } from './card-order';
import { byColumn, OrderedCards } from './ordered-cards';
import { buildChips, isOfChips, type Chip } from './query/chips';
import { cardTest, unknownPhases, type Asked, type Searched } from './query/card-test';
import { asksForDone, type QueryMessage, type Term } from './query/query';
import { readQuery } from './query/read-query';

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
  readonly summary: PageSummary | null;
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

const current = <T>(known: AtVersion<T> | null | undefined, index: OperationsIndex): T | null =>
  known?.index === index && known.version === index.version ? known.value : null;

type CardsOf = (column: string) => readonly Card[];

/** What a query finds in the columns. */
interface Search {
  /** The open cards, the query aside. */
  readonly open: CardsOf;
  /** All that are searched: the closed ones too, where somebody asks for them. */
  readonly all: CardsOf;
  /** Those that pass the terms that no chip decides. */
  readonly besideChips: CardsOf;
  /** Those that pass all terms. */
  readonly found: CardsOf;
}

/** Builds the board's model. It keeps the cards of todos that have not changed, and whole columns, cells and rows, from one call to the next. */
export class BoardBuilder {
  private readonly ordered = new OrderedCards(makeCard);
  private readonly searches = new LastAsked<Card, readonly Card[]>();
  private readonly counts = new LastAsked<Searched, readonly number[]>();
  private readonly rows = new Map<View['group'], RowBuilder>();
  private readonly made = new WeakMap<Todo, Card>();
  private closed: AtVersion<ReadonlyMap<string, readonly Card[]>> | null = null;
  private pages: AtVersion<readonly PageProgress[]> | null = null;

  build(request: BoardRequest): Board {
    const { index, view, today, errorsIn = () => 0, limit = Infinity, roles = [] } = request;
    const { settings } = index;
    const query = readQuery(view.query);
    const { open, found } = this.search(request);
    let beyond = 0;
    const cardsOf: CardsOf = (name) => {
      const cards = found(name);
      if (cards.length <= limit) return cards;
      beyond += cards.length - limit;
      return cards.slice(0, limit);
    };
    const columns = columnHeads(index, this.progress(request), showsElsewhere(request)).map((head): Column => ({
      ...head,
      open: open(head.name).length,
      cards: cardsOf(head.name),
      errors: head.page === null ? 0 : errorsIn(head.page),
    }));
    const cards = columns.map((one) => one.cards);
    const rowBuilder = this.rows.get(view.group) ?? new RowBuilder(view.group);
    this.rows.set(view.group, rowBuilder);
    const rows = rowBuilder.build(cards, today, view.group === 'owners' ? roles : []);
    const outside = found(ELSEWHERE);
    return {
      columns,
      rows,
      open: columns.reduce((sum, one) => sum + one.open, 0),
      shown: cards.reduce((sum, { length }) => sum + length, 0),
      overdue: rows.reduce((sum, { overdue }) => sum + overdue, 0),
      beyond,
      elsewhere: { todos: outside.length, notes: new Set(outside.map(({ todo }) => todo.path)).size },
      messages: [...query.messages, ...unknownPhases(query, settings.phases)],
    };
  }

  /** The chips beside a query. */
  chips(request: BoardRequest): readonly Chip[] {
    const { all, besideChips } = this.search(request);
    const names = columnsOf(request);
    return buildChips(request.view.query, {
      all: names.map(all),
      passing: names.map(besideChips),
      asked: askedOf(request),
      counts: this.counts,
    });
  }

  /** The cards of which a query, whatever it asks, lets some through, in no particular order: what its suggestions count. */
  pool(request: BoardRequest): readonly Card[] {
    const { open } = this.search(request);
    const closed = this.closedIn(request);
    return columnsOf(request).flatMap((name) => [...open(name), ...(closed.get(name) ?? [])]);
  }

  /** Makes up to so many cards beforehand, so that opening a board need not. @returns whether all are made. */
  prepare(index: OperationsIndex, most: number): boolean {
    const isAll = this.ordered.follow(index, most);
    if (isAll) this.ordered.in(CROSS_PHASE, 'due', UNCHANGED);
    return isAll;
  }

  /** The open cards, note by note: for what is done with all of them, a bit at a time. */
  byNote(): Iterable<Card> {
    return this.ordered.byNote();
  }

  /** How far each phase is, counted once for a state of the index. */
  progress({ index, vault }: Pick<BoardRequest, 'index' | 'vault'>): readonly PageProgress[] {
    const value = current(this.pages, index) ?? pageProgress(index, vault);
    this.pages = { index, version: index.version, value };
    return value;
  }

  private search(request: BoardRequest): Search {
    const { index, today, view, changedAt = UNCHANGED } = request;
    this.ordered.follow(index);
    const query = readQuery(view.query);
    const asked = askedOf(request);
    const withClosed = asked.withClosed || asksForDone(query);
    const open: CardsOf = (name) => this.ordered.in(name, view.sort, changedAt);
    const all: CardsOf = (name) => {
      const closed = withClosed ? (this.closedIn(request).get(name) ?? []) : [];
      return closed.length === 0 ? open(name) : [...open(name), ...closed].sort(cardOrder(view.sort, changedAt));
    };
    const passing = (terms: readonly Term[]): ((cards: readonly Card[]) => readonly Card[]) => {
      if (terms.length === 0) return (cards) => cards;
      const test = cardTest({ terms }, { ...asked, withClosed: true });
      // Where a todo is shown is no matter of its own note.
      const version = terms.some(({ key }) => key === 'is') ? index.version : 0;
      const question = [today, version, terms.map(({ key, values, negated }) => [key, negated, ...values])];
      return this.searches.ask(JSON.stringify(question), (cards) => cards.filter(test));
    };
    const besideChips = passing(query.terms.filter((term) => !isOfChips(term)));
    const byChips = passing(query.terms.filter(isOfChips));
    return {
      open,
      all,
      besideChips: (name) => besideChips(all(name)),
      found: (name) => byChips(besideChips(all(name))),
    };
  }

  private closedIn({ index }: BoardRequest): ReadonlyMap<string, readonly Card[]> {
    const known = current(this.closed, index);
    if (known) return known;
    const cards = [...index.todos()].filter(isClosed).map((todo) => {
      const card = this.made.get(todo) ?? makeCard(todo, index.settings);
      this.made.set(todo, card);
      return card;
    });
    const value = byColumn(cards);
    this.closed = { index, version: index.version, value };
    return value;
  }
}

/** The names of the columns that a board has, in order. */
function columnsOf(request: BoardRequest): readonly string[] {
  const phases = request.index.settings.phases.map(({ name }) => name);
  return [...phases, CROSS_PHASE, ...(showsElsewhere(request) ? [ELSEWHERE] : [])];
}

/** The columns without what is in them: the phases with what is finished in them, Cross-phase, and where it is shown Elsewhere. */
export function columnHeads(
  { lifecycle, settings }: OperationsIndex,
  progress: readonly PageProgress[],
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
