/** The fields that a term can name. */
export const QUERY_KEYS = ['owner', 'state', 'phase', 'due', 'kind', 'is', 'in', 'tag'] as const;
export type QueryKey = (typeof QUERY_KEYS)[number];

/** Values of fields that have no others. */
export const KINDS = ['note', 'section', 'bullet', 'paragraph', 'row', 'quote'] as const;
export const TRAITS = ['empty', 'frozen', 'hidden', 'shown', 'done'] as const;

/** One condition: a card passes when any of the values fits, with `negated` when none does. */
export interface Term {
  /** Null: the value is looked for in the card's text. */
  readonly key: QueryKey | null;
  /** As written, without quotes; never empty. Exactly one where there is no key. */
  readonly values: readonly string[];
  readonly negated: boolean;
  /** Where it stands in the query: UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface QueryMessage {
  /** `error`: the query cannot be answered. `note`: it is, but perhaps not as it was meant. */
  readonly severity: 'error' | 'note';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What somebody asked of the board. */
export interface Query {
  /** A card must pass all of them. */
  readonly terms: readonly Term[];
  readonly messages: readonly QueryMessage[];
}

export const isAnswerable = ({ messages }: Query): boolean => messages.every(({ severity }) => severity !== 'error');

/** Whether closed todos are asked for: they are not searched otherwise. */
export const asksForDone = ({ terms }: Pick<Query, 'terms'>): boolean =>
  terms.some(
    ({ key, values, negated }) => key === 'is' && !negated && values.some((value) => foldCase(value) === 'done'),
  );

/** A text as it is compared: case and accents do not count. */
export function foldCase(text: string): string {
  // Most texts have no accents: those need not be taken apart.
  const plain = /[\u0080-\uffff]/.test(text) ? text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') : text;
  return plain.toLowerCase();
}
