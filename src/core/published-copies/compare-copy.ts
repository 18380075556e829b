import type { NoteSource } from '../note/note-source';
import type { PublishedCopy } from '../note/published-copies';
import { comparableText, readableLine, type ComparableText, type ComparedLink } from './comparable-text';
import type { CopiedSection } from './copied-section';
import { isSameLink, type TwoNotes } from './is-same-link';

/** What a copy says beside the section that it was made of. */
export type CopyComparison =
  /**
   * The same, but for what publishing always changes (block ids, comments, links with their full path) and for lines (`glued`) that the publisher glued to
   * the next one where a block id stood: the section is right. `nested` are the copies in it.
   */
  | { readonly kind: 'exact'; readonly glued: readonly string[]; readonly nested: readonly NestedCopy[] }
  | { readonly kind: 'stale'; readonly difference: CopyDifference };

/** The first place at which a copy and its section part: a line of each, `''` where one has ended. */
export interface CopyDifference {
  readonly copied: string;
  readonly source: string;
}

/** A copy inside a copy, with the embed of the section that stands at its place. Where a copy with the same text stands there too, it is not listed. */
export interface NestedCopy {
  /** The index in the host's copies. */
  readonly index: number;
  /** The note that the embed leads to, or null; and its subpath. */
  readonly path: string | null;
  readonly subpath: string;
  /** The embed, to be told of. */
  readonly embed: string;
}

/** What the publisher takes away with the end of its line; also `x^2` at a line's end. */
const GLUED = /\^\w+([\r\n]|$)/g;
/** A block id at the end of a line or on one of its own, and what the publisher makes of it in a page's own text. */
const BLOCK_ID = /(?:^|[ \t])\^[\w-]+[ \t]*$/gm;
const ID_ATTRIBUTE = /\n?\{ #[\w-]+\}[ \t]*(?:\n|$)/g;
/** Where such an attribute stands for an id that the publisher took with the end of its line: one of its own line leaves the end of the line before. */
const GLUED_ATTRIBUTE = /(\n?)\{ #\w+\}\n\n?/g;

/**
 * Compares a copy's text with its section as it stands now. What lies in copies inside it is not compared: each is a copy of its own, and
 * counts here as the embed that it was. Neither side's line ends, nor blanks at the ends of lines, count.
 */
export function compareCopy(copy: PublishedCopy, section: CopiedSection, place: TwoNotes): CopyComparison {
  const { host, target } = place;
  const copied = readCopy(host, copy);
  const read = (edit: (text: string) => string): ComparableText =>
    comparableText(target, section.start, section.end, edit);
  const plain = read(withoutIds);
  const difference = differenceOf(copied, plain, place);
  if (difference === null) return { kind: 'exact', glued: [], nested: nestedCopies(copied, plain, place) };
  const glued = read((text) =>
    withoutIds(text.replace(GLUED, '').replace(GLUED_ATTRIBUTE, (_, before: string) => (before === '' ? '\n' : ' '))),
  );
  if (differenceOf(copied, glued, place) !== null) return { kind: 'stale', difference };
  return {
    kind: 'exact',
    glued: gluedLines(target.text.slice(section.start, section.end)),
    nested: nestedCopies(copied, glued, place),
  };
}

const readCopy = (note: NoteSource, { contentStart, contentEnd }: PublishedCopy): ComparableText =>
  comparableText(note, contentStart, contentEnd, withoutIds);

const withoutIds = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(ID_ATTRIBUTE, '').replace(BLOCK_ID, '');

/** The lines of a section to which the publisher glues the next one. */
function gluedLines(text: string): string[] {
  return [...text.matchAll(/^(.*(?:\^\w+|\n?\{ #\w+\}\n))\n(?=[^\n])/gm)].map(([, line = '']) => line.trim());
}

function differenceOf(copied: ComparableText, source: ComparableText, place: TwoNotes): CopyDifference | null {
  if (copied.text !== source.text) {
    const [ours, theirs] = [copied.text.split('\n'), source.text.split('\n')];
    const at = ours.findIndex((line, index) => line !== theirs[index]);
    const first = at < 0 ? ours.length : at;
    return { copied: readableLine(ours[first] ?? ''), source: readableLine(theirs[first] ?? '') };
  }
  for (const [index, link] of copied.links.entries()) {
    const other = source.links[index];
    if (!isSameLink(link, other, place)) return { copied: describeLink(link), source: describeLink(other) };
    const inside =
      link.copy && other?.copy
        ? differenceOf(readCopy(place.host, link.copy.block), readCopy(place.target, other.copy.block), place)
        : null;
    if (inside !== null) return inside;
  }
  return null;
}

const describeLink = (link: ComparedLink | undefined): string =>
  link === undefined
    ? ''
    : link.copy
      ? `a frozen copy of ${link.copy.block.page ?? 'an unpublished note'}`
      : `${link.embed ? '!' : ''}[[${link.path}${link.subpath}]]`;

function nestedCopies(copied: ComparableText, source: ComparableText, { target, resolve }: TwoNotes): NestedCopy[] {
  return copied.links.flatMap(({ copy }, index) => {
    const embed = source.links[index];
    if (!copy || !embed || embed.copy) return [];
    return [
      { index: copy.index, path: resolve(embed.path, target.path), subpath: embed.subpath, embed: describeLink(embed) },
    ];
  });
}
