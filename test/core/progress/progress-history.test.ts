// The record of how far each phase was on each day: what is kept of it, how what two devices know becomes one, and how little room it takes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addToHistory,
  mergeHistories,
  NO_HISTORY,
  readHistory,
  writeHistory,
  type DayFigures,
  type ProgressHistory,
} from '../../../src/core/progress/progress-history';
import { runs } from '../../property-runs';

const figures = (finished: number, open: number, at = 0): DayFigures => ({ finished, open, at });
const stored = (value: unknown): ProgressHistory => {
  const read = readHistory(value);
  if (!read) throw new Error('The record is not understood.');
  return read;
};

const aFigure = fc.record({ finished: fc.nat(3), open: fc.nat(3), at: fc.nat(3) });
const aHistory: fc.Arbitrary<ProgressHistory> = fc
  .array(
    fc.tuple(
      fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-02'),
      fc.array(fc.tuple(fc.constantFrom('day-0', 'day-1', '__proto__', '7'), aFigure), { minLength: 1 }),
    ),
  )
  .map((days) => new Map(days.map(([day, phases]) => [day, new Map(phases)])));
const written = (history: ProgressHistory): string => JSON.stringify(writeHistory(history));

describe('what is kept', () => {
  it('is a word for each day and phase, by month', () => {
    const history = addToHistory(
      addToHistory(NO_HISTORY, '2026-11-30', 614, new Map([['day-0', figures(3, 6)]])),
      '2026-12-01',
      0,
      new Map([
        ['day-1', figures(0, 0)],
        ['day-0', figures(4, 5)],
      ]),
    );
    expect(writeHistory(history)).toEqual({
      '2026-11': { 'day-0': '30.h2.3.6' },
      '2026-12': { 'day-0': '01.0.4.5', 'day-1': '01.0.0.0' },
    });
  });
  it('is read as it was written, and written the same whoever knows it', () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        const read = stored(JSON.parse(written(history)));
        expect(read).toEqual(history);
        expect(written(new Map([...history].reverse()))).toBe(written(history));
      }),
      { numRuns: runs(1000) },
    );
  });
  it('takes at most 2 kB a month as it lies on disk: 31 days of 4 phases with three digits each', () => {
    let history = NO_HISTORY;
    for (let day = 1; day <= 31; day++)
      history = addToHistory(
        history,
        `2026-12-${String(day).padStart(2, '0')}`,
        1439,
        new Map(['day-0', 'day-1', 'day-2', 'day-3'].map((id) => [id, figures(100 + day, 999 - day)])),
      );
    const onDisk = JSON.stringify({ progressHistory: writeHistory(history) }, null, 2);
    expect(history.size).toBe(31);
    expect(new TextEncoder().encode(onDisk).length).toBeLessThanOrEqual(2048);
  });
  it.each([
    ['a text', 'x'],
    ['a list', []],
    ['nothing where something was', null],
    ['another version', { version: 2, months: {} }],
    ['a month that is none', { '2026-1': {} }],
    ['a phase without a text', { '2026-11': { 'day-0': 7 } }],
    ['half a word', { '2026-11': { 'day-0': '29.h2.3' } }],
    ['an empty text', { '2026-11': { 'day-0': '' } }],
    ['a day that is none', { '2026-02': { 'day-0': '30.h2.3.6' } }],
  ])('is not understood where it is %s', (_, value) => {
    expect(readHistory(value)).toBeNull();
  });
  it('may be nothing', () => {
    expect(readHistory(undefined)).toEqual(NO_HISTORY);
  });
});

describe('figures of a day', () => {
  const morning = addToHistory(NO_HISTORY, '2026-11-29', 600, new Map([['day-0', figures(3, 6)]]));
  it('change nothing where the day tells the same', () => {
    expect(addToHistory(morning, '2026-11-29', 700, new Map([['day-0', figures(3, 6)]]))).toBe(morning);
  });
  it('take the place of earlier ones, also where less is finished, and where the clock went back', () => {
    const evening = addToHistory(morning, '2026-11-29', 540, new Map([['day-0', figures(2, 7)]]));
    expect(evening.get('2026-11-29')?.get('day-0')).toEqual(figures(2, 7, 601));
    expect(mergeHistories(evening, morning)).toEqual(evening);
  });
});

describe('what two devices know', () => {
  it.each([
    ['what was told later', figures(5, 1, 600), figures(4, 2, 601), figures(4, 2, 601)],
    ['at the same minute where more is finished', figures(5, 1, 600), figures(4, 9, 600), figures(5, 1, 600)],
    ['and then where more is open', figures(5, 1, 600), figures(5, 2, 600), figures(5, 2, 600)],
  ])('becomes one: %s counts', (_, a, b, counts) => {
    const of = (one: DayFigures): ProgressHistory => new Map([['2026-11-29', new Map([['day-0', one]])]]);
    expect(mergeHistories(of(a), of(b))).toEqual(of(counts));
  });
  it('comes to the same in any order, in any grouping, and any number of times', () => {
    fc.assert(
      fc.property(aHistory, aHistory, aHistory, (a, b, c) => {
        expect(mergeHistories(a, b)).toEqual(mergeHistories(b, a));
        expect(mergeHistories(mergeHistories(a, b), c)).toEqual(mergeHistories(a, mergeHistories(b, c)));
        expect(mergeHistories(a, a)).toEqual(a);
        expect(mergeHistories(a, mergeHistories(a, b))).toEqual(mergeHistories(a, b));
      }),
      { numRuns: runs(2000) },
    );
  });
  it('holds every day and phase that either knows', () => {
    fc.assert(
      fc.property(aHistory, aHistory, (a, b) => {
        const merged = mergeHistories(a, b);
        for (const [day, phases] of [...a, ...b])
          for (const phase of phases.keys()) expect(merged.get(day)?.has(phase)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });
});
