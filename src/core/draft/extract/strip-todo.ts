import { roleLinksOn } from '../../edit/actions/todo-lines';
import { inlineSpans } from '../../edit/tags/inline-spans';
import { lineComments } from '../../edit/tags/inline-marks';
import type { OperationsIndex } from '../../index/operations-index';
import type { Span } from '../../text/text-edit';
import { isCommented } from '../../note/comment-place';
import { lineAt, linesBetween } from '../../note/text-line';
import type { NoteSource } from '../../note/note-source';
import { findDueDates } from '../../todo/due-date';
import { isTodoTag } from '../../todo/todo-tags';
import type { CarriedTodo } from './extract';

/** What lines say of a todo, and the spans of them that say it. */
export interface StrippedTodo {
  readonly todo: Omit<CarriedTodo, 'isDone'>;
  readonly spans: readonly Span[];
}

/**
 * What on these lines says how far the todo is, and the spans that say it: todo tags with the comment marks around them, a due date, one owner in
 * its brackets. They go into the note's properties and tag line.
 */
export function stripTodo(index: OperationsIndex, source: NoteSource, lines: Span): StrippedTodo {
  const { text } = source;
  const written = text.slice(lines.start, lines.end);
  const spans: Span[] = [];
  let isHidden = false;
  const tags = source.tagsIn(lines.start, lines.end).filter(({ tag }) => isTodoTag(index.settings.tags, tag));
  for (const { position } of tags) {
    const [start, end] = [position.start.offset, position.end.offset];
    const comment = lineComments(text, lines).find(
      (one) => text.slice(one.innerStart, start).trim() === '' && text.slice(end, one.innerEnd).trim() === '',
    );
    isHidden ||= isCommented(source, start);
    spans.push(comment ?? { start, end });
  }
  const dates = findDueDates(written).map(({ start, end, date }) => ({
    due: written.slice(date.start, date.end),
    span: { start: lines.start + start, end: lines.start + end },
  }));
  const due = dates[0]?.due ?? null;
  for (const date of dates) if (date.due === due) spans.push(date.span);
  const [role, ...others] = roleLinksOn(index, source, [lines]);
  let owner: string | null = null;
  if (role && others.length === 0) {
    const around = /\([ \t]*$/.exec(text.slice(lines.start, role.position.start.offset));
    const close = /^[ \t]*\)/.exec(text.slice(role.position.end.offset, lines.end));
    // A role that is part of the sentence stays in it.
    if (around && close) {
      owner = index.roleOf(role.link, source.path);
      spans.push({
        start: role.position.start.offset - around[0].length,
        end: role.position.end.offset + close[0].length,
      });
    }
  }
  spans.sort((a, b) => a.start - b.start);
  const apart = [...linesBetween(text, lines.start, lines.end)].flatMap(({ start, end }) =>
    inlineSpans(
      text,
      lineAt(text, start),
      spans.filter((span) => span.start >= start && span.end <= end),
    ),
  );
  return { todo: { tags: tags.map(({ tag }) => tag), isHidden, due, owner }, spans: apart };
}
