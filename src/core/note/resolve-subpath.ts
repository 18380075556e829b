import { headingKey } from './heading-key';
import { descendantsEnd } from './list-items';
import type { BlockMetadata, HeadingMetadata, NoteMetadata } from './note-metadata';

/** A range of a note in UTF-16 offsets, end exclusive; `Infinity` where it reaches the note's end. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A list item is shown with all that is nested in it, although its own position ends before. */
function blockEnd({ listItems = [] }: NoteMetadata, { id, position }: BlockMetadata): number {
  const at = listItems.findIndex((item) => item.id === id && item.position.start.offset === position.start.offset);
  if (at < 0) return position.end.offset;
  const last = listItems[descendantsEnd(listItems, at) - 1];
  return Math.max(position.end.offset, last?.position.end.offset ?? 0);
}

/** The parts of a subpath between its `#`, empty ones left out: `#A#B` has two. */
export const subpathSegments = (subpath: string): string[] =>
  subpath.split('#').filter((segment) => segment.trim() !== '');

/**
 * The headings that the segments match, as indices, or null: one walk, each segment below the level of the one matched before it,
 * the first match wins.
 */
export function matchHeadings(
  headings: readonly Pick<HeadingMetadata, 'heading' | 'level'>[],
  segments: readonly string[],
): number[] | null {
  const matched: number[] = [];
  const keys = segments.map(headingKey);
  let above = 0;
  for (const [at, { heading, level }] of headings.entries()) {
    if (matched.length === keys.length) break;
    if (level <= above || headingKey(heading) !== keys[matched.length]) continue;
    matched.push(at);
    above = level;
  }
  return matched.length === segments.length ? matched : null;
}

/**
 * What a link's subpath (`#Heading`, `#A#B`, `#^block`, or `''` for the whole note) leads to, as Obsidian resolves it.
 * Null when there is no such place.
 */
export function resolveSubpath(metadata: NoteMetadata, subpath: string): TextRange | null {
  const segments = subpathSegments(subpath);
  const [first] = segments;
  if (first === undefined) return { start: 0, end: Infinity };
  if (segments.length === 1 && first.startsWith('^')) {
    const block = metadata.blocks?.[first.slice(1).toLowerCase()];
    return block ? { start: block.position.start.offset, end: blockEnd(metadata, block) } : null;
  }
  const headings = metadata.headings ?? [];
  const matched = matchHeadings(headings, segments)?.at(-1) ?? -1;
  const current = headings[matched];
  if (!current) return null;
  const next = headings.slice(matched + 1).find(({ level }) => level <= current.level);
  return { start: current.position.start.offset, end: next?.position.start.offset ?? Infinity };
}
