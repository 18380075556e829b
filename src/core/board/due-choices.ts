import { isoDay, addDays, weekday } from '../todo/iso-day';

/** A day that is often meant. */
export interface DueChoice {
  readonly name: string;
  /** ISO. */
  readonly due: string;
  /** `Tue 1 Dec` */
  readonly day: string;
}

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });

/** Today, tomorrow and the Monday of next week, seen from `now` in local time. */
export function dueChoices(now: Date): readonly DueChoice[] {
  const today = isoDay(now);
  const days: readonly (readonly [name: string, due: string])[] = [
    ['Today', today],
    ['Tomorrow', addDays(today, 1)],
    ['Next week', addDays(today, (8 - weekday(today)) % 7 || 7)],
  ];
  return days.map(([name, due]) => ({ name, due, day: DAY.format(new Date(due)).replace(',', '') }));
}
