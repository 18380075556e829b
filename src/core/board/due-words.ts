import { differenceInCalendarDays, intlFormatDistance, parseISO, startOfDay } from 'date-fns';

export interface DueWords {
  /** "today", "in 3 days", "2 weeks overdue". */
  readonly text: string;
  readonly isOverdue: boolean;
}

/** A due date (ISO) in words, seen from the day of `now` in local time. */
export function dueWords(due: string, now: Date): DueWords {
  const day = parseISO(due);
  const today = startOfDay(now);
  const isOverdue = differenceInCalendarDays(day, today) < 0;
  if (!isOverdue) return { text: intlFormatDistance(day, today, { locale: 'en' }), isOverdue };
  const ago = intlFormatDistance(day, today, { locale: 'en', numeric: 'always' });
  return { text: ago.replace(/ ago$/, ' overdue'), isOverdue };
}
