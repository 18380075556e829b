import { noteName } from '../note/link-text';
import { withoutDueDates } from '../todo/due-date';
import type { Todo } from './todo';

/** The title without what is said in its own place: the due date, and the owner in brackets at the end. */
export function withoutDueAndOwner(title: string, ownerName: string | null): string {
  const undated = withoutDueDates(title);
  const end = /[.!?…。！？]*$/u.exec(undated)?.[0] ?? '';
  const owner = ownerName === null ? '' : ` (${ownerName})${end}`;
  const short = (owner !== '' && undated.endsWith(owner) ? undated.slice(0, -owner.length) + end : undated).trim();
  return short === '' ? title : short;
}

/** What a sentence calls a todo: its title without date and owner, and without a full stop, which is the sentence's own. */
export function shortTitle({ title, owner }: Pick<Todo, 'title' | 'owner'>): string {
  const short = withoutDueAndOwner(title, owner === null ? null : noteName(owner));
  return /[^.]\.$/.test(short) ? short.slice(0, -1) : short;
}
