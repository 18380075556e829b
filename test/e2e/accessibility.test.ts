// No violation that axe-core finds inside the board, in any of the ways in which it can look.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { executeCommand, settled } from '../workbench/open-workbench';
import { BOARD_TYPE } from './board-page';
import { DEMO_VAULT, PUBLISHED_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, type Opened } from './in-browser';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core objects to inside the board, a line for each element. */
async function violations({ page }: Opened, within = `[data-type="${BOARD_TYPE}"] .view-content`): Promise<string[]> {
  await settled({ page });
  await page.evaluate(AXE);
  // The colours of a call-to-action button are the app's own choice.
  const found = await page.evaluate(async (selector) => {
    const { axe: inspector } = window as unknown as { axe: typeof axe };
    const { violations } = await inspector.run(
      { include: selector, exclude: '.mod-cta' },
      { resultTypes: ['violations'] },
    );
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`),
    }));
  }, within);
  return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id} (${help}): ${node}`));
}

for (const theme of ['light', 'dark'] as const) {
  describeInBrowser(`the board in ${theme} colours`, () => {
    const on = openForAll({ vault: DEMO_VAULT, theme });
    beforeEach(() => on.board.openAnew());

    it('has no violation as it opens', async () => {
      expect(await violations(on)).toEqual([]);
    });

    it('has none with Elsewhere shown, a column collapsed, a card in focus and the mouse over another', async () => {
      await on.board.root.getByRole('button', { name: 'Show', exact: true }).click();
      await on.board.header('Day 1').getByRole('button', { name: 'Collapse Day 1' }).click();
      await on.board.card('Threat Model').focus();
      await on.board.card('Tier 2').hover();
      expect(await violations(on)).toEqual([]);
    });

    it('has none while cards are chosen and carried, a text is edited, and a responsibility is added', async () => {
      await on.board.card('Threat Model').focus();
      await on.page.keyboard.press('x');
      await on.page.keyboard.press('p');
      await on.page.keyboard.press('ArrowRight');
      expect(await violations(on)).toEqual([]);
      await on.page.keyboard.press('Escape');
      await on.page.keyboard.press('Escape');
      await on.board.card('Estimate load and cost for the first year.').focus();
      await on.page.keyboard.press('e');
      await on.board.root.locator('.ops-edit').waitFor();
      expect(await violations(on)).toEqual([]);
      await on.page.keyboard.press('Escape');
      await on.board.header('Day 1').focus();
      await on.page.keyboard.press('a');
      expect(await violations(on)).toEqual([]);
    });

    it('has none in its dialogs: splitting, the due date, a move before it is made', async () => {
      await on.board.card('Day 0 responsibilities').focus();
      await on.page.keyboard.press('s');
      await on.page.locator('.ops-split').waitFor();
      await on.page.keyboard.press('Space');
      expect(await violations(on, '.modal')).toEqual([]);
      await on.page.keyboard.press('Escape');
      await on.board.card('Threat Model').focus();
      await on.page.keyboard.press('d');
      await on.page.locator('.ops-due-modal').waitFor();
      expect(await violations(on, '.modal')).toEqual([]);
      await on.page.keyboard.press('Escape');
      await on.board.card('Estimate load and cost for the first year.').focus();
      for (const key of ['p', 'ArrowRight', 'Enter']) await on.page.keyboard.press(key);
      await on.page.locator('.ops-preview').waitFor();
      expect(await violations(on, '.modal')).toEqual([]);
      await on.page.keyboard.press('Escape');
    });

    it('has none with a filter that lets nothing through', async () => {
      await on.board.filter.fill('nothing is called this');
      expect(await violations(on)).toEqual([]);
    });

    it('has none in the sidebar', async () => {
      await on.page.evaluate(async (type) => {
        const { app } = await window.workbench;
        app.workspace.detachLeavesOfType(type);
      }, BOARD_TYPE);
      await executeCommand(on, 'operations-lifecycle:open-board-right');
      await on.board.grid.waitFor();
      expect(await violations(on)).toEqual([]);
    });
  });

  describeInBrowser(`the board on a phone in ${theme} colours`, () => {
    const on = openForAll({ vault: DEMO_VAULT, theme, mobile: true });

    it('has no violation', async () => {
      await executeCommand(on, 'operations-lifecycle:open-board');
      await on.board.grid.waitFor();
      expect(await violations(on)).toEqual([]);
    });
  });
}

describeInBrowser('the board’s first minutes', () => {
  const on = openForAll({ vault: {} });

  it('have no violation in an empty vault', async () => {
    await on.page.getByRole('button', { name: 'Open phase board', exact: true }).click();
    await on.board.root.locator('.ops-first-run').waitFor();
    expect(await violations(on)).toEqual([]);
  });
});

describeInBrowser('the board over frozen copies', () => {
  const on = openForAll({ vault: PUBLISHED_VAULT });

  it('has no violation', async () => {
    await on.board.open();
    expect(await violations(on)).toEqual([]);
  });
});
