import { dayNumber, isoOf, numberOfToday, weekday } from '../todo/day';

export interface DueWords {
  /** "today", "in 3 days"; of what is overdue how long it has been: "2 weeks". */
  readonly text: string;
  readonly isOverdue: boolean;
}

type Unit = 'day' | 'week' | 'month' | 'year';

/** The unit in which people speak of so many days: 10 days, 3 weeks, 4 months. */
function unitFor(days: number): Unit {
  if (days < 14) return 'day';
  if (days < 60) return 'week';
  return days < 365 ? 'month' : 'year';
}

/** How many of a unit a day (its number) is from the calendar's beginning; weeks begin on Sunday. */
function inUnits(day: number, unit: Unit): number {
  const [year = 0, month = 0] = isoOf(day).split('-').map(Number);
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return (day - weekday(day)) / 7;
    case 'month':
      return year * 12 + month;
    case 'year':
      return year;
  }
}

const WORDS = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const NUMBERS = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** A due date (ISO) in words, seen from the day of `now` in local time. */
export function dueWords(due: string, now: Date): DueWords {
  const today = numberOfToday(now);
  const day = dayNumber(due) ?? today;
  const unit = unitFor(Math.abs(day - today));
  const units = inUnits(day, unit) - inUnits(today, unit);
  if (day >= today) return { text: WORDS.format(units, unit), isOverdue: false };
  return { text: NUMBERS.format(units, unit).replace(/ ago$/, ''), isOverdue: true };
}
