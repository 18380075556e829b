// What differs between two texts line by line, held to what jsdiff says of them.
import { applyPatch, diffLines as theirs } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, hunksOf, unifiedPatch } from '../../../src/core/text/diff-lines';
import { runs } from '../../property-runs';

const text = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'd\r\n', 'e'), { maxLength: 30 })
  .map((lines) => lines.join(''));

describe('two texts', () => {
  it('differ in as few lines as can be, and their runs tell both of them', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = diffLines(before, after);
        const told = (sign: string): string =>
          found.flatMap((run) => (run.sign === ' ' || run.sign === sign ? run.lines : [])).join('');
        expect([told('-'), told('+')]).toEqual([before, after]);
        const changed = (parts: readonly { count: number; isChange: boolean }[]): number =>
          parts.reduce((sum, { count, isChange }) => sum + (isChange ? count : 0), 0);
        expect(changed(found.map(({ sign, lines }) => ({ count: lines.length, isChange: sign !== ' ' })))).toBe(
          changed(theirs(before, after).map(({ count, added, removed }) => ({ count, isChange: added || removed }))),
        );
      }),
      { numRuns: runs(500) },
    );
  });
  it('are led from one to the other by the patch, which every tool reads', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyPatch(before, unifiedPatch('a', 'b', before, after))).toBe(after);
      }),
      { numRuns: runs(500) },
    );
  });
  it('with next to nothing in common are told whole, and soon', () => {
    const many = (mark: string): string => Array.from({ length: 5000 }, (_, at) => `${mark}${at}\n`).join('');
    expect(diffLines(many('a'), many('b')).map(({ sign, lines }) => [sign, lines.length])).toEqual([
      ['-', 5000],
      ['+', 5000],
    ]);
  });
});

describe('a change is shown', () => {
  it('with the lines around it, and one hunk with its neighbour where those touch', () => {
    const before = 'abcdefghijkl'.split('').map((line) => `${line}\n`);
    const changed = (...at: number[]): string =>
      before.map((line, index) => (at.includes(index) ? `!${line}` : line)).join('');
    const shown = (after: string): string[] =>
      hunksOf(before.join(''), after, 1).map(
        ({ before: { start, count }, lines }) => `${start},${count} ${lines.join('').replaceAll('\n', '/')}`,
      );
    expect(shown(changed(2))).toEqual(['2,3  b/-c/+!c/ d/']);
    expect(shown(changed(2, 5))).toEqual(['2,6  b/-c/+!c/ d/ e/-f/+!f/ g/']);
    expect(shown(changed(2, 6))).toEqual(['2,3  b/-c/+!c/ d/', '6,3  f/-g/+!g/ h/']);
  });
});
