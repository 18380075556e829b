import { BLOCK_ID, COMMENTS } from '../markdown/marks/span-marks';
import { entriesIn, type Positioned } from './by-position';
import { headingKey } from './heading-key';
import type { HeadingMetadata, NoteMetadata } from './note-metadata';

/** A heading as far as it can name a phase. */
export interface HeadingMark {
  /** UTF-16 offset of the heading's start. */
  readonly offset: number;
  readonly level: number;
  /** The target when the heading's text is exactly one link, else null. */
  readonly link: string | null;
  /** The heading's source without tags. */
  readonly text: string;
}

/** Reads a heading: tags, a comment and a block id beside the link do not count. */
export function readHeadingMark(metadata: NoteMetadata, heading: HeadingMetadata): HeadingMark {
  const { start, end } = heading.position;
  // Obsidian lists what it finds in the order of the note.
  const inside = <T extends Positioned>(entries: readonly T[] = []): readonly T[] =>
    entriesIn(entries, start.offset, end.offset);
  let text = heading.heading;
  for (const tag of inside(metadata.tags)) text = text.replace(tag.tag, '');
  text = text.replace(COMMENTS, '').replace(BLOCK_ID, '').trim();
  const links = [...inside(metadata.links), ...inside(metadata.embeds)];
  const [first] = links;
  return {
    offset: start.offset,
    level: heading.level,
    text,
    link: links.length === 1 && first?.original === text ? first.link : null,
  };
}

/** Whether a heading has the name, whatever tags, comment and block id stand beside it. */
export const isHeadingNamed = (metadata: NoteMetadata, heading: HeadingMetadata, name: string): boolean =>
  headingKey(readHeadingMark(metadata, heading).text) === headingKey(name);
