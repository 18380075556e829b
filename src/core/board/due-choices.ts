import { isoOf, numberOfToday, weekday } from '../todo/day';

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
  const today = numberOfToday(now);
  const toMonday = (8 - weekday(today)) % 7 || 7;
  const days = [['Today', 0], ['Tomorrow', 1], ['Next week', toMonday]] as const;
  return days.map(([name, later]) => {
    const due = isoOf(today + later);
    return { name, due, day: DAY.format(new Date(due)).replace(',', '') };
  });
}
