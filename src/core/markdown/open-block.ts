import type { NoteSource } from '../note/note-source';
import { readMarkdown } from './read-markdown';

/** Blocks that take in what is written below them. */
const SWALLOWS = new Set(['code', 'math', 'comment', 'html']);

/**
 * Whether the block that holds the offset has no end of its own, so that all that is written below becomes part of it, or does once a later `%%` closes
 * it: asked by writing a word below it. Answers with the block's 0-based line, or null.
 */
export function openBlockAt(source: NoteSource, offset: number): number | null {
  const section = source.sectionAt(offset);
  if (!section || !(SWALLOWS.has(section.type) || section.type === 'paragraph')) return null;
  const own = source.text.slice(section.position.start.offset, section.position.end.offset);
  const below = own.length + 2;
  const takes = (behind: string): boolean =>
    readMarkdown(`${own}\n\nx${behind}`).blocks.some(
      ({ type, start, end }) => SWALLOWS.has(type) && start < below && end > below,
    );
  return takes('') || takes('\n%%') ? section.position.start.line : null;
}
