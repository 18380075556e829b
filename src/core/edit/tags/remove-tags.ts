import { EMPTY_COMMENTS } from '../../markdown/marks/span-marks';
import { HEADING_MARKS, ITEM_MARKER } from '../../markdown/marks/line-marks';
import { changedBlockLine } from '../../markdown/changed-block';
import type { Pos, TagMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { locAt } from '../../note/loc-at';
import {
  isBlank,
  lineAfter,
  lineAt,
  lineBefore,
  linesBetween,
  nextLineStart,
  wholeLines,
  type TextLine,
} from '../../note/text-line';
import { partWithout } from '../../text/edited-part';
import { refuse, type Refusal } from '../../text/refusal';
import type { PlainEdit, Span, TextEdit } from '../../text/text-edit';
import { guardsOf, type LocatedTodo } from '../locate-todo';
import { isLinkLeftEmpty, refuseLinkText } from './only-link-text';
import { contentStart, inlineSpans } from './inline-spans';

const spanOf = ({ tag, position }: TagMetadata): Span => ({
  start: position.start.offset,
  end: position.start.offset + tag.length,
});

/** What a line still says without the spans: markers, emphasis and comment marks around nothing say nothing. */
function isLeftEmpty(text: string, line: TextLine, spans: readonly Span[]): boolean {
  // Emphasis and brackets that were around the tag alone say nothing either, nor does a stop behind it.
  return (
    partWithout(text, { start: contentStart(text, line), end: line.end }, spans)
      .replace(/[.,;:!?()[\]]/g, '')
      .replace(EMPTY_COMMENTS, '')
      .replace(/([*_~=]+)\s*\1/, '')
      .trim() === ''
  );
}

/** Whether a heading of several lines, underlined, says something on another of them. */
function hasOtherWords({ text }: NoteSource, { start, end }: Pos, line: TextLine): boolean {
  const lines = [...linesBetween(text, start.offset, end.offset)].slice(0, -1);
  return lines.some(
    (one) => one.start !== line.start && text.slice(one.start, one.end).replace(/#\S+/g, '').trim() !== '',
  );
}

/** Whether the line may go whole: not a heading, nor a row with cells, nor a bullet that holds others or is marked itself. */
function mayGo({ source, mark: { place } }: LocatedTodo, line: TextLine): boolean {
  const written = source.text.slice(line.start, line.end);
  const section = source.sectionAt(contentStart(source.text, line));
  if (section?.type === 'heading') return hasOtherWords(source, section.position, line);
  if (section?.type === 'table') return !written.includes('|');
  return !ITEM_MARKER.test(written) || place.kind === 'section' || place.kind === 'note';
}

/** A comment of three lines that holds nothing else goes with its marks. */
function withCommentMarks(text: string, line: TextLine): TextLine {
  if (line.start === 0 || line.end === text.length) return line;
  const above = lineBefore(text, line);
  const below = lineAfter(text, line);
  const isMark = (one: TextLine): boolean => text.slice(one.start, one.end).trim() === '%%';
  return isMark(above) && isMark(below) ? { start: above.start, end: below.end } : line;
}

/** Whole lines with their ends. */
function lineCuts(source: NoteSource, lines: readonly TextLine[]): Span[] {
  const { text } = source;
  const spans: Span[] = [];
  const parts = (line: TextLine): boolean => isBlank(text, line) || source.sectionAt(line.start)?.type === 'heading';
  for (const line of lines) {
    const next = nextLineStart(text, line);
    // Where the line is all that keeps the blocks above and below it apart, a blank one stays.
    const isApart = parts(lineBefore(text, line)) || parts(lineAfter(text, line));
    const changes = (until: number): boolean =>
      changedBlockLine(text, [{ start: line.start, end: until, insert: '' }]) !== null;
    const end = line.start > 0 && !isApart && changes(next) && !changes(line.end) ? line.end : next;
    const last = spans.at(-1);
    const span = { start: last?.end === line.start ? (spans.pop()?.start ?? 0) : line.start, end };
    spans.push(line.end === text.length ? wholeLines(text, span) : span);
  }
  return spans;
}

/** Hashes that would come to stand at a heading's end, where they would close it and be no words any more: the insertion of the backslash before them. */
function keptHashes(text: string, line: TextLine, cut: readonly Span[]): PlainEdit[] {
  const last = cut.at(-1);
  if (!last || text.slice(last.end, line.end).trim() !== '') return [];
  const opening = [line.start, contentStart(text, line)].find((at) => HEADING_MARKS.test(text.slice(at, line.end)));
  const left = text.slice(line.start, last.start).trimEnd();
  const at = line.start + Math.max(left.lastIndexOf(' '), left.lastIndexOf('\t')) + 1;
  const isHashes = text[at] === '#' && new Set(left.slice(at - line.start)).size === 1;
  return opening === undefined || at <= opening || !isHashes ? [] : [{ start: at, end: at, insert: '\\' }];
}

function byLine(
  { text }: NoteSource,
  tags: readonly TagMetadata[],
): { readonly line: TextLine; readonly spans: Span[] }[] {
  const lines = new Map<number, { line: TextLine; spans: Span[] }>();
  for (const tag of tags) {
    const line = lineAt(text, tag.position.start.offset);
    const known = lines.get(line.start) ?? { line, spans: [] };
    lines.set(line.start, known);
    known.spans.push(spanOf(tag));
  }
  return [...lines.values()].sort((a, b) => a.line.start - b.line.start);
}

/** Why tags cannot be taken out of a note by these edits, in order: what is left would become something else, as a heading, a list, code; null where all stays. */
export function cutProblem({ text }: NoteSource, cuts: readonly TextEdit[]): Refusal | null {
  const changed = changedBlockLine(text, cuts);
  return changed === null ? null : refuseCut(changed);
}

/** @param line 0-based. */
const refuseCut = (line: number): Refusal =>
  refuse(`Without the tag, line ${line + 1} would be read as something else. Edit it in the note.`);

/**
 * The edits that take a todo's tags out of the note's text: each with its line when nothing else stands on it, else the tag alone with one blank
 * and the marks around nothing but it. A date, an owner and other tags stay where they are. Whoever makes them asks for their `cutProblem`, which
 * reads the whole note: once for all todos that change in it.
 */
export function removeBodyTags(located: LocatedTodo): readonly TextEdit[] | Refusal {
  const { source, mark } = located;
  const { text } = source;
  const guards = guardsOf(located);
  const whole: TextLine[] = [];
  const edits: TextEdit[] = [];
  let indented: Span | undefined;
  for (const { line, spans } of byLine(source, mark.bodyTags)) {
    if (isLeftEmpty(text, line, spans) && mayGo(located, line)) {
      whole.push(withCommentMarks(text, line));
      continue;
    }
    const cut = inlineSpans(text, line, spans);
    if (isLinkLeftEmpty(text, line, cut)) return refuseLinkText(located.name);
    indented ??= cut.find(
      ({ start, end }) => start === contentStart(text, line) && /^(?: {3}|\t)/.test(text.slice(end, line.end)),
    );
    for (const span of cut) edits.push({ ...span, guards });
    edits.push(...keptHashes(text, line, cut).map((edit) => ({ ...edit, guards })));
  }
  for (const span of lineCuts(source, whole)) edits.push({ ...span, insert: '', guards });
  edits.sort((a, b) => a.start - b.start);
  // Blanks that are left would indent the line: three are one short of code.
  if (indented) return refuseCut(locAt(text, indented.start).line);
  return edits.length === 0 && mark.bodyTags.length > 0 ? refuse('There is nothing to remove.') : edits;
}
