// Days are days of the calendar, written as ISO dates; they have no hours and no time zone, so arithmetic on them is by whole numbers.

const DAY_MS = 86_400_000;

/** A day's number, 0 for 1970-01-01; null for what is no day of the calendar. */
export function dayNumber(iso: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (year === undefined) return null;
  const number = Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY_MS;
  // A 30th of February would be a day of March.
  return isoOf(number) === iso ? number : null;
}

export const isDay = (iso: string): boolean => dayNumber(iso) !== null;

/** The day with that number, ISO. */
export const isoOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The number of the day that it is at a moment in local time. */
export const numberOfToday = (now: Date): number => Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MS;

/** The day that it is at a moment in local time, ISO. */
export const isoDay = (now: Date): string => isoOf(numberOfToday(now));

/** The day of the week, 0 for Sunday. */
export const weekday = (number: number): number => (((number + 4) % 7) + 7) % 7;
