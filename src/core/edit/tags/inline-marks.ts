import { readMarkdown } from '../../markdown/read-markdown';
import type { MarkdownSpan } from '../../markdown/spans';
import { lineAt, lineBefore, nextLineStart, type TextLine } from '../../note/text-line';
import type { Span } from '../../text/text-edit';

const KINDS = new Set<MarkdownSpan['kind']>(['emphasis', 'strong', 'strike', 'highlight']);

/**
 * The emphasis, highlights and struck text of the lines around one, up to blank lines: a mark may end on another line. Innermost first. `tags` end where Obsidian says
 * that they do: before a `_` that closes emphasis.
 */
export function inlineMarks(text: string, line: TextLine, tags: readonly Span[]): MarkdownSpan[] {
  if (!/[*_~=]/.test(text.slice(line.start, line.end))) return [];
  const isBlank = ({ start, end }: TextLine): boolean => text.slice(start, end).trim() === '';
  let [first, last] = [line, line];
  for (
    let above = lineBefore(text, first);
    above.start < first.start && !isBlank(above);
    above = lineBefore(text, first)
  )
    first = above;
  for (
    let next = nextLineStart(text, last);
    next > last.end && !isBlank(lineAt(text, next));
    next = nextLineStart(text, last)
  )
    last = lineAt(text, next);
  const shifted = ({ kind, start, end, innerStart, innerEnd }: MarkdownSpan): MarkdownSpan => ({
    kind,
    start: start + first.start,
    end: end + first.start,
    innerStart: innerStart + first.start,
    innerEnd: innerEnd + first.start,
  });
  const masked = tags.reduce(
    (all, { start, end }) => `${all.slice(0, start)}&${'x'.repeat(Math.max(0, end - start - 1))}${all.slice(end)}`,
    text,
  );
  return readMarkdown(masked.slice(first.start, last.end))
    .spans.filter(({ kind }) => KINDS.has(kind))
    .map(shifted)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}

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
