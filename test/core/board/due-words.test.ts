// Due dates in words, by the calendar and not by the hour.
import { describe, expect, it } from 'vitest';
import { dueWords } from '../../../src/core/board/due-words';

const at = (due: string): unknown => {
  const { text, isOverdue } = dueWords(due, new Date('2026-11-23T18:30:00'));
  return isOverdue ? `${text} (overdue)` : text;
};

describe('a due date', () => {
  it('is told from the day, whatever the hour', () => {
    expect(['2026-11-23', '2026-11-24', '2026-11-26', '2026-12-07'].map(at)).toEqual([
      'today',
      'tomorrow',
      'in 3 days',
      'in 2 weeks',
    ]);
  });
  it('that has passed is overdue', () => {
    expect(['2026-11-22', '2026-11-09', '2025-11-23'].map(at)).toEqual([
      '1 day (overdue)',
      '2 weeks (overdue)',
      '1 year (overdue)',
    ]);
  });
});
