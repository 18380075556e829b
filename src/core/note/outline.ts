import { groupBy } from './group-by';
import { lastStartingBy, startOf } from './by-position';
import type { HeadingMetadata, NoteMetadata } from './note-metadata';
import type { PublishedCopy } from './published-copies';

/** A heading with the range it rules: to the next heading of the same or a higher level in its own scope. */
export interface OutlineSection {
  readonly heading: HeadingMetadata;
  /** UTF-16 offsets: from the heading line's start, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The section this one is nested in, or null. */
  readonly parent: OutlineSection | null;
}

/** A note's headings as a tree in which published copies do not end, or nest under, the sections around them. */
export interface Outline {
  /** The innermost copy whose text holds the offset, or null. */
  copyAt(offset: number): number | null;
  /** The innermost section of the offset's own scope, or null before the scope's first heading; behind its last line end a note is still in its last section. */
  sectionAt(offset: number): OutlineSection | null;
  /** Whether the offset stands in what the publisher put around a copy's text: its tags and its title. */
  isWrapping(offset: number): boolean;
  /** Where the offset's scope ends: the end of the copy's text, or of the note. */
  scopeEnd(offset: number): number;
  /** The note's own headings, without those of copies. */
  readonly own: readonly OutlineSection[];
}

/** What holds from an offset on: the innermost copy whose text stands there, and whether it is what the publisher put around a copy's text. */
interface Stretch {
  readonly from: number;
  readonly copy: number | null;
  readonly isWrapping: boolean;
}

/** A note from end to end, cut where copies and their texts begin and end. Copies are in the order of their starts, and nest. */
function cutAtCopies(copies: readonly PublishedCopy[]): readonly Stretch[] {
  const stretches: Stretch[] = [{ from: 0, copy: null, isWrapping: false }];
  const begin = (from: number, copy: number | null, isWrapping: boolean): void => {
    stretches.push({ from: Math.max(from, stretches.at(-1)?.from ?? 0), copy, isWrapping });
  };
  const open: number[] = [];
  const close = (): void => {
    const copy = copies[open.pop() ?? -1];
    if (!copy) return;
    begin(copy.contentEnd, open.at(-1) ?? null, true);
    begin(copy.end, open.at(-1) ?? null, false);
  };
  copies.forEach(({ start, contentStart }, index) => {
    while ((copies[open.at(-1) ?? -1]?.end ?? Infinity) <= start) close();
    // Between a copy's opening tag and its text stands at most the title the publisher added: no heading of anyone's.
    begin(start, open.at(-1) ?? null, true);
    begin(contentStart, index, false);
    open.push(index);
  });
  while (open.length > 0) close();
  return stretches;
}

/** Nests headings by level. Each section's end is filled in when the heading that closes it is met. */
function nest(headings: readonly HeadingMetadata[], end: number): OutlineSection[] {
  const sections: (OutlineSection & { end: number })[] = [];
  const open: (OutlineSection & { end: number })[] = [];
  for (const heading of headings) {
    const start = heading.position.start.offset;
    for (let last = open.at(-1); last && last.heading.level >= heading.level; last = open.at(-1)) {
      last.end = start;
      open.pop();
    }
    const section = { heading, start, end, parent: open.at(-1) ?? null };
    sections.push(section);
    open.push(section);
  }
  return sections;
}

/** Builds the outline of a note from its metadata, its published copies and its length in UTF-16 units. */
export function buildOutline(metadata: NoteMetadata, copies: readonly PublishedCopy[], length: number): Outline {
  const stretches = cutAtCopies(copies);
  const at = (offset: number): Stretch | undefined => stretches[lastStartingBy(stretches, offset, ({ from }) => from)];
  const copyAt = (offset: number): number | null => at(offset)?.copy ?? null;
  const isWrapping = (offset: number): boolean => at(offset)?.isWrapping ?? false;
  const headings = (metadata.headings ?? []).filter((heading) => !isWrapping(startOf(heading)));
  const byCopy = groupBy(headings, (heading) => copyAt(startOf(heading)));
  const endOf = (copy: number | null): number => (copy === null ? length : (copies[copy]?.contentEnd ?? length));
  // The note itself, and each published copy, has a chain of headings of its own.
  const scopes = new Map([...byCopy].map(([copy, own]) => [copy, nest(own, endOf(copy))]));
  return {
    own: scopes.get(null) ?? [],
    isWrapping,
    copyAt,
    scopeEnd: (offset) => endOf(copyAt(offset)),
    sectionAt(offset) {
      const sections = scopes.get(copyAt(offset)) ?? [];
      let section = sections[lastStartingBy(sections, offset, (one) => one.start)] ?? null;
      while (section && section.end <= Math.min(offset, length - 1)) section = section.parent;
      return section;
    },
  };
}
