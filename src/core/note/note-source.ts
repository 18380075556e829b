import { ITEM_MARKER } from '../markdown/marks/line-marks';
import { entriesIn, entriesInOrder, entryAt } from './by-position';
import type { LinkMetadata, ListItemMetadata, NoteMetadata, SectionMetadata, TagMetadata } from './note-metadata';
import { Outline } from './outline';
import { isLineEnd, lineAt, type TextLine } from './text-line';
import { findPublishedCopies, type PublishedCopy } from './published-copies';
import { findSnapshots, type Snapshots } from './snapshots';

/**
 * Whether the metadata describes this text: every tag stands where the metadata says, and the text has room for its last block. Obsidian parses in the
 * background, so a text read from disk can be ahead of its metadata, or behind it.
 */
export function describesText(text: string, metadata: NoteMetadata): boolean {
  const tagsFit = (metadata.tags ?? []).every(({ tag, position }) => text.startsWith(tag, position.start.offset));
  const last = metadata.sections?.at(-1);
  return tagsFit && (last === undefined || last.position.end.offset <= text.length);
}

/**
 * The same with every position: headings, links and bullets too, and nothing but white space behind the last block. Asked before a note is
 * written; a note that ends in what Obsidian makes no block of never passes.
 */
export function describesAllOfText(text: string, metadata: NoteMetadata): boolean {
  const { headings = [], links = [], embeds = [], listItems = [], sections = [] } = metadata;
  return (
    describesText(text, metadata) &&
    headings.every(
      ({ heading, position: { start, end } }) =>
        text.slice(start.offset, end.offset).includes(heading) && isLineEnd(text, end.offset),
    ) &&
    [...links, ...embeds].every(({ original, position }) => text.startsWith(original, position.start.offset)) &&
    listItems.every(({ position }) =>
      ITEM_MARKER.test(text.slice(position.start.offset, position.start.offset + 24)),
    ) &&
    text.slice(sections.at(-1)?.position.end.offset ?? 0).trim() === ''
  );
}

const NONE: readonly never[] = [];

/** A note's text with its metadata, and the questions that finding its todos asks. Offsets are UTF-16, ends exclusive. */
export class NoteSource {
  /** V8 throws away the code that it has made for a class when a collection finds no object of it: this one stays, so that the next note is read as fast as the last. */
  static readonly empty = new NoteSource('', '', {});
  readonly copies: readonly PublishedCopy[];
  /** What the plugin has written of the board into the note; it is no source of todos. */
  readonly snapshots: Snapshots;
  readonly outline: Outline;
  readonly items: readonly ListItemMetadata[];
  /** Where the note's own text begins: behind the frontmatter. */
  readonly bodyStart: number;
  /** Whether a comment can begin anywhere: most notes hold none. Asked for each todo, told once. */
  readonly mayHoldComments: boolean;
  private readonly tags: readonly TagMetadata[];
  private readonly links: readonly LinkMetadata[];
  private line: TextLine = { start: 0, end: -1 };

  constructor(
    readonly path: string,
    readonly text: string,
    readonly metadata: NoteMetadata,
  ) {
    this.copies = findPublishedCopies(text, metadata);
    this.snapshots = findSnapshots(text, metadata);
    this.outline = new Outline(metadata, this.copies, text.length);
    this.items = entriesInOrder(metadata.listItems ?? NONE);
    this.bodyStart = metadata.frontmatterPosition?.end.offset ?? (text.startsWith('\uFEFF') ? 1 : 0);
    this.mayHoldComments = text.includes('%%');
    this.tags = entriesInOrder(metadata.tags ?? NONE);
    this.links = entriesInOrder(metadata.links ?? NONE);
  }

  /** The metadata entries whose start lies in `[start, end)`. */
  tagsIn(start: number, end: number): readonly TagMetadata[] {
    return entriesIn(this.tags, start, end);
  }

  linksIn(start: number, end: number): readonly LinkMetadata[] {
    return entriesIn(this.links, start, end);
  }

  /** The line that holds the offset; the one that was asked for last is known. */
  lineAt(offset: number): TextLine {
    if (offset < this.line.start || offset > this.line.end) this.line = lineAt(this.text, offset);
    return this.line;
  }

  /** The top-level block that holds the offset. */
  sectionAt(offset: number): SectionMetadata | null {
    return entryAt(this.metadata.sections ?? NONE, offset);
  }
}

export const openNoteSource = (path: string, text: string, metadata: NoteMetadata): NoteSource =>
  new NoteSource(path, text, metadata);
