import { nearestText } from '../../note/nearest-text';
import { readDueTest } from './due-test';
import { foldCase, KINDS, QUERY_KEYS, TRAITS, type Query, type QueryKey, type QueryMessage, type Term } from './query';

/** A value as it stands in the query: its text, and where. */
export interface QueryWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A term as it stands, also one that is not finished: with an empty value, or none. */
export interface RawTerm {
  readonly negated: boolean;
  /** The word before a colon, whoever knows it; null when there is none. */
  readonly key: QueryWord | null;
  readonly values: readonly QueryWord[];
  readonly start: number;
  readonly end: number;
}

/** Quotes as keys have them, and as phones and word processors make them of those: what those begin, any of them ends. */
const QUOTES = '"“”„«»';

/** Reads a quoted text from its first quote on; `\"` and `\\` stand for themselves. One that nobody closed goes on to the end. */
function readQuoted(text: string, start: number): QueryWord {
  const closing = text[start] === '"' ? '"' : QUOTES;
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] ?? '';
    if (closing.includes(character)) return { text: value, start, end: at + 1 };
    const isEscape = character === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\');
    if (isEscape) at++;
    value += isEscape ? (text[at] ?? '') : character;
  }
  return { text: value, start, end: text.length };
}

/** Reads a value up to white space, or in a list to a comma. */
function readWord(text: string, start: number, inList: boolean): QueryWord {
  if (QUOTES.includes(text[start] ?? ' ')) return readQuoted(text, start);
  const length = text.slice(start).search(inList ? /[\s,]/ : /\s/);
  const end = length < 0 ? text.length : start + length;
  return { text: text.slice(start, end), start, end };
}

export const keyNamed = (name: string): QueryKey | null => QUERY_KEYS.find((key) => key === name.toLowerCase()) ?? null;

/** Parts a query's text into terms. */
export function readTerms(text: string): RawTerm[] {
  const terms: RawTerm[] = [];
  let at = 0;
  for (;;) {
    at += text.slice(at).search(/\S|$/);
    if (at >= text.length) return terms;
    const start = at;
    const negated = text[at] === '-';
    if (negated) at++;
    const name = /^[a-z]+(?=:)/i.exec(text.slice(at))?.[0];
    const key = name === undefined ? null : { text: name, start: at, end: at + name.length };
    if (key) at = key.end + 1;
    const values: QueryWord[] = [];
    do {
      if (values.length > 0) at++;
      const value = readWord(text, at, key !== null && keyNamed(key.text) !== null);
      values.push(value);
      at = value.end;
    } while (text[at] === ',' && key !== null && keyNamed(key.text) !== null);
    terms.push({ negated, key, values, start, end: at });
  }
}

/** What is wrong with a value, or null; of a phase or an owner only the vault can say that. */
function valueProblem(key: QueryKey, value: string): string | null {
  const among = (words: readonly string[], what: string): string | null =>
    words.includes(foldCase(value)) ? null : `“${value}” is no ${what}. Allowed: ${words.join(', ')}.`;
  switch (key) {
    case 'kind':
      return among(KINDS, 'kind');
    case 'is':
      return among(TRAITS, 'value of is');
    case 'due': {
      const due = readDueTest(value);
      return typeof due === 'string' ? due : null;
    }
    case 'owner':
    case 'state':
    case 'phase':
    case 'in':
    case 'tag':
      return null;
  }
}

/** Reads what somebody asks of the board. A term that is only begun (`owner:`, `-`, `""`) asks nothing yet. Never throws. */
export function readQuery(text: string): Query {
  const terms: Term[] = [];
  const messages: QueryMessage[] = [];
  for (const { negated, key: written, values, start, end } of readTerms(text)) {
    const key = written && keyNamed(written.text);
    const given = values.filter((value) => value.text.trim() !== '');
    if (written && !key) {
      const near = nearestText(written.text, QUERY_KEYS);
      const hint = near === null ? '' : ` Did you mean ${near}:?`;
      messages.push({
        severity: 'note',
        text: `“${written.text}:” is no key, so it is searched as text.${hint}`,
        start: written.start,
        end: written.end + 1,
      });
      terms.push({ key: null, values: [`${written.text}:${values[0]?.text ?? ''}`], negated, start, end });
      continue;
    }
    // While it is being typed nothing is missing.
    if (key && given.length === 0 && end < text.trimEnd().length)
      messages.push({
        severity: 'note',
        text: `“${key}:” asks for nothing: write its value right behind the colon.`,
        start,
        end,
      });
    for (const value of given) {
      const problem = key && valueProblem(key, value.text);
      if (problem) messages.push({ severity: 'error', text: problem, start: value.start, end: value.end });
    }
    if (given.length > 0) terms.push({ key, values: given.map((value) => value.text), negated, start, end });
  }
  return { terms, messages };
}
