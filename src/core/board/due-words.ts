import {
  differenceInCalendarDays,
  intlFormatDistance,
  parseISO,
  startOfDay,
  type IntlFormatDistanceUnit,
} from 'date-fns';

export interface DueWords {
  /** "today", "in 3 days"; of what is overdue how long it has been: "2 weeks". */
  readonly text: string;
  readonly isOverdue: boolean;
}

/** The unit in which people speak of so many days: 10 days, 3 weeks, 4 months. */
function unitFor(days: number): IntlFormatDistanceUnit {
  if (days < 14) return 'day';
  if (days < 60) return 'week';
  return days < 365 ? 'month' : 'year';
}

/** By day and due date: a formatter is made for each call, and many cards are due on one day. */
const known = new Map<string, DueWords>();

/** More than any board has of different dates; then the old ones go. */
const MOST_KNOWN = 2000;

/** A due date (ISO) in words, seen from the day of `now` in local time. */
export function dueWords(due: string, now: Date): DueWords {
  const key = `${startOfDay(now).getTime()} ${due}`;
  const words = known.get(key) ?? findWords(due, now);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, words);
  return words;
}

function findWords(due: string, now: Date): DueWords {
  const day = parseISO(due);
  const today = startOfDay(now);
  const days = differenceInCalendarDays(day, today);
  const isOverdue = days < 0;
  const unit = unitFor(Math.abs(days));
  if (!isOverdue) return { text: intlFormatDistance(day, today, { locale: 'en', unit }), isOverdue };
  const ago = intlFormatDistance(day, today, { locale: 'en', unit, numeric: 'always' });
  return { text: ago.replace(/ ago$/, ''), isOverdue };
}
