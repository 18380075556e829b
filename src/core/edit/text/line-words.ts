import { DATED } from '../../todo/task-fields';
import { INLINE_FIELDS } from '../../markdown/marks/span-marks';
import type { NoteSource } from '../../note/note-source';
import type { TextLine } from '../../note/text-line';
import type { IsRoleLink } from '../../todo/tag-line';
import type { Span } from '../../text/text-edit';
import { inlineSpans } from '../tags/inline-spans';
import { lineComments } from '../tags/inline-marks';
import { lineTail } from '../tags/line-tail';

/** What ends a sentence. */
const STOP = /[.!?…。！？]*$/u;

/** A date, or a bracketed field, between words. */
const FIELD = new RegExp(`${DATED.source}|${INLINE_FIELDS.source}`, 'gu');

/** A role's link in round brackets of its own, before the full stop: how an owner stands there; with the blanks before it. */
function bracketedOwner(source: NoteSource, from: number, to: number, isRoleLink: IsRoleLink): Span | null {
  const { text } = source;
  const link = source.linksIn(from, to).at(-1);
  const [open, close] = [(link?.position.start.offset ?? 0) - 1, link?.position.end.offset ?? 0];
  return link &&
    isRoleLink(link.link) &&
    text[open] === '(' &&
    text[close] === ')' &&
    STOP.exec(text.slice(close + 1, to))?.index === 0
    ? { start: from + text.slice(from, open).trimEnd().length, end: close + 1 }
    : null;
}

/** A line's own words, without the tags, dates, owner and id beside them. */
export interface LineWords {
  readonly words: string;
  /** Other words in their place; everything else of the line stays, and stands behind them. */
  readonly write: (words: string) => { readonly span: Span; readonly insert: string };
}

/**
 * Reads the words of a line. `from` is where they can begin: behind its markers. What
 * stands before the first word stays there; what stands among the words comes behind them when they are written anew.
 */
export function lineWords(source: NoteSource, line: TextLine, from: number, isRoleLink: IsRoleLink): LineWords {
  const { text } = source;
  const { textEnd } = lineTail(source, line);
  const written = text.slice(from, Math.max(from, textEnd));
  const owner = bracketedOwner(source, from, textEnd, isRoleLink);
  const bracket = owner ? text.slice(owner.start, owner.end) : '';
  const stop = STOP.exec(written)?.[0] ?? '';
  const bodyEnd = owner?.start ?? from + written.length;
  const tags = source
    .tagsIn(from, bodyEnd)
    .map(({ tag, position: { start } }) => ({ start: start.offset, end: start.offset + tag.length }));
  const fields = [...text.slice(from, bodyEnd).matchAll(FIELD)].map(({ 0: field, index }) => ({
    start: from + index,
    end: from + index + field.length,
  }));
  const pieces = [
    ...tags,
    ...fields.filter((field) => !tags.some((tag) => tag.start < field.end && field.start < tag.end)),
  ].sort((a, b) => a.start - b.start);
  // What stood in a comment among other words stays hidden.
  const comments = lineComments(text, line);
  const apart = ({ start, end }: Span): string => {
    const piece = text.slice(start, end);
    return comments.some((one) => one.start < start && end < one.end) ? `%% ${piece} %%` : piece;
  };
  let words = '';
  let start = from;
  let at = from;
  const among: string[] = [];
  for (const span of inlineSpans(text, line, pieces).filter((one) => one.start >= from && one.inner.end <= bodyEnd)) {
    words += text.slice(at, span.start);
    // What goes with it may reach behind the words.
    at = Math.min(span.end, bodyEnd);
    if (words.trim() === '') start = at;
    else among.push(apart(span.inner));
  }
  words = (words + text.slice(at, bodyEnd)).trim();
  const end = owner ? owner.end + stop.length : Math.max(bodyEnd, start);
  return {
    words: owner ? words + stop : words,
    write(now) {
      const nowStop = owner ? (STOP.exec(now)?.[0] ?? '') : '';
      const body = now.slice(0, now.length - nowStop.length).trimEnd();
      const gap = start > from && /\S$/.test(text.slice(from, start)) ? ' ' : '';
      return { span: { start, end }, insert: gap + [body, ...among].join(' ') + bracket + nowStop };
    },
  };
}
