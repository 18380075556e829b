import type { HeadingMetadata } from './note-metadata';

type Headings = readonly HeadingMetadata[];

/** What became of a note's headings. */
type HeadingChange =
  /** Headings in their places with another text, by index. */
  | { readonly kind: 'retyped'; readonly indexes: readonly number[] }
  /** Headings that are gone, by their index before. */
  | { readonly kind: 'removed'; readonly indexes: readonly number[] }
  /** Nothing that links would have to follow, or more at once than anybody could tell apart. */
  | { readonly kind: 'other' };

const sameHeading = (a: HeadingMetadata | undefined, b: HeadingMetadata | undefined): boolean =>
  a !== undefined && a.level === b?.level && a.heading === b.heading;

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_one, at) => from + at);

/** Compares a note's headings with those before: what stands between the first and the last that are the same. */
export function compareHeadings(before: Headings, after: Headings): HeadingChange {
  let start = 0;
  while (start < before.length && sameHeading(before[start], after[start])) start++;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    sameHeading(before[before.length - 1 - end], after[after.length - 1 - end])
  )
    end++;
  const indexes = range(start, before.length - end);
  const left = after.length - end - start;
  if (indexes.length > 0 && left === 0) return { kind: 'removed', indexes };
  const inPlace = indexes.length === left && indexes.every((at) => before[at]?.level === after[at]?.level);
  return inPlace && left > 0
    ? { kind: 'retyped', indexes: indexes.filter((at) => before[at]?.heading !== after[at]?.heading) }
    : { kind: 'other' };
}
