import { cardTest, type Asked, type Searched } from './card-test';
import { memoByList, type LastAsked } from './last-asked';
import { printQuery } from './print-query';
import type { QueryKey, Term } from './query';
import { readQuery } from './read-query';
import { isAsked, toggleValue } from './toggle-value';

/** A term of the query to press: what it lets through is often asked for. */
export interface Chip {
  readonly label: string;
  readonly key: QueryKey;
  readonly value: string;
  readonly isOn: boolean;
  /** The cards that pressing it leaves on the board; of a chip that is on, those that are there because of it. */
  readonly count: number;
  /** The query after it has been pressed. */
  readonly pressed: string;
}

/** So many states have chips of their own; the field suggests the others. */
const MOST_STATES = 4;

/** What chips ask for: whatever else is asked, their keys decide. */
const KEYS: readonly (QueryKey | null)[] = ['due', 'owner', 'state'];

export const isOfChips = ({ key }: Pick<Term, 'key'>): boolean => KEYS.includes(key);

/** How many cards of a list have each state. */
const statesOf = memoByList((cards: readonly Searched[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { todo } of cards) if (todo.state !== null) counts.set(todo.state, (counts.get(todo.state) ?? 0) + 1);
  return counts;
});

/** The states of the cards, the most frequent first. */
function frequentStates(lists: readonly (readonly Searched[])[]): string[] {
  const counts = new Map<string, number>();
  for (const [state, count] of lists.flatMap((cards) => [...statesOf(cards)]))
    counts.set(state, (counts.get(state) ?? 0) + count);
  return [...counts]
    .sort(([a, often], [b, times]) => times - often || (a < b ? -1 : 1))
    .slice(0, MOST_STATES)
    .map(([state]) => state);
}

/** What chips are counted of. */
export interface ChipCards {
  /** All that the board could show, in lists. */
  readonly all: readonly (readonly Searched[])[];
  /** Of those what passes the query's other terms. */
  readonly passing: readonly (readonly Searched[])[];
  readonly asked: Asked;
  readonly counts: LastAsked<Searched, readonly number[]>;
}

/** The chips beside a query: none that would leave nothing, unless it is on. */
export function buildChips(text: string, { all, passing, asked, counts }: ChipCards): readonly Chip[] {
  const query = readQuery(text);
  const chip = (label: string, key: QueryKey, value: string) => {
    const isOn = isAsked(query, key, value);
    const pressed = toggleValue(text, key, value);
    const terms = readQuery(isOn ? text : pressed).terms.filter(isOfChips);
    const own = isOn ? [...terms, { key, values: [value], negated: false, start: 0, end: 0 }] : terms;
    return { label, key, value, isOn, pressed, own };
  };
  const chips = [
    chip('Overdue', 'due', 'overdue'),
    chip('Due this week', 'due', 'week'),
    chip('No owner', 'owner', 'none'),
    ...frequentStates(all).map((state) => chip(state, 'state', state)),
  ];
  const tests = chips.map(({ own }) => cardTest({ terms: own }, { ...asked, withClosed: true }));
  const question = [asked.today, ...chips.map(({ own }) => printQuery({ terms: own }))].join('\n');
  const countIn = counts.ask(question, (cards) => {
    const found = tests.map(() => 0);
    for (const card of cards)
      for (const [at, test] of tests.entries()) if (test(card)) found[at] = (found[at] ?? 0) + 1;
    return found;
  });
  const found = passing.map(countIn);
  return chips
    .map(({ own: _own, ...rest }, at) => ({ ...rest, count: found.reduce((sum, list) => sum + (list[at] ?? 0), 0) }))
    .filter(({ isOn, count }) => isOn || count > 0);
}
