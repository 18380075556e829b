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

/** The headings of one scope: the note itself, or one published copy, whose headings form a chain of their own. */
interface Scope {
  /** The index of the copy, or null for the note. */
  readonly copy: number | null;
  readonly end: number;
  readonly sections: OutlineSection[];
}

/** A note's headings as a tree in which published copies do not end, or nest under, the sections around them. */
export interface Outline {
  /** The innermost copy whose text holds the offset, or null. */
  copyAt(offset: number): number | null;
  /** The innermost section of the offset's own scope, or null before the scope's first heading. */
  sectionAt(offset: number): OutlineSection | null;
  /** Whether the offset stands in what the publisher put around a copy's text: its tags and its title. */
  isWrapping(offset: number): boolean;
  /** Where the offset's scope ends: the end of the copy's text, or of the note. */
  scopeEnd(offset: number): number;
  /** The note's own headings, without those of copies. */
  readonly own: readonly OutlineSection[];
}

/** The last of `items`, sorted by start, that begins at or before `offset`. */
export function lastStartingBy<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(items[middle] as T) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function innermostCopy(copies: readonly PublishedCopy[], offset: number): number | null {
  const at = copies.findLastIndex((copy) => copy.contentStart <= offset && offset < copy.contentEnd);
  return at < 0 ? null : at;
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
  const byCopy = new Map<number | null, HeadingMetadata[]>([[null, []]]);
  for (const heading of metadata.headings ?? []) {
    const offset = heading.position.start.offset;
    if (isWrapping(copies, offset)) continue;
    const copy = innermostCopy(copies, offset);
    const list = byCopy.get(copy);
    if (list) list.push(heading);
    else byCopy.set(copy, [heading]);
  }
  const scopes = new Map<number | null, Scope>();
  for (const [copy, headings] of byCopy) {
    const end = copy === null ? length : (copies[copy]?.contentEnd ?? length);
    scopes.set(copy, { copy, end, sections: nest(headings, end) });
  }
  const endOf = (copy: number | null): number => (copy === null ? length : (copies[copy]?.contentEnd ?? length));
  return {
    own: scopes.get(null)?.sections ?? [],
    isWrapping: (offset) => isWrapping(copies, offset),
    copyAt: (offset) => innermostCopy(copies, offset),
    scopeEnd: (offset) => endOf(innermostCopy(copies, offset)),
    sectionAt(offset) {
      const sections = scopes.get(innermostCopy(copies, offset))?.sections ?? [];
      let section = sections[lastStartingBy(sections, offset, (one) => one.start)] ?? null;
      while (section && section.end <= offset) section = section.parent;
      return section;
    },
  };
}

/** Between a copy's opening tag and its text stands at most the title the publisher added: no heading of anyone's. */
function isWrapping(copies: readonly PublishedCopy[], offset: number): boolean {
  const inner = innermostCopy(copies, offset);
  return copies.some(({ start, end }, index) => start <= offset && offset < end && !within(copies, inner, index));
}

/** Whether copy `outer` is `inner` or one that holds it. */
function within(copies: readonly PublishedCopy[], inner: number | null, outer: number): boolean {
  for (let at = inner; at !== null; at = copies[at]?.parent ?? null) if (at === outer) return true;
  return false;
}
