import { readLink, targetOf } from '../markdown/written-link';
import { isValid, parseISO } from 'date-fns';
import { DUE_EMOJI } from './task-fields';

/** A due date in the Tasks plugin's emoji format. */
const EMOJI_DUE = new RegExp(`${DUE_EMOJI}\\s*(\\d{4}-\\d{2}-\\d{2})`, 'gu');

/** Dataview's bracketed inline field `[due:: 2026-12-01]`, round or square. */
const FIELD_DUE = /[([]\s*due\s*::\s*(?:\[\[)?(\d{4}-\d{2}-\d{2})[^\])]*(?:\]\])?\s*[\])]/giu;

const isDate = (text: string): boolean => text !== '' && isValid(parseISO(text));

function firstDate(pattern: RegExp, text: string): string | null {
  for (const match of text.matchAll(pattern)) {
    const date = match[1] ?? '';
    if (isDate(date)) return date;
  }
  return null;
}

/** The due date written in a text, ISO: `📅 2026-12-01`, else `[due:: 2026-12-01]`, else null. A date that does not exist is none. */
export function dueDateIn(text: string): string | null {
  return firstDate(EMOJI_DUE, text) ?? firstDate(FIELD_DUE, text);
}

/** Where the due date that counts is written: all of it, and the date alone; offsets into `text`, ends exclusive. */
export interface WrittenDueDate {
  readonly start: number;
  readonly end: number;
  readonly date: { readonly start: number; readonly end: number };
}

/** The due date that `dueDateIn` reads, with its place; null when there is none. */
export function findDueDate(text: string): WrittenDueDate | null {
  for (const pattern of [EMOJI_DUE, FIELD_DUE])
    for (const { 0: whole, 1: date = '', index } of text.matchAll(pattern)) {
      if (!isDate(date)) continue;
      const start = index + whole.indexOf(date);
      return { start: index, end: index + whole.length, date: { start, end: start + date.length } };
    }
  return null;
}

/** The date in a property's value: `2026-12-01`, with a time behind it or as a link; null for anything else. */
export function dueDateOfProperty(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value !== 'string') return null;
  const link = readLink(value.trim());
  const date = /^(\d{4}-\d{2}-\d{2})(?![\d-])/.exec(link ? targetOf(link).path : value.trim())?.[1] ?? '';
  return isDate(date) ? date : null;
}
