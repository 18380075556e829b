import { daysBetween, isoDay, weekday } from '../todo/iso-day';

export interface DueWords {
  /** "today", "in 3 days"; of what is overdue how long it has been: "2 weeks". */
  readonly text: string;
  readonly isOverdue: boolean;
}

/** From one day to another in the unit in which people speak of so many days (10 days, 3 weeks, 4 months): calendar weeks, months and years that begin between them. */
function distance(from: string, to: string): readonly [count: number, unit: Intl.RelativeTimeFormatUnit] {
  const days = daysBetween(from, to);
  const apart = Math.abs(days);
  if (apart < 14) return [days, 'day'];
  if (apart < 60) return [(days + weekday(from) - weekday(to)) / 7, 'week'];
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  if (apart >= 365) return [years, 'year'];
  return [years * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)), 'month'];
}

const AHEAD = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const AGO = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/** A due date (ISO) in words, seen from the day of `now` in local time. */
export function dueWords(due: string, now: Date): DueWords {
  const today = isoDay(now);
  const isOverdue = due < today;
  const text = (isOverdue ? AGO : AHEAD).format(...distance(today, due));
  return { text: text.replace(/ ago$/, ''), isOverdue };
}
