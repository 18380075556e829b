const two = (number: number): string => String(number).padStart(2, '0');

/** The day of a date in local time: `2026-12-01`. */
export function isoDay(date: Date): string {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
