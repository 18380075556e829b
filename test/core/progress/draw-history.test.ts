// The history of progress as a picture and a table: steps over the days, and gaps where nothing was recorded.
import { describe, expect, it } from 'vitest';
import { drawPhase, historyDays, historyRows } from '../../../src/core/progress/draw-history';
import { NO_HISTORY, readHistory, type ProgressHistory } from '../../../src/core/progress/progress-history';

/** Days 27 to 2 over a month's end; the 29th and 30th have no record, and Day 1 came on the 1st. */
const HISTORY: ProgressHistory =
  readHistory({
    '2026-11': { 'day-0': '27.0.1.3 28.0.2.2' },
    '2026-12': { 'day-0': '01.0.2.3 02.0.5.0', 'day-1': '01.0.0.0 02.0.0.2' },
  }) ?? NO_HISTORY;
const DAYS = historyDays(HISTORY);

describe('the days', () => {
  it('are all from the first record to the last', () => {
    expect(DAYS).toEqual(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02']);
    expect(historyDays(NO_HISTORY)).toEqual([]);
  });
  it('are days also where clocks change', () => {
    const over = readHistory({ '2026-03': { a: '28.0.0.0 30.0.0.0' }, '2026-10': { a: '24.0.0.0 26.0.0.0' } });
    const days = historyDays(over ?? NO_HISTORY);
    expect(new Set(days).size).toBe(days.length);
    expect(days).toHaveLength(213);
  });
});

describe('a phase’s picture', () => {
  it('has a step a day, interrupted where nothing was recorded', () => {
    expect(drawPhase(HISTORY, DAYS, 'day-0')).toEqual({
      width: 6,
      height: 5,
      finished: 'M0 5V4H1V3H2V5ZM4 5V3H5V0H6V5Z',
      all: 'M0 5V1H1V1H2V5ZM4 5V0H5V0H6V5Z',
      gaps: 'M2 5V0H3V0H4V5Z',
      description: '2026-11-27 to 2026-12-02: at first 1 of 4 finished, at last 5 of 5. Days not recorded: 2.',
    });
  });
  it('has a gap before the phase was there, and a height where it had nothing', () => {
    expect(drawPhase(HISTORY, DAYS, 'day-1')).toMatchObject({ height: 2, gaps: 'M0 2V0H1V0H2V0H3V0H4V2Z' });
    expect(drawPhase(HISTORY, ['2026-12-01'], 'day-1')).toMatchObject({
      height: 1,
      description: '2026-12-01 to 2026-12-01: at first 0 of 0 finished, at last 0 of 0. Every day is recorded.',
    });
  });
  it('is none of a phase that nothing is recorded of', () => {
    expect(drawPhase(HISTORY, DAYS, 'day-2')).toBeNull();
  });
});

describe('the table', () => {
  it('begins with the last day, and tells a gap in one row', () => {
    const rows = historyRows(HISTORY, DAYS, ['day-0', 'day-1']).map(({ from, to, figures }) => [
      from === to ? from : `${from} – ${to}`,
      ...(figures?.map((one) => (one ? `${one.finished}+${one.open}` : '')) ?? ['gap']),
    ]);
    expect(rows).toEqual([
      ['2026-12-02', '5+0', '0+2'],
      ['2026-12-01', '2+3', '0+0'],
      ['2026-11-29 – 2026-11-30', 'gap'],
      ['2026-11-28', '2+2', ''],
      ['2026-11-27', '1+3', ''],
    ]);
  });
});
