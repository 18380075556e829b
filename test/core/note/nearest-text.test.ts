// What a message proposes instead of a name that is not there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestText } from '../../../src/core/note/nearest-text';

const HEADINGS = ['Overview', 'Planning Phase', 'Responsibilities', 'C#', '解決'];

describe('the nearest text', () => {
  it.each([
    ['Overveiw', 'Overview'],
    ['overview ', 'Overview'],
    ['Plannning  phase', 'Planning Phase'],
    ['Responsibility', 'Responsibilities'],
    ['planning', 'Planning Phase'],
    ['Overview of the phase', 'Overview'],
    ['c', 'C#'],
    ['解', '解決'],
  ])('to %s is %s', (wanted, nearest) => expect(nearestText(wanted, HEADINGS)).toBe(nearest));
  it.each(['Metrics', '', '   ', 'x', 'Phasing out'])('to "%s" there is none', (wanted) =>
    expect(nearestText(wanted, HEADINGS)).toBeNull(),
  );
  it('is the first of equals, and the nearest of several', () => {
    expect(nearestText('Day 3', ['Day 1', 'Day 2'])).toBe('Day 1');
    expect(nearestText('Day 12', ['Day 1', 'Day 112', 'Day 12 '])).toBe('Day 12 ');
  });
  it('is the text itself when that is among the candidates, whatever they are', () => {
    const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, fc.nat(), (candidates, at) => {
        const wanted = candidates[at % candidates.length] ?? '';
        const same = (text: string | null): string =>
          (text ?? '').normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
        expect(same(nearestText(wanted, candidates))).toBe(same(wanted));
      }),
    );
  });
  it('is found at small cost among many long ones', () => {
    const long = Array.from({ length: 300 }, (_one, at) => `${'word '.repeat(2000)}${at}`);
    expect(nearestText('word '.repeat(2000), long)).toBe(long[0]);
  });
});
