// What comes into sight all at once is drawn over a few frames: from the top on, in its place at once, and nothing blank stays.
import { beforeEach, expect, it } from 'vitest';
import { describeInBrowser, openForAll, SOON } from './in-browser';

const DAYS = ['Day 0', 'Day 1', 'Day 2'] as const;
const CARDS = 60;
/** What a frame may draw anew (frame-allowance.ts): at most, and the card with the focus; at least, where frames are late. */
const A_FRAME = 12 + 1;
const A_LATE_FRAME = 4;
/** Every tenth card is about a rollback: the filter leaves those, and brings all others back. */
const tasks = (day: string): string =>
  Array.from(
    { length: CARDS },
    (_, at) => `- ${day} ${at % 10 === 5 ? 'Rollback' : 'Task'} ${at} #todo ([[Role ${at % 20}]])\n`,
  ).join('');
const VAULT = {
  ...Object.fromEntries(DAYS.map((day) => [`${day} Operations.md`, '# Overview\n'])),
  ...Object.fromEntries(DAYS.map((day) => [`${day}.md`, `---\nphase: ${day}\n---\n\n${tasks(day)}`])),
  ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`Roles/Role ${at}.md`, ''])),
};

/** What a painted frame shows. */
interface Seen {
  /** Cards in it that were not in the frame before. */
  readonly made: number;
  /** Titles and tops of those in sight, from the top of the board on, and whether they and their rows fill what is visible. */
  readonly cards: Readonly<Record<string, number>>;
  readonly isFull: boolean;
  /** Rows of the grid in which a screen reader finds nothing. */
  readonly hollow: number;
  readonly places: readonly string[];
  readonly totals: string;
}

describeInBrowser('a board that much comes back to', () => {
  const on = openForAll({ vault: VAULT, viewport: { width: 1360, height: 800 } });

  /** Does something, and looks at every frame until ten have brought nothing new. */
  const watched = async (act: () => Promise<void>): Promise<Seen[]> => {
    await on.page.evaluate(() => {
      const grid = document.querySelector('.ops-grid')!;
      const frames: unknown[] = [];
      let there = new Set(grid.querySelectorAll('.ops-card'));
      const look = (): number => {
        // Of the board, and of the list that scrolls in it.
        const isInSight = (element: Element): boolean => {
          const box = element.getBoundingClientRect();
          return [grid, element.closest('.ops-cards') ?? grid].every((around) => {
            const { top, bottom } = around.getBoundingClientRect();
            return box.bottom > top + 1 && box.top < bottom - 1;
          });
        };
        const all = [...grid.querySelectorAll('.ops-card')];
        const made = all.filter((card) => !there.has(card)).length;
        there = new Set(all);
        const inSight = all.filter(isInSight);
        frames.push({
          made,
          cards: Object.fromEntries(
            inSight.map((card) => [
              card.querySelector('.ops-title')!.textContent,
              Math.round(card.getBoundingClientRect().top),
            ]),
          ),
          isFull: ![...grid.querySelectorAll('.ops-gap')].some(isInSight),
          hollow: [...grid.querySelectorAll('[role="row"]')].filter(
            (row) => !row.querySelector('[role="gridcell"], [role="rowheader"], [role="columnheader"]'),
          ).length,
          places: inSight.map((card) => card.querySelector('.ops-read')!.textContent),
          totals: document.querySelector('.ops-totals')!.textContent,
        });
        return made;
      };
      // An element that has another size in every frame tells when that is laid out, right before it is painted.
      const clock = document.body.appendChild(document.createElement('div'));
      const tick = (): void => void (clock.style.width = clock.style.width === '1px' ? '2px' : '1px');
      let quiet = 0;
      const seen = new Promise((resolve) => {
        new ResizeObserver((_entries, observer) => {
          const made = look();
          // Nothing has happened yet.
          if (frames.length === 1 && made === 0) frames.pop();
          else quiet = made > 0 ? 0 : quiet + 1;
          if (quiet < 10) requestAnimationFrame(tick);
          else {
            observer.disconnect();
            clock.remove();
            resolve(frames);
          }
        }).observe(clock);
      });
      tick();
      Object.assign(window, { seen });
    });
    await act();
    return on.page.evaluate(() => (window as unknown as { seen: Promise<Seen[]> }).seen);
  };

  const expectCalm = (frames: readonly Seen[]): void => {
    const made = frames.map((frame) => frame.made);
    expect(made[0], made.join()).toBeGreaterThan(0);
    expect(Math.max(...made), made.join()).toBeLessThanOrEqual(A_FRAME);
    // In sight all is there within a few frames, and stays.
    const full = frames.findIndex(({ isFull }) => isFull);
    expect(full, made.join()).toBeGreaterThan(0);
    expect(full, made.join()).toBeLessThanOrEqual(2 + Object.keys(frames[full]!.cards).length / A_LATE_FRAME);
    expect(frames.slice(full).every(({ isFull }) => isFull)).toBe(true);
    expect(frames.map(({ hollow }) => hollow)).toEqual(frames.map(() => 0));
    // The counts are right at once, and no card goes away or jumps that was there.
    for (const [at, { totals, cards }] of frames.entries()) {
      expect(totals).toBe(`${CARDS * DAYS.length} open`);
      for (const [title, top] of Object.entries(frames[at - 1]?.cards ?? {}))
        expect(Math.abs((cards[title] ?? Infinity) - top), `${title} in frame ${at}`).toBeLessThanOrEqual(2);
    }
  };

  beforeEach(async () => {
    await on.board.openAnew();
    await on.board.filter.fill('');
    await expect.poll(() => on.board.totals(), SOON).toBe(`${CARDS * DAYS.length} open`);
  });

  const narrow = async (): Promise<void> => {
    await on.board.filter.fill('rollback');
    await expect.poll(() => on.board.totals(), SOON).toBe(`18 of ${CARDS * DAYS.length} open`);
    await expect.poll(() => on.board.countCards(), SOON).toBe(18);
  };

  it('draws a part in each frame, first the top of every column, and in its place from the first frame on', async () => {
    await narrow();
    await on.board.card('Day 0 Rollback 5').focus();
    await on.board.filter.focus();
    const frames = await watched(() => on.board.filter.fill(''));
    expectCalm(frames);
    const first = (day: string, { cards }: Seen) => Object.keys(cards).find((title) => title.startsWith(day));
    for (const day of DAYS) expect(first(day, frames[0]!)).toBe(first(day, frames.at(-1)!));
    // Those that were there stay, whatever comes between them.
    expect(Object.keys(frames[0]!.cards)).toContain('Day 0 Rollback 5');
    for (const place of frames[0]!.places) expect(place).toContain(` of ${CARDS}: `);
    expect(await on.board.focused()).toBe('Filter the cards');
    await on.page.keyboard.press('Escape');
    await on.board.header('Day 0').focus();
    await on.page.keyboard.press('ArrowDown');
    await expect.poll(() => on.board.focused(), SOON).toBe('Day 0 Task 0');
  });

  it('does so in rows, row by row', async () => {
    await on.board.root.getByRole('button', { name: 'Owners', exact: true }).click();
    await expect.poll(() => on.board.root.locator('.ops-lane').count(), SOON).toBeGreaterThan(3);
    await narrow();
    expectCalm(await watched(() => on.board.filter.fill('')));
    await on.board.root.getByRole('button', { name: 'Phases', exact: true }).click();
  });
});
