import { readMarkdown } from '../../markdown/read-markdown';
import type { TextLine } from '../../note/text-line';
import { editedPart } from '../../text/edited-part';
import { refuse, type Refusal } from '../../text/refusal';
import type { Span } from '../../text/text-edit';

/** Whether without these spans, in order, a link of the line shows nothing any more: `[#todo](url)`. */
export function isLinkLeftEmpty(text: string, line: TextLine, spans: readonly Span[]): boolean {
  const written = text.slice(line.start, line.end);
  if (!written.includes('](') && !written.includes('][')) return false;
  return readMarkdown(written).spans.some(({ kind, innerStart, innerEnd }) => {
    const inner = { start: line.start + innerStart, end: line.start + innerEnd };
    const held = spans.filter(({ start, end }) => start >= inner.start && end <= inner.end);
    const cut = held.map((span) => ({ ...span, insert: '' }));
    return kind === 'link' && held.length > 0 && editedPart(text, inner, cut).trim() === '';
  });
}

/** @param name of the todo. */
export const refuseLinkText = (name: string): Refusal =>
  refuse(
    `The tag of “${name}” is all that its link shows: without it the link could not be seen. Edit it in the note.`,
  );
