import type { NoteMetadata } from '../../note/note-metadata';
import type { PlannedChange } from './keep-promise';

/** What a move writes: the note that gains the text first, then links that follow it, last the note that loses it. */
export interface MovedText {
  readonly gains: PlannedChange;
  readonly follow: readonly PlannedChange[];
  readonly loses: PlannedChange;
  /** Footnotes and reference definitions for the end of the note that gains the text. */
  readonly definitions: readonly PlannedChange[];
  readonly remarks: readonly string[];
}

/** Metadata of a text that something is put before: `offset` units and `lines` lines. */
export function shiftMetadata(metadata: NoteMetadata, offset: number, lines: number): NoteMetadata {
  const shift = <T extends { readonly position: NonNullable<NoteMetadata['tags']>[number]['position'] }>(entries: readonly T[] = []): T[] =>
    entries.map((entry) => {
      const { start, end } = entry.position;
      return { ...entry, position: { start: { ...start, offset: start.offset + offset }, end: { ...end, offset: end.offset + offset } } };
    });
  const { headings, tags, links, embeds, sections, listItems } = metadata;
  return {
    headings: shift(headings),
    tags: shift(tags),
    links: shift(links),
    embeds: shift(embeds),
    sections: shift(sections),
    listItems: shift(listItems).map((item) => (item.parent < 0 ? item : { ...item, parent: item.parent + lines })),
  };
}

/** The 0-based line of a UTF-16 offset. */
export function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length - 1;
}
