import { spanOf } from '../../note/by-position';
import { commentPlace, isCommented } from '../../note/comment-place';
import { lineAt, type TextLine } from '../../note/text-line';
import { refuse } from '../../text/refusal';
import type { PlainEdit, Span, TextEdit } from '../../text/text-edit';
import { guardsOf, type LocatedTodo } from '../locate-todo';
import { behindMarks, inlineMarks, lineComments, withMarks } from '../tags/inline-marks';
import { isLinkLeftEmpty, refuseLinkText } from '../tags/only-link-text';
import { todoChange, type TodoAction } from './todo-change';

/** Brackets around nothing but a place, which are no link's, with it. */
function withBrackets(text: string, { start, end }: Span): Span {
  const isAround = text[start - 1] === '[' && text[end] === ']';
  return isAround && !/[!^[\]]/.test(text[start - 2] ?? '') && !/[([:]/.test(text[end + 1] ?? '')
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}

/**
 * Tags with blanks between them, each in a comment of its own, with the marks and brackets around nothing but them: emphasis around an empty place would be seen.
 * At the edge between marks they go outside of them: with the comment left out, `**a %% #todo %%**` is no emphasis any more.
 */
function commented(text: string, line: TextLine, tags: readonly Span[]): PlainEdit {
  const group = { start: tags[0]?.start ?? line.end, end: tags.at(-1)?.end ?? line.end };
  const whole = withBrackets(text, group);
  const { start, end } = withMarks(text, line, whole);
  const hidden = tags
    .map((tag) => text.slice(start, group.start) + text.slice(tag.start, tag.end) + text.slice(group.end, end))
    .map((tag) => `%% ${tag} %%`)
    .join(' ');
  const marks = inlineMarks(text, line, [whole]);
  const behind = behindMarks(marks, start, end);
  if (behind > end) {
    const from = line.start + text.slice(line.start, start).trimEnd().length;
    return { start: from, end: behind, insert: `${text.slice(end, behind)} ${hidden}` };
  }
  let before = start;
  for (const mark of marks) if (mark.innerStart === before && mark.innerEnd > end) before = mark.start;
  if (before === start) return { start, end, insert: hidden };
  const to = end + (/^\s+/.exec(text.slice(end, line.end))?.[0].length ?? 0);
  return { start: before, end: to, insert: `${hidden} ${text.slice(before, start)}` };
}

/** A todo's tags that no comment holds yet; those with nothing but blanks between them together. */
function groups({ source, mark }: LocatedTodo): Span[][] {
  const all: Span[][] = [];
  for (const { position } of mark.bodyTags) {
    const tag = spanOf(position);
    if (isCommented(source, tag.start)) continue;
    const last = all.at(-1);
    if (last && /^[^\S\r\n]*$/.test(source.text.slice(last.at(-1)?.end, tag.start))) last.push(tag);
    else all.push([tag]);
  }
  return all;
}

/**
 * Hides a todo on the published site, which leaves `%% comments %%` out, or shows it there again: its tags go into a comment each, or
 * come out of one that holds nothing else. A tag in a heading stays, because a heading's text is part of the links to it.
 */
export function hideTodo(mode: 'hide' | 'show' | 'toggle'): TodoAction {
  let hidden = mode !== 'show';
  return {
    done: (what) => (hidden ? `Hid ${what} on the published site` : `${what}: shown on the published site again`),
    change(located) {
      const { source, name, mark } = located;
      const { text } = source;
      if (mark.bodyTags.length === 0) return refuse(`“${name}” is marked by a property, which the site does not show.`);
      if (mark.bodyTags.some(({ position: { start } }) => source.sectionAt(start.offset)?.type === 'heading'))
        return refuse(
          `The tag of “${name}” stands in its heading, and is part of the links to it. Move it to a line below the heading first.`,
        );
      const before = located.todo.hidden;
      const hide = mode === 'toggle' ? !before : mode === 'hide';
      hidden = hide;
      if (before === hide) return refuse(`“${name}” is ${hide ? 'hidden' : 'shown'} on the published site already.`);
      // Marks inside an open comment would end it: what it hides would be seen, and the tag too.
      const open = hide
        ? mark.bodyTags.find(({ position: { start } }) => commentPlace(source, start.offset) === 'behind-open')
        : undefined;
      if (open)
        return refuse(
          `Before ${open.tag} of “${name}” a comment begins with %% and does not end. Write its end first.`,
        );
      const spans = mark.bodyTags.map(({ position }) =>
        withMarks(text, lineAt(text, position.start.offset), spanOf(position)),
      );
      if (hide && spans.some(({ start }) => isLinkLeftEmpty(text, lineAt(text, start), spans)))
        return refuseLinkText(name);
      const guards = guardsOf(located);
      const edits = (hide ? groups(located) : []).map((tags): TextEdit => ({
        ...commented(text, lineAt(text, tags[0]?.start ?? 0), tags),
        guards,
      }));
      for (const { position } of hide ? [] : mark.bodyTags) {
        const { start, end } = spanOf(position);
        const line = lineAt(text, start);
        const comment = lineComments(text, line).find((one) => one.start <= start && end <= one.end);
        if (!comment || !/^\s*[*_~=[]*$/.test(text.slice(comment.innerStart, start))) continue;
        if (!/^[*_~=\]]*\s*$/.test(text.slice(end, comment.innerEnd))) continue;
        const inside = text.slice(comment.innerStart, comment.innerEnd).trim();
        // Glued to words a tag would be none, or another.
        const gap = /[^\s>[]$/.test(text.slice(line.start, comment.start)) ? ' ' : '';
        const behind = /^[^\s.,;:!?)\]"']/.test(text.slice(comment.end, line.end)) ? ' ' : '';
        edits.push({ start: comment.start, end: comment.end, insert: gap + inside + behind, guards });
      }
      if (edits.length === 0)
        return refuse(`“${name}” stands in a comment with other text. Take the tag out of it by hand.`);
      return todoChange(edits);
    },
  };
}
