import type { Pos } from '../../note/note-metadata';
import { applyEdits } from '../apply-edits';
import type { Span } from '../edit-plan';
import type { PlannedEdit } from './planned-edit';

/** Where the spans of a text stand after edits, as positions with lines and columns. Offsets are UTF-16, lines 0-based. */
export class Shifts {
  readonly text: string;
  private readonly lineStarts: number[] = [0];
  /** By edit: where its insertion begins in the text after. */
  private readonly insertions = new Map<PlannedEdit, number>();

  constructor(
    private readonly before: string,
    private readonly edits: readonly PlannedEdit[],
  ) {
    this.text = applyEdits(before, edits);
    for (const { 0: mark, index } of this.text.matchAll(/\r\n?|\n/g)) this.lineStarts.push(index + mark.length);
    let shift = 0;
    for (const edit of edits) {
      this.insertions.set(edit, edit.start + shift);
      shift += edit.insert.length - (edit.end - edit.start);
    }
  }

  insertionOf(edit: PlannedEdit): number {
    return this.insertions.get(edit) ?? 0;
  }

  /** The edit that puts something in the very place of the span. */
  replacing({ start, end }: Span): PlannedEdit | undefined {
    return this.edits.find((edit) => edit.start === start && edit.end === end && edit.insert !== '');
  }

  /** Whether what begins at the offset is cut away. Another beginning in the place of its own is no cut, nor is less indentation. */
  isCut(offset: number): boolean {
    return this.edits.some(
      ({ start, end, insert }) => start <= offset && offset < end && (start < offset || insert === '') && this.before.slice(start, end).trim() !== '',
    );
  }

  /** Where what begins at the offset begins now: behind what is inserted there, or where its new beginning does. */
  startOf(offset: number): number {
    const renewed = this.edits.find(({ start, end, insert }) => start === offset && end > start && insert !== '');
    return renewed ? this.insertionOf(renewed) : this.moved(offset, (start) => start <= offset);
  }

  /** Where what ends at the offset ends now: before what is inserted there. */
  endOf(offset: number): number {
    return this.moved(offset, (start) => start < offset);
  }

  private moved(offset: number, isBefore: (start: number) => boolean): number {
    let now = offset;
    for (const edit of this.edits) {
      if (!isBefore(edit.start)) break;
      now = offset >= edit.end ? now + edit.insert.length - (edit.end - edit.start) : this.insertionOf(edit) + edit.insert.length;
    }
    return now;
  }

  position({ start, end }: Span): Pos {
    return { start: this.loc(start), end: this.loc(end) };
  }

  private loc(offset: number): Pos['start'] {
    let low = 0;
    let high = this.lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, col: offset - (this.lineStarts[low] ?? 0), offset };
  }
}
