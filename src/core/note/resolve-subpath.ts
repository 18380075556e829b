import { groupBy } from './group-by';
import { lastStartingBy, startOf } from './by-position';
import { headingKey } from './heading-key';
import { descendantsEnd } from './list-items';
import type { NamedMetadata, HeadingMetadata, NoteMetadata } from './note-metadata';
import { oncePer } from './once-per';

/** A range of a note in UTF-16 offsets, end exclusive; `Infinity` where it reaches the note's end. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A list item is shown with all that is nested in it, although its own position ends before. */
function blockEnd({ listItems = [] }: NoteMetadata, { id, position }: NamedMetadata): number {
  const at = lastStartingBy(listItems, position.start.offset, startOf);
  const item = listItems[at];
  if (item?.id !== id || item.position.start.offset !== position.start.offset) return position.end.offset;
  const last = listItems[descendantsEnd(listItems, at) - 1];
  return Math.max(position.end.offset, last?.position.end.offset ?? 0);
}

/** The parts of a subpath between its `#`, empty ones left out: `#A#B` has two. */
export const subpathSegments = (subpath: string): string[] =>
  subpath.split('#').filter((segment) => segment.trim() !== '');

export type Headings = readonly Pick<HeadingMetadata, 'heading' | 'level'>[];

/** The headings, as indices, by their keys: many links may lead to one note. */
const headingsByKey = oncePer((headings: Headings) =>
  groupBy(headings.keys(), (at) => headingKey(headings[at]?.heading ?? '')),
);

/**
 * The headings that the segments match, as indices, or null: one walk, each segment below the level of the one matched before it,
 * the first match wins.
 */
export function matchHeadings(headings: Headings, segments: readonly string[]): number[] | null {
  const matched: number[] = [];
  const byKey = headingsByKey(headings);
  let above = 0;
  for (const segment of segments) {
    const last = matched.at(-1) ?? -1;
    const at = byKey.get(headingKey(segment))?.find((one) => one > last && (headings[one]?.level ?? 0) > above);
    if (at === undefined) return null;
    matched.push(at);
    above = headings[at]?.level ?? 0;
  }
  return matched;
}

/** What the heading at an index rules: from its line to the next heading of its level or above; null where there is none. */
export function sectionOf(headings: readonly HeadingMetadata[], index: number): TextRange | null {
  const heading = headings[index];
  const next = headings.find(({ level }, at) => heading && at > index && level <= heading.level);
  return heading ? { start: heading.position.start.offset, end: next?.position.start.offset ?? Infinity } : null;
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
  return sectionOf(headings, matched);
}
