// Days of the calendar: which texts are one, and what lies how far from another.
import { describe, expect, it } from 'vitest';
import { dueChoices } from '../../../src/core/board/due-choices';
import { dayNumber, isoDay, isoOf, weekday } from '../../../src/core/todo/day';

describe('a day', () => {
  it('is one of the calendar', () => {
    expect(['2026-12-01', '2024-02-29', '1969-12-31', '9999-12-31'].map((day) => isoOf(dayNumber(day) ?? NaN))).toEqual(['2026-12-01', '2024-02-29', '1969-12-31', '9999-12-31']);
    for (const none of ['', '2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '2026-12', '20261201', '2026-12-01T10:00', ' 2026-12-01']) expect(dayNumber(none)).toBeNull();
  });
  it('is the local one, to the last minute of it', () => {
    expect(isoDay(new Date(2026, 10, 30, 23, 59))).toBe('2026-11-30');
    expect(isoDay(new Date(2026, 11, 1, 0, 0))).toBe('2026-12-01');
  });
  it('has a day of the week', () => {
    expect(['1970-01-01', '2026-11-29', '2026-11-30', '1969-12-28'].map((day) => weekday(dayNumber(day) ?? NaN))).toEqual([4, 0, 1, 0]);
  });
  it('that is often meant is today, tomorrow, or the Monday that comes next', () => {
    const choices = (day: number): string[] => dueChoices(new Date(2026, 10, day, 12)).map(({ due, day: words }) => `${due} ${words}`);
    expect(choices(28)).toEqual(['2026-11-28 Sat 28 Nov', '2026-11-29 Sun 29 Nov', '2026-11-30 Mon 30 Nov']);
    expect(choices(29).at(2)).toBe('2026-11-30 Mon 30 Nov');
    expect(choices(30).at(2)).toBe('2026-12-07 Mon 7 Dec');
  });
});
