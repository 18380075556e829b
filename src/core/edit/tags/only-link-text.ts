import { readMarkdown } from '../../markdown/read-markdown';
import type { TextLine } from '../../note/text-line';
import { partWithout } from '../../text/edited-part';
import { refuse, type Refusal } from '../../text/refusal';
import type { Span } from '../../text/text-edit';

/** Whether without these spans, in order, a link of the line shows nothing any more: `[#todo](url)`, `<a href="url">#todo</a>`. */
export function isLinkLeftEmpty(text: string, line: TextLine, spans: readonly Span[]): boolean {
  const written = text.slice(line.start, line.end);
  if (!['](', '][', '</a>'].some((sign) => written.includes(sign))) return false;
  const left = (part: Span): string => partWithout(text, part, spans);
  if (left(line).split('></a>').length > written.split('></a>').length) return true;
  return readMarkdown(written).spans.some(({ kind, innerStart, innerEnd }) => {
    const words = left({ start: line.start + innerStart, end: line.start + innerEnd });
    return kind === 'link' && words.length < innerEnd - innerStart && words.trim() === '';
  });
}

/** @param name of the todo. */
export const refuseLinkText = (name: string): Refusal =>
  refuse(
    `The tag of “${name}” is all that its link shows: without it the link could not be seen. Edit it in the note.`,
  );
