// A column of more cards than anybody can see: only those in sight are in the page, and nobody notices.
import { beforeEach, expect, it } from 'vitest';
import { executeCommand, restart } from '../workbench/open-workbench';
import { BOARD_TYPE, BoardPage } from './board-page';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { writeNote } from './on-disk';
import { isNear, scrollTop, topCard } from './on-page';

const CARDS = 150;
/** Cards of many heights: their texts are of one to seven lines, and come after the cards themselves. */
const LIST = Array.from(
  { length: CARDS },
  (_, at) =>
    `- Task ${at} #todo\n${`  - It has its reasons, and they are written down at length here.\n`.repeat((at * 5) % 7)}`,
);
const noteOf = (lines: readonly string[]): string => `---\nphase: Day 0\n---\n\n${lines.join('')}`;
const PATH = 'Long.md';
const VAULT = {
  [PATH]: noteOf(LIST),
  'Day 0 Operations.md': '# Overview\n',
  'Day 1 Operations.md': '# Overview\n\n## Responsibilities\n- Ship it #todo\n',
  'Day 2 Operations.md': '# Overview\n',
};

describeInBrowser('a column of many cards', () => {
  const on = openForAll({ vault: VAULT });
  const list = () => on.board.column('Day 0').locator('.ops-cards');
  const press = (key: string) => on.page.keyboard.press(key);
  /** All texts are there, and nothing moves any more. */
  const still = async () => {
    let before = '';
    const look = async () =>
      `${await list().locator('.ops-excerpt:empty').count()} ${await scrollTop(list())} ${await topCard(list())}`;
    await expect
      .poll(async () => before === (before = await look()) && before.startsWith('0'), { timeout: 5000, interval: 60 })
      .toBe(true);
  };
  const wheel = async (by: number) => {
    const before = await scrollTop(list());
    await list().hover();
    await on.page.mouse.wheel(0, by);
    await expect.poll(() => scrollTop(list()), SOON).not.toBe(before);
  };
  /** Whether cards stand from top to bottom of what is visible. */
  const isFull = () =>
    list().evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      const boxes = [...element.querySelectorAll('.ops-card')]
        .map((card) => card.getBoundingClientRect())
        .filter((box) => box.bottom > top && box.top < bottom);
      return (
        boxes.every((box, at) => at === 0 || Math.abs(box.top - boxes[at - 1]!.bottom) < 20) &&
        (boxes[0]?.top ?? Infinity) < top + 20 &&
        (boxes.at(-1)?.bottom ?? 0) > bottom - 20
      );
    });

  beforeEach(async () => {
    await writeNote(on, PATH, VAULT[PATH]);
    await on.board.openAnew();
    await expect.poll(() => on.board.totals(), SOON).toBe(`${CARDS + 1} open`);
  });

  it('holds in the page the cards in sight and some around them', async () => {
    expect(await on.board.countCards('Day 0')).toBeLessThan(30);
    expect(await on.board.header('Day 0').innerText()).toContain(`${CARDS} open`);
    await list().evaluate((element) => element.scrollTo(0, element.scrollHeight / 2));
    await expect.poll(isFull, SOON).toBe(true);
    expect(await on.board.countCards('Day 0')).toBeLessThan(30);
    expect(await on.board.titles('Day 0')).not.toContain('Task 0 1');
  });

  it('shows every card in its turn, from the first to the last', async () => {
    const seen = new Set<string>();
    for (let last = ''; ;) {
      for (const title of await on.board.titles('Day 0')) seen.add(title);
      const at = `${await scrollTop(list())} ${await topCard(list())}`;
      if (at === last) break;
      last = at;
      await list().evaluate((element) => element.scrollBy(0, element.clientHeight));
      await still();
      expect(await isFull(), `at ${at}`).toBe(true);
    }
    expect(seen.size).toBe(CARDS);
  });

  it('does not jump on the way up, over cards whose height nobody knows yet', async () => {
    await on.board.header('Day 0').focus();
    await press('End');
    await still();
    for (let turn = 0; turn < 12; turn++) {
      const before = new Map(
        await list()
          .locator('.ops-card')
          .evaluateAll((cards) =>
            cards.map((card) => [card.getAttribute('data-card')!, card.getBoundingClientRect().top]),
          ),
      );
      const top = await scrollTop(list());
      await wheel(-250);
      await still();
      const after = await list()
        .locator('.ops-card')
        .evaluateAll((cards) =>
          cards.map((card) => [card.getAttribute('data-card')!, card.getBoundingClientRect().top] as const),
        );
      const moved = after.flatMap(([id, at]) => (before.has(id) ? [Math.round(at - before.get(id)!)] : []));
      expect(top).toBeGreaterThan(250);
      // The focused card is drawn too, far below: where it would be is a guess.
      expect(moved.filter((by) => Math.abs(by - 250) < 3).length, moved.join()).toBeGreaterThanOrEqual(
        moved.length - 1,
      );
      expect(await isFull()).toBe(true);
    }
  });

  it('does the same where the browser keeps nothing in its place by itself', async () => {
    await on.page.addStyleTag({ content: '.ops-cards { overflow-anchor: none }' });
    await on.board.openAnew();
    await on.board.header('Day 0').focus();
    await press('End');
    await still();
    for (let turn = 0; turn < 8; turn++) {
      const before = await topCard(list());
      await wheel(-100);
      await still();
      const moved = Number(/-?\d+$/.exec(await topCard(list()))?.[0]) - Number(/-?\d+$/.exec(before)?.[0]);
      // Either the same card, 100 pixels lower, or one above it.
      if ((await topCard(list())).split(' ')[1] === before.split(' ')[1]) expect(Math.abs(moved - 100)).toBeLessThan(3);
      expect(await isFull()).toBe(true);
    }
    await on.page.reload();
    await on.page.evaluate(() => window.workbench.then(() => undefined));
  });

  it('walks by keyboard over all of it: step by step, by tens, to the end and back', async () => {
    await on.board.header('Day 0').focus();
    for (let step = 0; step < 30; step++) await press('ArrowDown');
    await expect.poll(() => on.board.focused(), SOON).toBe('Task 29');
    await press('PageDown');
    await press('PageDown');
    await expect.poll(() => on.board.focused(), SOON).toBe('Task 49');
    await press('End');
    await expect.poll(() => on.board.focused(), SOON).toBe(`Task ${CARDS - 1}`);
    await expect.poll(() => on.board.card(`Task ${CARDS - 1}`).isVisible(), SOON).toBe(true);
    await press('ArrowUp');
    await press('ArrowUp');
    await expect.poll(() => on.board.focused(), SOON).toBe(`Task ${CARDS - 3}`);
    await press('Home');
    expect(await on.board.focused()).toBe('# Day 0');
  });

  it('keeps the focus with a card that is scrolled away, and the keys go on from there', async () => {
    await on.board.card('Task 3').focus();
    await list().evaluate((element) => element.scrollTo(0, 9000));
    await expect.poll(isFull, SOON).toBe(true);
    expect(await on.board.focused()).toBe('Task 3');
    expect(await on.board.grid.locator('[tabindex="0"]').count()).toBe(1);
    await writeNote(on, PATH, noteOf(['- An earlier one #todo\n', ...LIST]));
    await expect.poll(() => on.board.totals(), SOON).toBe(`${CARDS + 2} open`);
    expect(await on.board.focused()).toBe('Task 3');
    await press('ArrowDown');
    await expect.poll(() => on.board.focused(), SOON).toBe('Task 4');
    await expect.poll(isFull, SOON).toBe(true);
    expect(await on.board.titles('Day 0')).toContain('Task 5');
  });

  it('stands still when cards come and go above, below, and among those in sight', async () => {
    await list().evaluate((element) => element.scrollTo(0, 9000));
    await expect.poll(isFull, SOON).toBe(true);
    await still();
    const before = await topCard(list());
    const at = Number(/^Task (\d+)/.exec(before)?.[1]);
    await writeNote(
      on,
      PATH,
      noteOf([
        '- New above #todo\n',
        ...LIST.slice(0, at + 2),
        '- New in sight #todo\n',
        ...LIST.slice(at + 2),
        '- New below #todo\n',
      ]),
    );
    await on.board.card('New in sight').waitFor();
    await still();
    expect(await topCard(list())).toSatisfy((after: string) => isNear(after, before));
    await writeNote(on, PATH, noteOf(LIST.slice(20)));
    await expect.poll(() => on.board.totals(), SOON).toBe(`${CARDS - 19} open`);
    await still();
    expect(await topCard(list())).toSatisfy((after: string) => isNear(after, before));
    expect(await isFull()).toBe(true);
  });

  it('stays where it is when the first card in sight is sent to the front', async () => {
    await list().evaluate((element) => element.scrollTo(0, 9000));
    await still();
    const at = Number(/^Task (\d+)/.exec(await topCard(list()))?.[1]);
    await writeNote(on, PATH, noteOf(LIST.with(at, `- Task ${at} #todo 📅 2026-01-01\n`)));
    await expect.poll(() => on.board.titles('Day 0'), SOON).not.toContain(`Task ${at}`);
    await still();
    expect(Math.abs(Number(/^Task (\d+)/.exec(await topCard(list()))?.[1]) - at)).toBeLessThan(3);
  });

  it('says of each card its place among all, and to the grid how many there are', async () => {
    await list().evaluate((element) => element.scrollTo(0, 9000));
    await expect.poll(isFull, SOON).toBe(true);
    const places = await on.board
      .column('Day 0')
      .getByRole('gridcell')
      .evaluateAll((cards) => cards.map((card) => [card.textContent, card.getAttribute('aria-colindex')] as const));
    for (const [text, index] of places) {
      const task = Number(/Task (\d+)/.exec(text)?.[1]);
      expect(text).toContain(`Card ${task + 1} of ${CARDS}: `);
      // The header is the first.
      expect(index).toBe(String(task + 2));
    }
    expect(await on.board.grid.getAttribute('aria-colcount')).toBe(String(CARDS + 1));
  });

  it('comes back after a restart to the card that was at the top', async () => {
    await list().evaluate((element) => element.scrollTo(0, 10_000));
    await expect.poll(isFull, SOON).toBe(true);
    await still();
    const before = await topCard(list());
    await restart(on);
    await list().waitFor();
    await expect.poll(async () => isNear(await topCard(list()), before), SOON).toBe(true);
    await still();
    expect(await topCard(list())).toSatisfy((after: string) => isNear(after, before));
    expect(await isFull()).toBe(true);
  });

  it('keeps a text open that was opened, while its card is away', async () => {
    const card = on.board.card('Task 4');
    await card.hover();
    await card.getByRole('button', { name: 'Open here' }).click();
    await list().evaluate((element) => element.scrollTo(0, 9000));
    await card.waitFor({ state: 'detached' });
    await list().evaluate((element) => element.scrollTo(0, 0));
    await card.getByRole('button', { name: 'Close', exact: true }).waitFor();
  });

  it('shows what a filter leaves, wherever it was scrolled to, and all of it again', async () => {
    await list().evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await on.board.filter.fill('"task 7"');
    await expect.poll(() => on.board.titles('Day 0'), SOON).toContain('Task 70');
    expect((await on.board.titles('Day 0')).every((title) => title.startsWith('Task 7'))).toBe(true);
    expect(await on.board.totals()).toBe(`11 of ${CARDS + 1} open`);
    await on.board.filter.fill('');
    await expect.poll(isFull, SOON).toBe(true);
  });

  it('scrolls with the whole board in the sidebar, and finds its place there after a restart', async () => {
    await on.page.evaluate(async (type) => (await window.workbench).app.workspace.detachLeavesOfType(type), BOARD_TYPE);
    await executeCommand(on, 'operations-lifecycle:open-board-right');
    const board = new BoardPage(on.page, on.page.locator(`.mod-right-split [data-type="${BOARD_TYPE}"]`));
    await board.grid.waitFor();
    expect(await board.countCards()).toBeLessThan(40);
    await board.grid.evaluate((grid) => grid.scrollTo(0, 8000));
    await expect.poll(() => topCard(board.grid), SOON).not.toBe('');
    await on.page.waitForTimeout(200);
    const before = await topCard(board.grid);
    expect(before).toMatch(/^Task \d\d/);
    await restart(on);
    await board.grid.waitFor();
    await expect.poll(async () => isNear(await topCard(board.grid), before), SOON).toBe(true);
    await board.header('Day 1').focus();
    await press('ArrowDown');
    await expect.poll(() => board.focused(), SOON).toBe('Ship it');
    await press('ArrowUp');
    await press('ArrowLeft');
    await press('End');
    await expect.poll(() => board.focused(), SOON).toBe(`Task ${CARDS - 1}`);
    expect(await board.countCards()).toBeLessThan(40);
  });
});
