import { SHOWS, type Show } from '../block/board-block';
import { isAnswerable } from '../board/query/query';
import { readQuery, readTerms } from '../board/query/read-query';
import { refuse, type Refusal } from '../text/refusal';

export interface SnapshotQuery {
  readonly query: string;
  /** `board` is the phases and the todos of each, `list` the todos alone, `progress` the phases. */
  readonly show: Show;
}

/** Reads what a snapshot's opening line asks: a query, and in it `show:`. A refusal when that cannot be answered. */
export function readAsked(asked: string): SnapshotQuery | Refusal {
  if (asked.includes('%%') || /[\r\n]/.test(asked))
    return refuse('A snapshot’s query stands in a comment of one line: it can hold no “%%”.');
  let query = asked;
  let show: string = SHOWS[0];
  for (const { key, values, start, end } of readTerms(asked).reverse())
    if (key?.text === 'show') {
      show = values[0]?.text ?? '';
      query = query.slice(0, start) + query.slice(end);
    }
  const known = SHOWS.find((one) => one === show);
  if (known === undefined) return refuse(`“${show}” is no value of show. Allowed: ${SHOWS.join(', ')}.`);
  query = query.trim().replace(/\s+/g, ' ');
  const read = readQuery(query);
  const error = read.messages.find(({ severity }) => severity === 'error');
  return isAnswerable(read) || !error ? { query, show: known } : refuse(error.text);
}

/** The same as it is written. */
export const writeAsked = ({ query, show }: SnapshotQuery): string =>
  [query.trim(), ...(show === SHOWS[0] ? [] : [`show:${show}`])].filter((part) => part !== '').join(' ');
