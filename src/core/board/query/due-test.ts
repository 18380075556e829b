import { addDays, formatISO, parseISO } from 'date-fns';
import { isDate } from '../../todo/due-date';

/** Whether a due date fits: ISO, null for none. */
export type DueTest = (due: string | null) => boolean;

/** A test as seen from a day (ISO). */
type DueTestOn = (today: string) => DueTest;

const onDay =
  (fits: (due: string) => boolean): DueTest =>
  (due) =>
    due !== null && fits(due);

const WORDS = new Map<string, DueTestOn>([
  ['overdue', (today) => onDay((due) => due < today)],
  ['today', (today) => onDay((due) => due === today)],
  [
    'week',
    (today) => {
      // Seven days, today among them.
      const last = formatISO(addDays(parseISO(today), 6), { representation: 'date' });
      return onDay((due) => due >= today && due <= last);
    },
  ],
  ['none', () => (due) => due === null],
  ['any', () => (due) => due !== null],
]);

export const DUE_WORDS = [...WORDS.keys()];

/**
 * Reads a value of `due:`: a word, a day with or without a comparison before it, or `from..to`, which may be open at one end. What is none
 * of these is answered with what is wrong with it.
 */
export function readDueTest(value: string): DueTestOn | string {
  const word = WORDS.get(value.toLowerCase());
  if (word) return word;
  const range = /^(.*?)\.\.(.*)$/.exec(value);
  const [, sign = '', only = ''] = /^([<>]=?)?(.*)$/.exec(value) ?? [];
  const [, from = only, to = ''] = range ?? [];
  const days = range ? [from, to].filter((day) => day !== '') : [only];
  const wrong = days.length === 0 ? value : days.find((day) => !isDate(day));
  if (wrong !== undefined)
    return `“${wrong}” is no date. Allowed: ${DUE_WORDS.join(', ')}, a day as 2026-12-01, <2026-12-01, 2026-12-01..2026-12-24.`;
  if (range && to !== '' && from > to) return `${value} ends before it begins.`;
  if (range) return () => onDay((due) => due >= from && (to === '' || due <= to));
  switch (sign) {
    case '<':
      return () => onDay((due) => due < only);
    case '<=':
      return () => onDay((due) => due <= only);
    case '>':
      return () => onDay((due) => due > only);
    case '>=':
      return () => onDay((due) => due >= only);
    default:
      return () => onDay((due) => due === only);
  }
}
