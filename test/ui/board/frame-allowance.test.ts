import { describe, expect, it } from 'vitest';
import { FrameAllowance } from '../../../src/ui/board/frame-allowance';

/** What each of these frames may draw: times in milliseconds, `+` where somebody draws between two frames. */
function shares(times: string): string {
  const allowance = new FrameAllowance();
  return times
    .split(' ')
    .map((time) => {
      const currentTime = time === '-' ? null : Number.parseInt(time);
      allowance.begin({ timeline: { currentTime } } as unknown as Document, time.endsWith('+'));
      return allowance.left;
    })
    .join(' ');
}

describe('a frame draws', () => {
  it.each([
    ['no more than a screen bears, at any pace', '0 17 33 50', '12 12 12 12'],
    ['half as much after one that was late, and two more after each in time', '0 34 50 67 84 100', '12 6 8 10 12 12'],
    ['four at least, however late they come', '0 60 120 180 240 300', '12 6 4 4 4 4'],
    ['all of it where nobody waited: the last one is long ago', '0 60 310 326', '12 6 12 12'],
    ['eight for a key or a change of the index, and all of it after that', '0 60 120+ 127 144', '12 6 8 8 12'],
    ['all of it where time cannot be told', '- - -', '12 12 12'],
  ])('%s', (_what, times, expected) => expect(shares(times)).toBe(expected));

  it('one share for all lists, also for what was drawn ahead of it', () => {
    const allowance = new FrameAllowance();
    const begin = (currentTime: number, isAhead = false): void =>
      allowance.begin({ timeline: { currentTime } } as unknown as Document, isAhead);
    begin(0, true);
    allowance.left -= 5;
    begin(17);
    begin(17);
    expect(allowance.left).toBe(3);
    begin(33);
    expect(allowance.left).toBe(12);
  });

  it('the same for each of the lists that have something missing, whoever is asked first', () => {
    const allowance = new FrameAllowance();
    for (const list of ['Day 0', 'Day 1', 'Day 2', 'Day 3', 'Day 4']) allowance.wanting.add({ list });
    allowance.begin({ timeline: { currentTime: 0 } } as unknown as Document);
    const parts = Array.from({ length: 5 }, () => {
      const part = allowance.part();
      allowance.left -= part;
      return part;
    });
    expect(parts).toEqual([3, 3, 2, 2, 2]);
    expect(allowance.part()).toBe(0);
  });
});
