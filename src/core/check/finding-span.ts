import type { NoteSource } from '../note/note-source';
import { lineAt } from '../note/text-line';
import type { Span } from '../text/text-edit';
import type { Finding } from './facts/finding';

/**
 * The part of the note's text that a finding is about, in UTF-16 units: the link or embed that begins there, else what stands from there to the line's
 * end, or in the next line that says something. Null where nothing is left to be seen.
 */
export function findingSpan({ text, metadata }: NoteSource, { at: { offset } }: Pick<Finding, 'at'>): Span | null {
  const { embeds = [], links = [], referenceLinks = [] } = metadata;
  const link = [...embeds, ...links, ...referenceLinks].find(({ position }) => position.start.offset === offset);
  if (link) return { start: offset, end: link.position.end.offset };
  const start = offset + text.slice(offset).search(/\S/);
  if (start < offset) return null;
  const line = lineAt(text, start);
  return { start, end: start + text.slice(start, line.end).trimEnd().length };
}
