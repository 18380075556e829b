import { joinQueries } from './join-queries';
import { printTerm } from './print-query';
import { foldCase, type Query, type QueryKey, type Term } from './query';
import { readQuery } from './read-query';

const same = (a: string, b: string): boolean => foldCase(a) === foldCase(b);

const asksFor = ({ key, values, negated }: Term, wanted: QueryKey, value: string): boolean =>
  key === wanted && !negated && values.some((one) => same(one, value));

/** Whether one of the query's terms asks for that value of a key. */
export const isAsked = ({ terms }: Pick<Query, 'terms'>, key: QueryKey, value: string): boolean =>
  terms.some((term) => asksFor(term, key, value));

/** The query with that value asked for, or not any more where it was. It joins the others of its key: `state:blocked,waiting`. What else is typed stays as it is. */
export function toggleValue(text: string, key: QueryKey, value: string): string {
  const { terms } = readQuery(text);
  const asking = terms.filter((term) => asksFor(term, key, value));
  const joins = terms.find((term) => term.key === key && !term.negated);
  const change = (at: Term, values: readonly string[]): string => {
    const written = values.length === 0 ? '' : printTerm({ ...at, values });
    return [text.slice(0, at.start).trimEnd(), written, text.slice(at.end).trim()]
      .filter((part) => part !== '')
      .join(' ');
  };
  const [first] = asking;
  if (first) {
    const without = change(
      first,
      first.values.filter((one) => !same(one, value)),
    );
    return asking.length > 1 ? toggleValue(without, key, value) : without;
  }
  if (joins) return change(joins, [...joins.values, value]);
  return joinQueries(text, printTerm({ key, values: [value], negated: false }));
}
