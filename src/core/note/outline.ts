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
  /** The plain text of the headings above it and its own, once somebody has asked for a todo's. */
  titles: readonly string[] | null;
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
    const section = { heading, start, end, parent: open.at(-1) ?? null, titles: null };
    sections.push(section);
    open.push(section);
  }
  return sections;
}

const NONE: readonly never[] = [];

const fromOf = ({ from }: Stretch): number => from;
const startOfSection = ({ start }: OutlineSection): number => start;

/** A note's headings as a tree in which published copies do not end, or nest under, the sections around them. */
export class Outline {
  /** Of a note without copies none. */
  private readonly stretches: readonly Stretch[];
  /** The note itself, and each published copy, has a chain of headings of its own. */
  private readonly scopes = new Map<number | null, readonly OutlineSection[]>();

  /** `length`: the note's, in UTF-16 units. */
  constructor(
    { headings = NONE }: NoteMetadata,
    private readonly copies: readonly PublishedCopy[],
    private readonly length: number,
  ) {
    this.stretches = copies.length === 0 ? NONE : cutAtCopies(copies);
    if (copies.length === 0) this.scopes.set(null, nest(headings, length));
    else {
      const written = headings.filter((heading) => !this.isWrapping(startOf(heading)));
      for (const [copy, own] of groupBy(written, (heading) => this.copyAt(startOf(heading))))
        this.scopes.set(copy, nest(own, this.endOf(copy)));
    }
  }

  /** The note's own headings, without those of copies. */
  get own(): readonly OutlineSection[] {
    return this.scopes.get(null) ?? NONE;
  }

  /** The innermost copy whose text holds the offset, or null. */
  copyAt(offset: number): number | null {
    return this.at(offset)?.copy ?? null;
  }

  /** Whether the offset stands in what the publisher put around a copy's text: its tags and its title. */
  isWrapping(offset: number): boolean {
    return this.at(offset)?.isWrapping ?? false;
  }

  /** The innermost section of the offset's own scope, or null before the scope's first heading; behind its last line end a note is still in its last section. */
  sectionAt(offset: number): OutlineSection | null {
    const sections = this.scopes.get(this.copyAt(offset)) ?? NONE;
    let section = sections[lastStartingBy(sections, offset, startOfSection)] ?? null;
    while (section && section.end <= Math.min(offset, this.length - 1)) section = section.parent;
    return section;
  }

  /** Where the offset's scope ends: the end of the copy's text, or of the note. */
  scopeEnd(offset: number): number {
    return this.endOf(this.copyAt(offset));
  }

  private at(offset: number): Stretch | undefined {
    const { stretches } = this;
    return stretches.length === 0 ? undefined : stretches[lastStartingBy(stretches, offset, fromOf)];
  }

  private endOf(copy: number | null): number {
    return copy === null ? this.length : (this.copies[copy]?.contentEnd ?? this.length);
  }
}
