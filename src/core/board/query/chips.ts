import { cardTest, type Asked, type Searched } from './card-test';
import type { QueryKey } from './query';
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

/** The states of the cards, the most frequent first. */
function frequentStates(cards: readonly Searched[]): string[] {
  const counts = new Map<string, number>();
  for (const {
    todo: { state },
  } of cards)
    if (state !== null) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts]
    .sort(([a, often], [b, times]) => times - often || (a < b ? -1 : 1))
    .slice(0, MOST_STATES)
    .map(([state]) => state);
}

/** What chips ask for: whatever else is asked, their keys decide. */
const KEYS: readonly QueryKey[] = ['due', 'owner', 'state'];

/** The chips beside a query: none that would leave nothing, unless it is on. `cards` are all that the board could show. */
export function buildChips(text: string, cards: readonly Searched[], asked: Asked): readonly Chip[] {
  const query = readQuery(text);
  // What the chips' keys do not decide is tried once for all of them.
  const decided = (key: QueryKey | null): boolean => key !== null && KEYS.includes(key);
  const passing = cards.filter(cardTest({ terms: query.terms.filter(({ key }) => !decided(key)) }, asked));
  const chip = (label: string, key: QueryKey, value: string): Chip => {
    const isOn = isAsked(query, key, value);
    const pressed = toggleValue(text, key, value);
    const terms = readQuery(isOn ? text : pressed).terms.filter((term) => decided(term.key));
    const own = isOn ? [...terms, { key, values: [value], negated: false, start: 0, end: 0 }] : terms;
    const test = cardTest({ terms: own }, { ...asked, withClosed: true });
    return { label, key, value, isOn, pressed, count: passing.reduce((count, card) => count + Number(test(card)), 0) };
  };
  const chips = [
    chip('Overdue', 'due', 'overdue'),
    chip('Due this week', 'due', 'week'),
    chip('No owner', 'owner', 'none'),
    ...frequentStates(cards).map((state) => chip(state, 'state', state)),
  ];
  return chips.filter(({ isOn, count }) => isOn || count > 0);
}
