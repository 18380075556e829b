// Every number that can be pressed gives exactly as many of what it counts: one walk over all of them, on three vaults.
import type { Locator } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { generateVault } from '../bench/generate-vault';
import { executeCommand, settled } from '../workbench/open-workbench';
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

    /** What a phase lacks as its answer says, line by line; it is closed again. */
    const answered = async (phase: string): Promise<string[]> => {
      const answer = on.page.getByRole('dialog', { name: `Is ${phase} ready?` });
      await answer.waitFor();
      const told = await answer.locator('p').first().innerText();
      const lines = await answer.locator('.ops-missing li').allInnerTexts();
      expect(told.startsWith('Yes') ? 0 : number(told)).toBe(lines.length);
      await on.page.keyboard.press('Escape');
      await answer.waitFor({ state: 'detached' });
      return lines;
    };

    beforeEach(async () => {
      await on.board.openAnew();
      await on.board.root.locator('.ops-card').first().waitFor();
      await settled(on);
      await gives(await open(), 'the board as it opens');
    });

    it('status bar, totals, heads and chips', async () => {
      const bar = on.page.locator('.status-bar-item', { hasText: /^Ops/ });
      await bar.click();
      const all = number(await bar.innerText());
      await gives(all, 'status bar');
      const hover = (await bar.getAttribute('aria-label')) ?? '';
      const [heads, names] = [await chosen(on.board.root.locator('.ops-column-counts')), await on.board.columnNames()];
      const sum = (word: RegExp) => heads.reduce((all, head) => all + Number(word.exec(head)?.[1] ?? 0), 0);
      expect(hover.split('\n')).toEqual([
        ...(sum(/of (\d+) done/) > 0
          ? [`${sum(/(\d+) of \d+ done/)} of ${sum(/of (\d+) done/)} responsibilities done`]
          : []),
        ...names.map((column, at) => `${column}: ${number(heads[at] ?? '', 'open')}`),
      ]);
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
      for (const blocked of [
        'owner:none nothing-has-this',
        'kind:row due:overdue is:frozen',
        'is:done xyzzy',
        'owner:any owner:none',
      ]) {
        await on.board.filter.fill(blocked);
        await gives(0, blocked);
        if (blocked.includes('this')) await drop.waitFor();
        if (!(await drop.count())) continue;
        const count = number(await drop.innerText());
        await drop.click();
        await gives(count, `${blocked}, dropped`);
      }
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
        const answer = await answered(phase);
        await executeCommand(on, 'operations-lifecycle:phase-ready');
        await on.page.locator('.prompt-input').fill(phase);
        await on.page.keyboard.press('Enter');
        expect(await answered(phase)).toEqual(answer);
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

for (const [name, vault] of VAULTS)
  describeInBrowser(`numbers of ${name} on a phone`, () => {
    const on = openForAll({ vault, mobile: true, viewport: { width: 390, height: 12_000 } });

    it('tabs, with a filter and in rows too', async () => {
      await executeCommand(on, 'operations-lifecycle:open-board');
      const tabs = on.board.root.getByRole('tab');
      const walk = async (): Promise<void> => {
        for (const tab of await tabs.all()) {
          await tab.click();
          const count = number(/\d+$/.exec(await tab.innerText())?.[0] ?? '');
          await expect.poll(() => on.board.countCards(), { ...SOON, message: await tab.innerText() }).toBe(count);
        }
      };
      await tabs.first().waitFor();
      await walk();
      await on.board.filter.fill('owner:any');
      await expect.poll(() => on.board.totals(), SOON).toMatch(/^\d+ of \d+ open/);
      await walk();
      await on.board.filter.fill('');
      await on.board.root.getByRole('button', { name: 'Filter, sort and saved views' }).click();
      await on.page.getByRole('dialog').getByLabel('Rows').selectOption('Rows by note');
      await on.page.keyboard.press('Escape');
      await on.board.root.locator('.ops-lane').first().waitFor();
      await walk();
    });
  });
