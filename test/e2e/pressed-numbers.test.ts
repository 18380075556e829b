// Every number that can be pressed gives exactly as many of what it counts: one walk over all of them, on three vaults.
import type { Locator } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { generateVault } from '../bench/generate-vault';
import { settled } from '../workbench/open-workbench';
import { DEMO_VAULT, PUBLISHED_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';

const VAULTS = [
  ['the demo vault', DEMO_VAULT],
  ['the published vault', PUBLISHED_VAULT],
  ['a generated handbook', Object.fromEntries(generateVault(700).files)],
] as const;

/** The number that a text begins with, or that stands before a word. */
const number = (text: string, word = ''): number => Number(new RegExp(`(\\d+) *${word}`).exec(text)?.[1] ?? NaN);

for (const [name, vault] of VAULTS)
  describeInBrowser(`numbers of ${name}`, () => {
    // So high that every card is in sight: what is not is not drawn.
    const viewport = { width: 1500, height: 12_000 };
    const on = openForAll({ vault, viewport });
    const toolbar = () => on.board.root.locator('.ops-toolbar');
    const drawn = () => on.board.countCards();
    const open = async () => number(await on.board.totals(), 'open');
    const gives = (count: number, what: string) => expect.poll(drawn, { ...SOON, message: what }).toBe(count);
    const chosen = (locator: Locator) => locator.evaluateAll((all) => all.map((one) => one.textContent));
    const inMenu = async (open: () => Promise<void>): Promise<string[]> => {
      await open();
      await on.page.getByRole('menu').waitFor();
      const entries = await on.page.getByRole('menuitem').allInnerTexts();
      await on.page.keyboard.press('Escape');
      return entries;
    };

    beforeEach(async () => {
      await on.board.openAnew();
      await on.board.root.locator('.ops-card').first().waitFor();
      await settled(on);
      await gives(await open(), 'the board as it opens');
    });

    it('status bar, totals, heads and chips', async () => {
      await on.page.locator('.status-bar-item', { hasText: /^Ops/ }).click();
      const all = number(await on.page.locator('.status-bar-item', { hasText: /^Ops/ }).innerText());
      await gives(all, 'status bar');
      expect(await open()).toBe(all);
      for (const column of await on.board.columnNames()) {
        const head = await on.board.header(column).locator('.ops-column-counts').innerText();
        expect([column, await on.board.countCards(column)]).toEqual([column, number(head, 'open')]);
      }
      const chips = await chosen(toolbar().locator('.ops-term'));
      expect(chips.length).toBeGreaterThan(1);
      for (const chip of chips) {
        const button = toolbar().getByRole('button', { name: chip });
        await button.click();
        await gives(number(chip.replace(/^.* /, '')), chip);
        await toolbar().locator('.ops-term.is-on').click();
        await gives(all, `${chip} again`);
      }
    });

    it('chips in a narrow pane’s menu, and the term that is why nothing passes', async () => {
      await on.page.setViewportSize({ ...viewport, width: 950 });
      const openMenu = () => toolbar().getByRole('button', { name: 'Filter, sort and saved views' }).click();
      for (const entry of (await inMenu(openMenu)).filter((one) => /\(\d+\)$/.test(one))) {
        await openMenu();
        await on.page.getByRole('menuitem', { name: entry }).click();
        await gives(number(entry.replace(/^.*\(/, '')), entry);
        await on.board.filter.fill('');
      }
      const drop = on.board.root.getByRole('button', { name: /^Drop it: \d+/ });
      await on.board.filter.fill('owner:none nothing-has-this');
      await drop.waitFor();
      const count = number(await drop.innerText());
      await drop.click();
      await gives(count, 'dropped term');
      await on.page.setViewportSize(viewport);
    });

    it('what lies elsewhere, what is finished, and what keeps a phase from being ready', async () => {
      for (const phase of ['Day 0', 'Day 1', 'Day 2']) {
        const finished = on.board.column(phase).locator('.ops-finished-toggle');
        if (await finished.count()) {
          const count = number(await finished.innerText());
          const head = await on.board.header(phase).locator('.ops-column-counts').innerText();
          expect(number(head, 'of \\d+ done')).toBe(count);
          if ((await finished.getAttribute('aria-expanded')) === 'false') await finished.click();
          await expect.poll(() => on.board.column(phase).locator('.ops-finished li').count(), SOON).toBe(count);
        }
        await on.board.header(phase).press('Shift+F10');
        await on.page.getByRole('menuitem', { name: `Is ${phase} ready?` }).click();
        const answer = on.page.getByRole('dialog', { name: `Is ${phase} ready?` });
        await answer.waitFor();
        const told = await answer.locator('p').first().innerText();
        const lines = await answer.locator('.ops-missing li').count();
        expect(told.startsWith('Yes') ? 0 : number(told)).toBe(lines);
        await on.page.keyboard.press('Escape');
      }
      const before = await open();
      const elsewhere = on.board.root.locator('.ops-elsewhere');
      if (await elsewhere.count()) {
        const told = await elsewhere.innerText();
        await elsewhere.getByRole('button', { name: 'Show' }).click();
        await gives(before + number(told, 'more'), 'elsewhere');
        expect(await on.board.countCards('Elsewhere')).toBe(number(told, 'more'));
      }
    });

    it('heads of rows, folded and open', async () => {
      const all = await open();
      await toolbar().getByRole('button', { name: 'Owners', exact: true }).click();
      const lanes = on.board.root.locator('.ops-lane');
      await lanes.first().waitFor();
      await gives(all, 'rows');
      const rows = await lanes.evaluateAll((all) =>
        all.map((lane) => ({
          head: lane.querySelector('[role="rowheader"]')?.getAttribute('aria-label') ?? '',
          cards: lane.querySelectorAll('.ops-card').length,
          late: lane.querySelectorAll('.ops-due.is-overdue').length,
        })),
      );
      for (const { head, cards, late } of rows)
        expect([head, number(head, 'open'), number(head, 'overdue') || 0]).toEqual([head, cards, late]);
      const first = lanes.first().getByRole('rowheader');
      await first.click();
      await gives(all - rows[0]!.cards, 'a folded row');
      await first.click();
      await gives(all, 'an open row');
    });
  });
