import type { PlainEdit, Span } from './text-edit';

/** A span of a text where so much has come before it, in UTF-16 units. */
export const shiftSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** Where edits move what stands around them. Each question costs the logarithm of how many they are. Offsets are UTF-16 units. */
export class EditShifts {
  /** Where the edits end, before and after; and how far what stands behind so many of them has moved. */
  private readonly ends: number[] = [];
  private readonly endsAfter: number[] = [];
  private readonly sums = [0];

  /** `edits` in the order of their text, none overlapping. */
  constructor(private readonly edits: readonly PlainEdit[]) {
    let shift = 0;
    for (const { start, end, insert } of edits) {
      this.ends.push(end);
      this.endsAfter.push(start + shift + insert.length);
      this.sums.push((shift += insert.length - (end - start)));
    }
  }

  /** How far what begins at an offset has moved: by all edits that end there or before. */
  at(offset: number): number {
    return this.sums[countUpTo(this.ends, offset)] ?? 0;
  }

  /** Where what stood at an offset stands after the edits; in what is cut, behind what took its place. */
  moved(offset: number): number {
    const behind = countUpTo(this.ends, offset);
    const next = this.edits[behind];
    const isCut = next !== undefined && next.start <= offset;
    return isCut ? (this.endsAfter[behind] ?? 0) : offset + (this.sums[behind] ?? 0);
  }

  /** The same the other way round. */
  origin(offset: number): number {
    return offset - (this.sums[countUpTo(this.endsAfter, offset)] ?? 0);
  }

  /** Whether an edit writes in a span, between its ends. */
  writesIn({ start, end }: Span): boolean {
    const next = this.edits[countUpTo(this.ends, start)];
    return next !== undefined && next.start < end;
  }

  /** Whether an edit puts something between what stands before and behind an offset. */
  insertsAt(offset: number): boolean {
    const last = this.edits[countUpTo(this.ends, offset) - 1];
    return last?.start === offset && last.end === offset;
  }

  /** Whether a span of the text after the edits lies in what one of them has put between. */
  isInserted({ start, end }: Span): boolean {
    const at = countUpTo(this.endsAfter, end - 1);
    const edit = this.edits[at];
    return edit !== undefined && edit.start === edit.end && edit.start + (this.sums[at] ?? 0) <= start;
  }
}

/** How many of numbers in order are at most so large. */
function countUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
