import { columnNames, columnOf } from '../../phase/columns';
import { nearestText } from '../../note/nearest-text';
import { isClosed } from '../../todo/found-todo';
import { cardTest, kindWord, termTest, writtenTags, type Asked, type Searched } from './card-test';
import { DUE_WORDS } from './due-test';
import { printValue } from './print-query';
import { asksForDone, foldCase, KINDS, QUERY_KEYS, TRAITS, type QueryKey } from './query';
import { keyNamed, readQuery, readTerms, type QueryWord, type RawTerm } from './read-query';
import { withoutMd } from '../../note/link-text';
import { naturalOrder } from '../../text/natural-order';

/** What can stand in the place of what is being typed. */
export interface Suggestion {
  /** `owner:` or `owner:"Release Manager"` */
  readonly text: string;
  /** How many cards it would leave on the board; null for a key, which says nothing yet. */
  readonly count: number | null;
  /** What it takes the place of: UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** More than anybody reads. */
const MOST = 12;

/** `a/b/c` gives `a`, `a/b` and itself. */
function withParents(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_part, at) => parts.slice(0, at + 1).join('/'));
}

/** Cards that no term of a key tells apart: one of them, and how many are open and closed. */
interface Alike {
  readonly card: Searched;
  open: number;
  closed: number;
}

/** What a key's terms look at in a card, as a text. */
const LOOKED_AT: Readonly<Record<QueryKey, (card: Searched, asked: Asked) => string>> = {
  owner: ({ ownerName }) => ownerName ?? '',
  state: ({ todo }) => todo.state ?? '',
  phase: ({ todo }) => columnOf(todo),
  due: ({ todo }) => todo.due ?? '',
  kind: ({ todo }) => kindWord(todo),
  is: ({ todo }, { shownIn }) =>
    [todo.stub, todo.fromCopy, todo.hidden, shownIn(todo).length > 0, isClosed(todo)].join(),
  in: ({ todo }) => todo.path,
  tag: ({ todo }) => writtenTags(todo).join(' '),
};

/** Many cards have the same few values: what is asked of one of them holds for all. */
function alikeBy(key: QueryKey, cards: readonly Searched[], asked: Asked): ReadonlyMap<string, Alike> {
  const groups = new Map<string, Alike>();
  for (const card of cards) {
    const text = LOOKED_AT[key](card, asked);
    const group = groups.get(text) ?? { card, open: 0, closed: 0 };
    groups.set(text, group);
    if (isClosed(card.todo)) group.closed++;
    else group.open++;
  }
  return groups;
}

/** The values of what such a text says. */
const VALUES: Readonly<Partial<Record<QueryKey, (text: string) => readonly string[]>>> = {
  owner: (owner) => (owner === '' ? ['none'] : [owner, 'any']),
  state: (state) => (state === '' ? ['none'] : [...withParents(state), 'any']),
  in: (path) => withParents(withoutMd(path)),
  tag: (tags) => [...new Set(tags.split(' ').flatMap(withParents))],
};

/** The words of keys that have no other values. */
const WORDS: Readonly<Partial<Record<QueryKey, readonly string[]>>> = { due: DUE_WORDS, kind: KINDS, is: TRAITS };

/** How often each value of a key is there; words of which a key has no others count nothing. */
function tally(
  key: QueryKey,
  alike: (key: QueryKey) => ReadonlyMap<string, Alike>,
  { phases }: Asked,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const valuesOf = VALUES[key];
  if (!valuesOf) for (const word of WORDS[key] ?? columnNames(phases)) counts.set(word, 0);
  else
    for (const [text, { open, closed }] of alike(key))
      for (const value of valuesOf(text)) counts.set(value, (counts.get(value) ?? 0) + open + closed);
  return counts;
}

/** How near a value is to what is typed: it begins so, a word of it does, it holds it; null when it has nothing of it. Both folded. */
function nearness(value: string, typed: string): number | null {
  if (value.startsWith(typed)) return 0;
  const at = value.indexOf(typed);
  if (at < 0) return null;
  return /[^\p{L}\p{N}]/u.test(value[at - 1] ?? '') ? 1 : 2;
}

/** The values that fit what is typed, the nearest first, then the most frequent; behind a key a slip of the pen finds the one that it could have meant. */
function fitting(counts: ReadonlyMap<string, number>, typed: string, farthest: 1 | 2): string[] {
  const wanted = foldCase(typed);
  const ranked = [...counts].flatMap(([value, count]) => {
    const near = nearness(foldCase(value), wanted);
    return near === null || near > farthest ? [] : [{ value, count, near }];
  });
  const nearest = ranked.length === 0 && farthest === 2 ? nearestText(typed, counts.keys()) : null;
  if (nearest !== null) return [nearest];
  return ranked
    .sort(
      (a, b) => a.near - b.near || b.count - a.count || (a.count === 0 ? 0 : naturalOrder.compare(a.value, b.value)),
    )
    .map(({ value }) => value);
}

/** What is being typed: the term at the cursor, and the value of it there. */
function typedAt(text: string, cursor: number): { readonly term: RawTerm | null; readonly value: QueryWord } {
  const term = readTerms(text).find(({ start, end }) => start <= cursor && cursor <= end) ?? null;
  const value = term?.values.findLast(({ start }) => start <= cursor);
  return { term, value: value ?? { text: '', start: cursor, end: cursor } };
}

/** Whether a key, or a value of one, stands or begins at the cursor (a UTF-16 offset). */
export function isKeyed(text: string, cursor: number): boolean {
  const { term } = typedAt(text, cursor);
  if (term?.key) return keyNamed(term.key.text) !== null;
  const typed = term ? foldCase(text.slice(term.start + Number(term.negated), term.end).replace(/^"|"$/g, '')) : '';
  return typed !== '' && QUERY_KEYS.some((key) => key.startsWith(typed));
}

/**
 * What could be typed at the cursor (a UTF-16 offset): keys, and values that cards have, each with the cards that it would leave. `cards` are all that the board
 * could show, closed ones too.
 */
export function suggest(text: string, cursor: number, cards: readonly Searched[], asked: Asked): readonly Suggestion[] {
  const { term, value } = typedAt(text, cursor);
  const key = term?.key ? keyNamed(term.key.text) : null;
  const from = term ? term.start + Number(term.negated) : cursor;
  const place =
    key && term?.key
      ? { start: value.start, end: value.end, before: '' }
      : { start: from, end: term?.end ?? cursor, before: null };
  const typed = key ? value.text : text.slice(place.start, place.end).replace(/^"|"$/g, '');
  const others = { terms: readQuery(text).terms.filter(({ start }) => start !== term?.start) };
  const passing = cards.filter(cardTest(others, { ...asked, withClosed: true }));

  const known = new Map<QueryKey, ReadonlyMap<string, Alike>>();
  const alike = (of: QueryKey): ReadonlyMap<string, Alike> => {
    const groups = known.get(of) ?? alikeBy(of, passing, asked);
    known.set(of, groups);
    return groups;
  };
  const counted = (of: QueryKey, written: string): Suggestion => {
    const after = readQuery(text.slice(0, place.start) + written + text.slice(place.end));
    const own = after.terms.find(({ start }) => start === (term?.start ?? cursor));
    const fits = own ? termTest(own, asked) : () => true;
    const withClosed = asked.withClosed || asksForDone(after);
    let count = 0;
    for (const { card, open, closed } of alike(of).values()) if (fits(card)) count += open + (withClosed ? closed : 0);
    return { text: written, count, start: place.start, end: place.end };
  };
  const values = (of: QueryKey, most: number): [QueryKey, string][] =>
    fitting(tally(of, alike, asked), typed, key ? 2 : 1)
      .slice(0, most)
      .map((value) => [of, (key ? '' : `${of}:`) + printValue(value, false)]);
  const some = (found: readonly [QueryKey, string][]): Suggestion[] =>
    found
      .slice(0, MOST)
      .map(([of, written]) => counted(of, written))
      .filter(({ count }) => count !== 0);
  if (key) return some(values(key, MOST));
  const keys = QUERY_KEYS.filter((one) => one.startsWith(foldCase(typed))).map((one): Suggestion => ({
    text: `${one}:`,
    count: null,
    start: place.start,
    end: place.end,
  }));
  return typed === '' ? keys : [...keys, ...some(QUERY_KEYS.flatMap((one) => values(one, 2)))];
}

/** Whether what stands at the cursor needs no help: no suggestion goes on from it, nor ends a word that it begins. */
export function isTypedInFull(text: string, found: readonly Suggestion[]): boolean {
  return found.every(({ text: written, start, end }) => {
    const [value, typed] = [written, text.slice(start, end)].map((one) => foldCase(one.replace(/^"|"$/g, ''))) as [
      string,
      string,
    ];
    const at = value.indexOf(typed);
    const rest = value.slice(at + typed.length);
    return typed !== '' && at >= 0 && (at === 0 ? rest === '' : !/^[\p{L}\p{N}]/u.test(rest));
  });
}
