// What the filter searches is put together while nobody waits: the first key then reads no note.
import { describe, expect, it } from 'vitest';
import { cardTest, type Searched } from '../../../src/core/board/query/card-test';
import { readQuery } from '../../../src/core/board/query/read-query';
import { readyWhenIdle } from '../../../src/ui/board/ready-when-idle';

/** Cards that tell how often their text was read. */
function cardsOf(count: number): { readonly cards: Searched[]; readonly reads: () => number } {
  let reads = 0;
  const card = (title: string): Searched => {
    const todo = {
      title,
      headings: [],
      path: 'A.md',
      state: null,
      tags: [],
      otherTags: [],
      get excerpt() {
        reads++;
        return 'Text';
      },
    };
    return { todo: todo as unknown as Searched['todo'], title, ownerName: null };
  };
  return { cards: Array.from({ length: count }, (_, at) => card(`${at}`)), reads: () => reads };
}

/** A window that is idle when the test says so; the milliseconds that it has left, one after the other. */
function windowOf(): { readonly win: Window; readonly idle: (...left: number[]) => void; readonly asks: () => number } {
  const asked = new Map<number, IdleRequestCallback>();
  let last = 0;
  const win = {
    requestIdleCallback: (step: IdleRequestCallback) => {
      asked.set(++last, step);
      return last;
    },
    cancelIdleCallback: (handle: number) => void asked.delete(handle),
  };
  return {
    win: win as unknown as Window,
    idle: (...left) => {
      const steps = [...asked.values()];
      asked.clear();
      for (const step of steps) step({ didTimeout: false, timeRemaining: () => left.shift() ?? 0 });
    },
    asks: () => asked.size,
  };
}

describe('cards that are readied for the filter', () => {
  it('are readied one by one as long as a window is idle, and the first key reads none of them', () => {
    const { cards, reads } = cardsOf(50);
    const { win, idle, asks } = windowOf();
    readyWhenIdle(win, cards);
    expect(reads()).toBe(0);
    idle(3);
    expect(reads()).toBe(0);
    idle(20, 12, 7, 3);
    expect(reads()).toBe(3);
    idle(...cards.map(() => 50), 50);
    expect([reads(), asks()]).toEqual([50, 0]);
    const asked = { phases: [], today: '2026-01-01', shownIn: () => [], withClosed: true };
    expect(cards.filter(cardTest(readQuery('text'), asked))).toHaveLength(50);
    expect(reads()).toBe(50);
  });
  it('are left when the board is closed, or another one', () => {
    const { cards, reads } = cardsOf(50);
    const { win, idle, asks } = windowOf();
    const end = readyWhenIdle(win, cards);
    idle(9);
    end();
    idle(50, 50);
    expect([reads(), asks()]).toEqual([1, 0]);
  });
});
