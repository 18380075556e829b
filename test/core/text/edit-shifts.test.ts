// Where edits move what stands around them, beside the slow answer: edit by edit.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditShifts } from '../../../src/core/text/edit-shifts';
import { runs } from '../../property-runs';

const LENGTH = 24;
const edits = fc.array(fc.tuple(fc.nat(5), fc.nat(3), fc.nat(4)), { maxLength: 6 }).map((pieces) => {
  let at = 0;
  return pieces.map(([gap, cut, put]) => {
    const start = at + gap;
    at = start + cut;
    return { start, end: at, insert: 'x'.repeat(put) };
  });
});
const span = fc.tuple(fc.nat(LENGTH), fc.nat(6)).map(([start, length]) => ({ start, end: start + length }));
const grown = (some: readonly { start: number; end: number; insert: string }[]): number =>
  some.reduce((sum, { start, end, insert }) => sum + insert.length - (end - start), 0);

describe('the shifts of edits', () => {
  it('are what the edits before an offset add up to', () => {
    fc.assert(
      fc.property(edits, fc.nat(LENGTH), (all, offset) => {
        const shifts = new EditShifts(all);
        expect(shifts.at(offset)).toBe(grown(all.filter(({ end }) => end <= offset)));
        const cut = all.find(({ start, end }) => start <= offset && offset < end);
        const before = all.filter(({ end }) => end <= offset);
        expect(shifts.moved(offset)).toBe(cut ? cut.start + grown(before) + cut.insert.length : offset + grown(before));
        if (!cut && all.every(({ end }) => end !== offset)) expect(shifts.origin(shifts.moved(offset))).toBe(offset);
      }),
      { numRuns: runs(500) },
    );
  });
  it('tell what an edit writes in, and what it has put between', () => {
    fc.assert(
      fc.property(edits, span, (all, some) => {
        const shifts = new EditShifts(all);
        expect(shifts.writesIn(some)).toBe(all.some(({ start, end }) => end > some.start && start < some.end));
        expect(shifts.insertsAt(some.start)).toBe(all.some(({ start, end }) => start === end && start === some.start));
        const inserted = all.some(({ start, end, insert }, at) => {
          const from = start + grown(all.slice(0, at));
          return start === end && insert !== '' && from <= some.start && some.end <= from + insert.length;
        });
        if (some.start < some.end) expect(shifts.isInserted(some)).toBe(inserted);
      }),
      { numRuns: runs(500) },
    );
  });
});
