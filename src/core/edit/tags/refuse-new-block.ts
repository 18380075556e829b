import { ITEM_MARKER } from '../../note/list-items';
import type { TagMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { lineAt, lineBefore, nextLineStart, type TextLine } from '../../note/text-line';
import { refuse, type Refusal, type Span } from '../edit-plan';
import { contentStart } from './inline-spans';

/** What would begin a block of its own, or a checkbox, if a line began with it. */
const BEGINS_BLOCK = /^(?:#{1,6}(?:\s|$)|[-*+](?:\s|$)|\d+[.)](?:\s|$)|>|`{3}|~{3}|\$\$|<[a-z/!?]|[-=*_]{3,}\s*$|\[\^?[^\]]+\]:|\[.\](?:\s|$)| {3,}|\t)/i;

/** The text of a setext heading ends above its underline. */
const UNDERLINE = /^\s{0,3}(?:=+|-+)\s*$/;

const wouldBe = (line: number): Refusal =>
  refuse(`Without the tag, line ${line} would be read as something else. Edit it in the note.`);

const lineNumber = (text: string, at: number): number => text.slice(0, at).split(/\r\n|\r|\n/).length;

/** Why spans cannot be taken out of a line: what is left at its beginning would begin a list, a heading, code. Null when they can. */
export function refuseNewBlock(source: NoteSource, line: TextLine, spans: readonly Span[]): Refusal | null {
  const { text } = source;
  const from = contentStart(text, line);
  const isHeading = source.sectionAt(from)?.type === 'heading';
  let rest = '';
  let at = from;
  for (const { start, end } of spans) {
    rest += text.slice(at, start);
    at = end;
  }
  rest += text.slice(at, line.end);
  if (isHeading) {
    const below = lineAt(text, nextLineStart(text, line));
    return rest.trim() === '' && UNDERLINE.test(text.slice(below.start, below.end)) ? wouldBe(lineNumber(text, line.start)) : null;
  }
  return spans[0]?.start === from && BEGINS_BLOCK.test(rest) ? wouldBe(lineNumber(text, line.start)) : null;
}

/**
 * Why a line cannot be taken away whole: it keeps the text below it from becoming code, or a part of the list above. Null when it can. `going`
 * are the tags that go with it.
 */
export function refuseJoin(source: NoteSource, line: TextLine, going: readonly TagMetadata[]): Refusal | null {
  const { text } = source;
  // A bullet that holds only tags keeps a tag line beside it with the bullet above that line.
  if (ITEM_MARKER.test(text.slice(line.start, line.end))) {
    const beside = [lineBefore(text, line), lineAt(text, nextLineStart(text, line))].find(
      (one) => one.start !== line.start && !ITEM_MARKER.test(text.slice(one.start, one.end)) && source.tagsIn(one.start, one.end).some((tag) => !going.includes(tag)),
    );
    if (beside) return wouldBe(lineNumber(text, beside.start));
  }
  let next = lineAt(text, nextLineStart(text, line));
  const section = source.sectionAt(contentStart(text, line));
  if (next.start <= line.start || (section?.type !== 'paragraph' && section?.type !== 'comment')) return null;
  while (next.end < text.length && text.slice(next.start, next.end).trim() === '') next = lineAt(text, nextLineStart(text, next));
  const written = text.slice(next.start, next.end);
  const indent = /^(?: *\t| {2,})/.exec(written)?.[0] ?? '';
  const isFirst = lineAt(text, section.position.start.offset).start === line.start;
  // In the same paragraph only its first line keeps the second from being code, or a list.
  const isOfSame = next.start < section.position.end.offset;
  if (isFirst && isOfSame && /^\s*(?:\d+[.)]|[-*+]\s*$)/.test(written)) return wouldBe(lineNumber(text, next.start));
  if (indent === '' || !isFirst) return null;
  const above = (source.metadata.sections ?? []).findLast(({ type, position }) => position.end.offset <= line.start && type !== 'comment');
  return (isOfSame && /\t| {4}/.test(indent)) || above?.type === 'list' ? wouldBe(lineNumber(text, next.start)) : null;
}
