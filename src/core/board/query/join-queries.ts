import { printQuery } from './print-query';
import { readQuery } from './read-query';

/** A query for what passes both: they stand behind each other as they are typed, but where a quote that nobody closed would take the other in. */
export function joinQueries(one: string, other: string): string {
  const parts = [one, other].map((part) => part.trim()).filter((part) => part !== '');
  const joined = parts.join(' ');
  const printed = printQuery({ terms: parts.flatMap((part) => readQuery(part).terms) });
  return printQuery(readQuery(joined)) === printed ? joined : printed;
}
