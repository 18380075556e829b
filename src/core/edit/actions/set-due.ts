import { lineAt, type TextLine } from '../../note/text-line';
import { findDueDates, isDate, type WrittenDueDate } from '../../todo/due-date';
import { refuse, type Refusal } from '../../text/refusal';
import { shiftSpan } from '../../text/edit-shifts';
import { guardsOf, type LocatedTodo } from '../locate-todo';
import type { Planning } from '../planning';
import { inlineSpans } from '../tags/inline-spans';
import { lineTail } from '../tags/line-tail';
import { behindTag, todoLines, leadingTag } from './todo-lines';
import { setInText, setInProperty, type SetPart } from './todo-change';

/** A due date as it is written beside a tag: as Tasks does. */
export const writeDue = (due: string): string => `📅 ${due}`;

/** Why a text is no due date; null when it is one, or none. */
export function refuseDue(due: string): Refusal | null {
  if (due === '' || isDate(due)) return null;
  return refuse(`“${due}” is no date. Write it as year-month-day, such as 2026-12-01.`);
}

/** The dates of some lines, as the index reads them: an emoji on a later line goes before a field on an earlier one. */
function datesOn(text: string, lines: readonly TextLine[]): WrittenDueDate[] {
  const written = lines.map((line) => text.slice(line.start, line.end)).join('\n');
  return findDueDates(written).map(({ start, end, date }) => {
    let before = 0;
    const line = lines.find((one) => start < before + one.end - one.start || (before += one.end - one.start + 1) < 0);
    if (!line) throw new Error(`No line holds the due date at ${start}.`);
    const by = line.start - before;
    return { ...shiftSpan({ start, end }, by), date: shiftSpan(date, by) };
  });
}

/**
 * What gives a todo a due date (ISO), or with `''` takes it away: `📅 2026-12-01` at the end of the tag's line (in a paragraph behind the
 * tag, in a comment inside it), `[due:: …]` where that stands, for a note the property.
 */
export function setDue(planning: Planning, located: LocatedTodo, due: string): SetPart | Refusal {
  const { source, settings, mark } = located;
  const { text } = source;
  const refusal = refuseDue(due);
  if (refusal) return refusal;
  const guards = guardsOf(located);
  const lines = todoLines(planning, located);
  const dates = datesOn(text, lines);
  const [first] = dates;
  if (first && due === '') {
    // Of several dates none may be left, or the todo would still be due.
    const spans = lines.flatMap((line) =>
      inlineSpans(
        text,
        line,
        dates.filter(({ start }) => line.start <= start && start < line.end),
      ),
    );
    return setInText(spans.map((span) => ({ ...span, guards })));
  }
  if (first)
    return setInText(
      text.slice(first.date.start, first.date.end) === due ? [] : [{ ...first.date, insert: due, guards }],
    );
  if (mark.place.kind === 'note') return setInProperty(settings.properties.due, due);
  if (due === '') return setInText([]);
  const tag = leadingTag(located);
  if (!tag) return refuse(`“${located.name}” has no tag line.`);
  const { inside, outside } = behindTag(located, tag);
  const isInLine = mark.place.kind === 'block' || inside !== outside;
  const at = isInLine ? inside : lineTail(source, lineAt(text, tag.position.start.offset)).end;
  return setInText([{ start: at, end: at, insert: ` ${writeDue(due)}`, guards }]);
}
