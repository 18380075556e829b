import { readMarkdown } from '../../markdown/read-markdown';
import type { MarkdownSpan } from '../../markdown/spans';
import { isBlank, lineAfter, lineBefore, type TextLine } from '../../note/text-line';
import type { Span } from '../../text/text-edit';

const KINDS = new Set<MarkdownSpan['kind']>(['emphasis', 'strong', 'strike', 'highlight']);

/** A span of a part of a text as one of the text; `by`: where the part begins. */
const shifted = ({ kind, start, end, innerStart, innerEnd }: MarkdownSpan, by: number): MarkdownSpan => ({
  kind,
  start: start + by,
  end: end + by,
  innerStart: innerStart + by,
  innerEnd: innerEnd + by,
});

/** The comments `%% … %%` that begin and end on one line. */
export function lineComments(text: string, line: TextLine): MarkdownSpan[] {
  const written = text.slice(line.start, line.end);
  if (!written.includes('%%')) return [];
  // Alone, an indented line would be code.
  const words = written.trimStart();
  return readMarkdown(words)
    .spans.filter(({ kind }) => kind === 'comment')
    .map((one) => shifted(one, line.end - words.length));
}

/**
 * The emphasis, highlights and struck text of the lines around one, up to blank lines: a mark may end on another line. Innermost first. `tags` end where Obsidian says
 * that they do: before a `_` that closes emphasis.
 */
export function inlineMarks(text: string, line: TextLine, tags: readonly Span[]): MarkdownSpan[] {
  if (!/[*_~=]/.test(text.slice(line.start, line.end))) return [];
  const upTo = (next: (text: string, line: TextLine) => TextLine): TextLine => {
    let last = line;
    for (let one = next(text, last); one.start !== last.start && !isBlank(text, one); one = next(text, last))
      last = one;
    return last;
  };
  const [first, last] = [upTo(lineBefore), upTo(lineAfter)];
  const masked = tags.reduce(
    (all, { start, end }) => `${all.slice(0, start)}&${'x'.repeat(Math.max(0, end - start - 1))}${all.slice(end)}`,
    text,
  );
  return readMarkdown(masked.slice(first.start, last.end))
    .spans.filter(({ kind }) => KINDS.has(kind))
    .map((one) => shifted(one, first.start))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

/** Where the marks end that end with what ends at an offset, and hold something before `start`. */
export const behindMarks = (marks: readonly MarkdownSpan[], start: number, end: number): number =>
  marks.reduce((at, mark) => (mark.innerEnd === at && mark.innerStart < start ? mark.end : at), end);

/** The span with the marks around nothing but it. */
export function withMarks(text: string, line: TextLine, span: Span): Span {
  return inlineMarks(text, line, [span]).reduce((own, { start, end, innerStart, innerEnd }) => {
    const isSole =
      innerStart <= own.start &&
      own.end <= innerEnd &&
      (text.slice(innerStart, own.start) + text.slice(own.end, innerEnd)).trim() === '';
    return isSole ? { start, end } : own;
  }, span);
}
