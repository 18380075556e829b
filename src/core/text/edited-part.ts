import type { PlainEdit, Span } from './text-edit';

/** A part of a text with the edits made that lie in it; of edits that overlap the first counts. */
export function editedPart(text: string, { start, end }: Span, edits: readonly PlainEdit[]): string {
  let result = '';
  let at = start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at || edit.end > end) continue;
    result += text.slice(at, edit.start) + edit.insert;
    at = edit.end;
  }
  return result + text.slice(at, end);
}

/** A part of a text without the spans that lie in it. */
export const partWithout = (text: string, part: Span, spans: readonly Span[]): string =>
  editedPart(
    text,
    part,
    spans.map(({ start, end }) => ({ start, end, insert: '' })),
  );
