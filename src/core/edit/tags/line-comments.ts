import { readMarkdown } from '../../markdown/read-markdown';
import type { Span } from '../../text/text-edit';

/** The comments `%% … %%` that begin and end on one line; the span includes their marks. `from` and `to` are the line's offsets. */
export function lineComments(text: string, from: number, to: number): Span[] {
  const written = text.slice(from, to);
  if (!written.includes('%%')) return [];
  // Alone, an indented line would be code.
  const words = written.trimStart();
  const shift = to - words.length;
  return readMarkdown(words).spans.flatMap(({ kind, start, end }) =>
    kind === 'comment' ? [{ start: start + shift, end: end + shift }] : [],
  );
}
