import type { NoteSource } from '../../note/note-source';
import { lineAt, nextLineStart, type TextLine } from '../../note/text-line';
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
 * Why a line cannot be taken away whole: it keeps the text below it from becoming code, or a part of the list above. Null when it can.
 */
export function refuseJoin(source: NoteSource, line: TextLine): Refusal | null {
  const { text } = source;
  let next = lineAt(text, nextLineStart(text, line));
  if (next.start <= line.start) return null;
  const isIndented = (): boolean => /^(?: {2,}|\t)\s*\S/.test(text.slice(next.start, next.end));
  const section = source.sectionAt(contentStart(text, line));
  const own = section?.position;
  // Directly below, in the same paragraph: only its first line keeps the second from being code.
  if (section?.type === 'paragraph' && own && next.start < own.end.offset && lineAt(text, own.start.offset).start === line.start)
    return /^(?: {4,}|\t)/.test(text.slice(next.start, next.end)) ? wouldBe(lineNumber(text, next.start)) : null;
  if (section?.type !== 'paragraph' && section?.type !== 'comment') return null;
  while (next.end < text.length && text.slice(next.start, next.end).trim() === '') next = lineAt(text, nextLineStart(text, next));
  const above = (source.metadata.sections ?? []).findLast(({ position }) => position.end.offset <= line.start);
  return above?.type === 'list' && isIndented() ? wouldBe(lineNumber(text, next.start)) : null;
}
