// Days as ISO text (`2026-12-01`). They are reckoned with in UTC, where every day is as long as another.

const DAY_MS = 86_400_000;
const two = (number: number): string => String(number).padStart(2, '0');

/** The day of a date in local time. */
export const isoDay = (date: Date): string =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** The day that comes so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The days from one day to the other. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** 0 for Sunday. */
export const weekday = (day: string): number => new Date(day).getUTCDay();

/** Whether the text is a day, and one that the calendar has. */
export const isIsoDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
