import { isValid, parseISO } from 'date-fns';
import { lineAt } from '../../note/text-line';
import { findDueDate } from '../../todo/due-date';
import { refuse, type Refusal, type TextEdit } from '../edit-plan';
import { setProperty } from '../frontmatter/set-property';
import type { LocatedTodo } from '../locate-todo';
import type { Planning } from '../planning';
import { guardsOf } from '../tags/guards';
import { inlineSpans } from '../tags/inline-spans';
import { lineTail } from '../tags/line-tail';
import { behindTag, carriedOn, leadingTag } from './carried';

/** A due date as it is written beside a tag: as Tasks does. */
export const writeDue = (due: string): string => `📅 ${due}`;

/** Why a text is no due date; null when it is one, or none. */
export function refuseDue(due: string): Refusal | null {
  if (due === '' || (/^\d{4}-\d{2}-\d{2}$/.test(due) && isValid(parseISO(due)))) return null;
  return refuse(`“${due}” is no date. Write it as year-month-day, such as 2026-12-01.`);
}

/**
 * The edits that give a todo a due date (ISO), or with `''` take it away: `📅 2026-12-01` at the end of the tag's line (in a paragraph behind the
 * tag, in a comment inside it), `[due:: …]` where that stands, for a note the property.
 */
export function setDue(planning: Planning, located: LocatedTodo, due: string): readonly TextEdit[] | Refusal {
  const { source, settings, todo, mark } = located;
  const { text } = source;
  const refusal = refuseDue(due);
  if (refusal) return refusal;
  const guards = guardsOf(located);
  const lines = carriedOn(planning, located);
  // The whole is read as the index reads it: an emoji on a later line goes before a field on an earlier one.
  const found = findDueDate(lines.map((line) => text.slice(line.start, line.end)).join('\n'));
  if (found) {
    let before = 0;
    const line = lines.find(({ start, end }) => found.start < before + end - start || (before += end - start + 1) < 0);
    if (!line) throw new Error(`No line holds the due date at ${found.start}.`);
    const shift = line.start - before;
    const [whole, date] = [found, found.date].map(({ start, end }) => ({ start: start + shift, end: end + shift }));
    if (!whole || !date) return [];
    if (due === '') return inlineSpans(text, lineAt(text, whole.start), [whole]).map((span) => ({ ...span, insert: '', guards }));
    return text.slice(date.start, date.end) === due ? [] : [{ ...date, insert: due, guards }];
  }
  if (mark.place.kind === 'note') return setProperty(source, settings.properties.due, due);
  if (due === '') return [];
  const tag = leadingTag(located);
  if (!tag) return refuse(`“${todo.title}” has no tag line.`);
  const { inside, outside } = behindTag(located, tag);
  const isInLine = mark.place.kind === 'block' || inside !== outside;
  const at = isInLine ? inside : lineTail(source, lineAt(text, tag.position.start.offset)).end;
  return [{ start: at, end: at, insert: ` ${writeDue(due)}`, guards }];
}
