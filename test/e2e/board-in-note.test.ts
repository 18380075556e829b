// The board in a note, in reading view: what a block shows, what can be done there, and that it leaves the note's text where it is.
import type { Locator } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { settled } from '../workbench/open-workbench';
import { BoardPage } from './board-page';
import { COLUMNS, DEMO_VAULT, expectedTitles } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { activeNote } from './on-page';

const NOTE = 'Status.md';

const fence = (source: string): string => `\`\`\`phase-board\n${source}\n\`\`\`\n\n`;

describeInBrowser('a board in a note', () => {
  const on = openForAll({ vault: DEMO_VAULT, viewport: { width: 1300, height: 900 } });

  /** Opens a note with this text, as it is read; nothing else is open. */
  async function read(text: string): Promise<void> {
    await on.page.evaluate(
      async ({ path, text }) => {
        const { app } = await window.workbench;
        app.workspace.detachLeavesOfType('operations-lifecycle-board');
        app.workspace.detachLeavesOfType('markdown');
        const known = app.vault.getFileByPath(path);
        if (known) await app.vault.process(known, () => text);
        else await app.vault.create(path, text);
        const state = { file: path, mode: 'preview' };
        await app.workspace.getLeaf(false).setViewState({ type: 'markdown', active: true, state });
      },
      { path: NOTE, text },
    );
    await settled(on);
  }
  const block = (nth = 0): Locator => on.page.locator('.ops-block').nth(nth);
  const board = (nth = 0): BoardPage => new BoardPage(on.page, block(nth));

  describe('shows', () => {
    it('the whole board when it says nothing', async () => {
      await read(`# Status\n\n${fence('')}`);
      await board().grid.waitFor();
      expect(await board().columnNames()).toEqual(COLUMNS);
      for (const column of COLUMNS)
        expect((await board().titles(column)).sort()).toEqual(expectedTitles(DEMO_VAULT, column));
    });

    it('what its query lets through, as often as a note has blocks', async () => {
      await read(fence('query: phase:"Day 1"') + fence('query: phase:"Day 2"\nshow: list'));
      await expect.poll(() => board(1).countCards(), SOON).toBeGreaterThan(0);
      expect((await board(0).titles()).sort()).toEqual(expectedTitles(DEMO_VAULT, 'Day 1'));
      expect((await board(1).titles()).sort()).toEqual(expectedTitles(DEMO_VAULT, 'Day 2'));
      expect(await block(1).locator('.ops-board').getAttribute('class')).toContain('is-stacked');
    });

    it('not more cards in a column than its limit, and says how many there are', async () => {
      await read(fence('limit: 2'));
      await board().grid.waitFor();
      for (const column of COLUMNS) expect(await board().countCards(column)).toBeLessThanOrEqual(2);
      const all = COLUMNS.flatMap((column) => expectedTitles(DEMO_VAULT, column)).length;
      expect(await board().totals()).toContain(`${all} of ${all} open`);
      expect(await board().totals()).toContain('8 shown');
    });

    it('only how far each phase is, with the way to its page', async () => {
      await read(fence('show: progress'));
      await board().grid.waitFor();
      expect(await board().countCards()).toBe(0);
      expect(await board().header('Day 1').innerText()).toMatch(/\d+ open\s+\d+ of \d+ done/);
      await board().header('Day 1').locator('.ops-column-name').click();
      await expect.poll(() => activeNote(on), SOON).toBe('Engineering/Operations/Day 1 Operations.md');
    });

    it('what is wrong with it, and nothing else', async () => {
      await read(fence('shwo: list\nlimit: many'));
      await block().getByText('Did you mean show?').waitFor();
      expect(await block().locator('.ops-query-message').count()).toBe(2);
      expect(await block().locator('.ops-board').count()).toBe(0);
    });

    it('no markup that somebody writes into it', async () => {
      await read(fence('<img src=x onerror=alert(1)>: 1') + fence("query: '<b>x</b>'"));
      await board(1).grid.waitFor();
      expect(await block(0).innerText()).toContain('“<img src=x');
      expect(await on.page.locator('.ops-block :is(img, b)').count()).toBe(0);
    });
  });

  describe('acts as the pane', () => {
    beforeEach(() => read(`# Status\n\n${fence('query: phase:"Day 2"')}After it.\n`));

    it('finishes a card by its circle, and takes it back by Mod+Z', async () => {
      const [title = ''] = await board().titles('Day 2');
      const cards = await board().countCards();
      await board().card(title).locator('.ops-circle').click();
      await expect.poll(() => board().countCards(), SOON).toBe(cards - 1);
      await board().header('Day 2').focus();
      await on.page.keyboard.press('ControlOrMeta+z');
      await expect.poll(() => board().countCards(), SOON).toBe(cards);
    });

    it('leads by the keys from card to card, and opens the note as a link in it would', async () => {
      await board().header('Day 2').focus();
      await on.page.keyboard.press('ArrowDown');
      const [title = ''] = await board().titles('Day 2');
      expect(await board().focused()).toBe(title);
      await on.page.keyboard.press('Enter');
      await expect.poll(() => activeNote(on), SOON).not.toBe(NOTE);
      expect(await on.page.locator('.ops-block').count()).toBe(0);
    });

    it('has the card’s menu', async () => {
      const [title = ''] = await board().titles('Day 2');
      const menu = await board().openMenu(board().card(title));
      expect(await menu.innerText()).toContain('Mark as done');
      await on.page.keyboard.press('Escape');
    });

    it('opens as a pane that shows the same', async () => {
      const titles = await board().titles();
      await block().getByRole('button', { name: 'Open as a pane' }).click();
      await on.board.grid.waitFor();
      await expect.poll(() => on.board.titles(), SOON).toEqual(titles);
      expect(await on.board.filter.inputValue()).toBe('phase:"Day 2"');
    });
  });

  describe('keeps its place', () => {
    it('draws only when it comes in sight, and then what is true by then', async () => {
      await read(`${'Words.\n\n'.repeat(120)}${fence('query: zebra')}`);
      expect(await block().locator('.ops-board').count()).toBe(0);
      await on.page.evaluate(async () => {
        const { app } = await window.workbench;
        await app.vault.create('Zebra.md', '# Day 1\n- zebra crossing #todo/day-1\n');
      });
      await settled(on);
      expect(await block().locator('.ops-board').count()).toBe(0);
      await block().scrollIntoViewIfNeeded();
      await expect.poll(() => board().titles(), SOON).toEqual(['zebra crossing']);
    });

    it('leaves the text below where it is when cards go', async () => {
      await read(`${fence('query: phase:"Day 0"')}After it.\n`);
      await board().grid.waitFor();
      await settled(on);
      const below = on.page.getByRole('paragraph').getByText('After it.');
      const before = await below.boundingBox();
      const [title = ''] = await board().titles('Day 0');
      const cards = await board().countCards();
      await board().card(title).locator('.ops-circle').click();
      await expect.poll(() => board().countCards(), SOON).toBe(cards - 1);
      await settled(on);
      expect(await below.boundingBox()).toEqual(before);
    });
  });
});
