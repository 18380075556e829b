import { columnNamed, columnNames, columnOf } from '../../phase/columns';
import type { Todo } from '../../index/todo';
import { isClosed } from '../../todo/found-todo';
import type { PhaseSetting } from '../../settings/settings';
import { readDueTest } from './due-test';
import { asksForDone, foldCase, type Query, type QueryKey, type QueryMessage, type Term } from './query';

/** What of a card a query looks at. */
export interface Searched {
  readonly todo: Todo;
  readonly title: string;
  readonly ownerName: string | null;
}

export type CardTest = (card: Searched) => boolean;

/** What the answer depends on besides the cards. */
export interface Asked {
  readonly phases: readonly PhaseSetting[];
  /** ISO. */
  readonly today: string;
  /** The notes other than its own that show a todo. */
  readonly shownIn: (todo: Todo) => readonly string[];
  /** Whether closed todos pass also where the query does not ask for them. */
  readonly withClosed: boolean;
}

/** Its own and those beside them. */
export const writtenTags = ({ tags, otherTags }: Pick<Todo, 'tags' | 'otherTags'>): readonly string[] =>
  otherTags.length === 0 ? tags : [...tags, ...otherTags];

/** Made when somebody asks, and kept as long as the todo. */
const searchTexts = new WeakMap<Todo, string>();

/** Folded text in which words are looked for. */
function searchTextOf({ todo, title, ownerName }: Searched): string {
  const known = searchTexts.get(todo);
  if (known !== undefined) return known;
  const text = foldCase(
    [
      title,
      todo.title,
      todo.excerpt,
      ...todo.headings,
      todo.path,
      ownerName ?? '',
      todo.state ?? '',
      ...writtenTags(todo),
    ].join('\n'),
  );
  searchTexts.set(todo, text);
  return text;
}

/** Readies cards for a query: their text is put together beforehand, and not at the first keystroke for all of them. */
export function readyForQuery(cards: readonly Searched[]): void {
  for (const card of cards) searchTextOf(card);
}

/** The word that a query has for what a todo marks. */
export const kindWord = ({ kind, block }: Pick<Todo, 'kind' | 'block'>): string =>
  kind === 'item' ? 'bullet' : kind === 'block' ? (block ?? 'paragraph') : kind;

/** Asks a question of a card's value, folded; once for each, as many cards have the same few. */
function askOnce(of: (card: Searched) => string | null, fits: (folded: string) => boolean): CardTest {
  const known = new Map<string, boolean>();
  return (card) => {
    const own = of(card);
    if (own === null) return false;
    let fit = known.get(own);
    if (fit === undefined) known.set(own, (fit = fits(foldCase(own))));
    return fit;
  };
}

/** `none` and `any` say whether there is a value; other words are asked of it, both folded. */
function valueTest(
  value: string,
  of: (card: Searched) => string | null,
  fits: (folded: string, wanted: string) => boolean,
): CardTest {
  const wanted = foldCase(value);
  if (wanted === 'none') return (card) => of(card) === null;
  if (wanted === 'any') return (card) => of(card) !== null;
  return askOnce(of, (own) => fits(own, wanted));
}

function traitTest(trait: string, { shownIn }: Asked): CardTest {
  switch (foldCase(trait)) {
    case 'empty':
      return ({ todo }) => todo.stub;
    case 'frozen':
      return ({ todo }) => todo.fromCopy;
    case 'hidden':
      return ({ todo }) => todo.hidden;
    case 'shown':
      return ({ todo }) => shownIn(todo).length > 0;
    case 'done':
      return ({ todo }) => isClosed(todo);
    default:
      return () => false;
  }
}

/** The test for one value of a term. */
function testFor(key: QueryKey | null, value: string, asked: Asked): CardTest {
  switch (key) {
    case null: {
      const word = foldCase(value);
      return (card) => searchTextOf(card).includes(word);
    }
    case 'owner':
      return valueTest(
        value,
        ({ ownerName }) => ownerName,
        (name, part) => name.includes(part),
      );
    case 'state':
      // `blocked/legal` is blocked, and legal.
      return valueTest(
        value,
        ({ todo }) => todo.state,
        (state, part) => `/${state}/`.includes(`/${part}/`),
      );
    case 'phase': {
      const column = columnNamed(asked.phases, value);
      return ({ todo }) => columnOf(todo) === column;
    }
    case 'due': {
      const due = readDueTest(value);
      const test = typeof due === 'string' ? () => false : due(asked.today);
      return ({ todo }) => test(todo.due);
    }
    case 'kind': {
      const kind = foldCase(value);
      return ({ todo }) => kindWord(todo) === kind;
    }
    case 'is':
      return traitTest(value, asked);
    case 'in': {
      const place = foldCase(value).replace(/^\/+|\/+$/g, '');
      return askOnce(
        ({ todo }) => todo.path,
        (path) => path === place || path === `${place}.md` || path.startsWith(`${place}/`),
      );
    }
    case 'tag': {
      const tag = `#${foldCase(value).replace(/^#/, '').replace(/\/+$/, '')}`;
      return ({ todo }) =>
        writtenTags(todo).some((written) => foldCase(written) === tag || foldCase(written).startsWith(`${tag}/`));
    }
  }
}

/** The test of one term. */
export function termTest({ key, values, negated }: Omit<Term, 'start' | 'end'>, asked: Asked): CardTest {
  const tests = values.map((value) => testFor(key, value, asked));
  const [only] = tests;
  if (only && tests.length === 1) return negated ? (card) => !only(card) : only;
  return (card) => tests.some((test) => test(card)) !== negated;
}

/** The test for all of a query's terms. Closed todos are searched when they are asked for. */
export function cardTest(query: Pick<Query, 'terms'>, asked: Asked): CardTest {
  const tests = query.terms.map((term) => termTest(term, asked));
  const withClosed = asked.withClosed || asksForDone(query);
  return (card) => (withClosed || !isClosed(card.todo)) && tests.every((test) => test(card));
}

/** Phases that the query names and nobody has: they let nothing through, and that is said. */
export function unknownPhases({ terms }: Query, phases: readonly PhaseSetting[]): QueryMessage[] {
  return terms.flatMap(({ key, values, start, end }) =>
    (key === 'phase' ? values : [])
      .filter((value) => columnNamed(phases, value) === null)
      .map((value) => ({
        severity: 'note' as const,
        text: `There is no phase “${value}”. There are: ${columnNames(phases).join(', ')}.`,
        start,
        end,
      })),
  );
}
