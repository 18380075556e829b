import { headingKey } from './heading-key';
import { descendantsEnd } from './list-items';
import type { BlockMetadata, NoteMetadata } from './note-metadata';

/** A range of a note in UTF-16 offsets, end exclusive; `Infinity` where it reaches the note's end. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A list item is shown with all that is nested in it, although its own position ends before. */
function blockEnd({ listItems = [] }: NoteMetadata, { id, position }: BlockMetadata): number {
  const at = listItems.findIndex((item) => item.id === id);
  if (at < 0) return position.end.offset;
  const last = listItems[descendantsEnd(listItems, at) - 1];
  return Math.max(position.end.offset, last?.position.end.offset ?? 0);
}

/**
 * What a link's subpath (`#Heading`, `#A#B`, `#^block`, or `''` for the whole note) leads to, as Obsidian resolves it (LINKS 3.5):
 * one walk over the headings, each segment below the level matched before it, the first match wins. Null when there is no such place.
 */
export function resolveSubpath(metadata: NoteMetadata, subpath: string): TextRange | null {
  const segments = subpath.split('#').filter((segment) => segment.trim() !== '');
  const [first] = segments;
  if (first === undefined) return { start: 0, end: Infinity };
  if (segments.length === 1 && first.startsWith('^')) {
    const block = metadata.blocks?.[first.slice(1).toLowerCase()];
    return block ? { start: block.position.start.offset, end: blockEnd(metadata, block) } : null;
  }
  const headings = metadata.headings ?? [];
  let matched = -1;
  let segment = 0;
  for (let at = 0; at < headings.length && segment < segments.length; at++) {
    const above = matched < 0 ? 0 : (headings[matched]?.level ?? 0);
    const heading = headings[at];
    if (!heading || heading.level <= above || headingKey(heading.heading) !== headingKey(segments[segment] ?? '')) continue;
    matched = at;
    segment++;
  }
  const current = headings[matched];
  if (segment < segments.length || !current) return null;
  const next = headings.slice(matched + 1).find(({ level }) => level <= current.level);
  return { start: current.position.start.offset, end: next?.position.start.offset ?? Infinity };
}
