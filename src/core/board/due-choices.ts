import { addDays, nextMonday } from 'date-fns';
import { isoDay } from '../text/iso-day';

/** A day that is often meant. */
export interface DueChoice {
  readonly name: string;
  /** ISO. */
  readonly due: string;
  /** `Tue 1 Dec` */
  readonly day: string;
}

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

/** Today, tomorrow and the Monday of next week, seen from `now` in local time. */
export function dueChoices(now: Date): readonly DueChoice[] {
  const days: readonly (readonly [string, Date])[] = [
    ['Today', now],
    ['Tomorrow', addDays(now, 1)],
    ['Next week', nextMonday(now)],
  ];
  return days.map(([name, date]) => ({ name, due: isoDay(date), day: DAY.format(date).replace(',', '') }));
}
