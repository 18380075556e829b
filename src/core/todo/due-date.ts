import { DUE_FIELD } from '../markdown/marks/span-marks';
import { readLink, targetOf } from '../markdown/written-link';
import { withoutCode } from '../note/comment-place';
import type { Span } from '../text/text-edit';
import { DUE_EMOJI } from './task-fields';

/** A due date in the Tasks plugin's emoji format. */
const EMOJI_DUE = new RegExp(`${DUE_EMOJI}\\s*(\\d{4}-\\d{2}-\\d{2})`, 'gu');

/** Whether a text is an ISO date, of a day that there is: the 30th of February would come back as the 2nd of March. */
export function isDate(text: string): boolean {
  const day = /^\d{4}-(?:0[1-9]|1[0-2])-(\d\d)$/.exec(text)?.[1] ?? '00';
  // Every month has so many days.
  if (day < '29') return day > '00';
  return (new Date(text).toJSON() as string | null)?.startsWith(text) === true;
}

/** Where a due date is written: all of it, and the date alone; offsets into `text`, ends exclusive. */
export interface WrittenDueDate extends Span {
  readonly date: Span;
}

/** The due dates written in a text, the one that counts first: `📅 2026-12-01`, else `[due:: 2026-12-01]`. A date that does not exist is none, nor one in code. */
export function findDueDates(text: string): WrittenDueDate[] {
  const found: WrittenDueDate[] = [];
  // Most texts have no date at all.
  if (!/\d-\d/.test(text)) return found;
  const read = withoutCode(text);
  for (const pattern of [EMOJI_DUE, DUE_FIELD])
    for (const { 0: whole, 1: date = '', index: start } of read.matchAll(pattern)) {
      const end = start + whole.length;
      const at = start + whole.indexOf(date);
      if (isDate(date) && !found.some((other) => other.start < end && start < other.end))
        found.push({ start, end, date: { start: at, end: at + date.length } });
    }
  return found;
}

/** The text without them, and without the blanks before each. */
export const withoutDueDates = (text: string): string =>
  findDueDates(text)
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start).trimEnd() + left.slice(end), text);

/** The due date that counts, ISO; null when there is none. */
export function dueDateIn(text: string): string | null {
  const [first] = findDueDates(text);
  return first ? text.slice(first.date.start, first.date.end) : null;
}

/** The date in a property's value: `2026-12-01`, with a time behind it or as a link; null for anything else. */
export function dueDateOfProperty(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value !== 'string') return null;
  const link = readLink(value.trim());
  const date = /^(\d{4}-\d{2}-\d{2})(?![\d-])/.exec(link ? targetOf(link).path : value.trim())?.[1] ?? '';
  return isDate(date) ? date : null;
}
