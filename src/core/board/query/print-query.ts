import type { Query, Term } from './query';

/** What a value would be taken apart by, or taken for, without quotes. */
export const printValue = (value: string, isWord: boolean): string => {
  const needsQuotes = isWord ? /\s|^["“”„«»-]|^[a-z]+:/i : /[\s,]|^["“”„«»]/;
  return needsQuotes.test(value) ? `"${value.replace(/[\\"]/g, '\\$&')}"` : value;
};

/** A term as somebody would type it. */
export function printTerm({ key, values, negated }: Omit<Term, 'start' | 'end'>): string {
  const written = values.map((value) => printValue(value, key === null)).join(',');
  return `${negated ? '-' : ''}${key === null ? '' : `${key}:`}${written}`;
}

/** A query as somebody would type it: read again, it asks the same. */
export const printQuery = ({ terms }: Pick<Query, 'terms'>): string => terms.map(printTerm).join(' ');
