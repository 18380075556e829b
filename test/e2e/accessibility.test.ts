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
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async (selector) => {
    const { axe: inspector } = window as unknown as { axe: typeof axe };
    const look = async (): Promise<axe.Result[]> => {
      const { violations } = await inspector.run(selector, { resultTypes: ['violations'], elementRef: true });
      // What was drawn anew meanwhile is looked at anew.
      const isThere = violations.every(({ nodes }) => nodes.every(({ element }) => element?.isConnected === true));
      return isThere ? violations : look();
    };
    // The colours of a call-to-action button, and of a link in a property's value, are the app's own choice; all else of it is ours.
    const isOurs = (id: string, element?: HTMLElement): boolean =>
      id !== 'color-contrast' || !element?.closest('.mod-cta, .ops-property-value a');
    return (await look()).map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes
        .filter(({ element }) => isOurs(id, element))
        .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`),
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

const WAYS = [
  ['in light colours', {}, 'ltr'],
  ['in dark colours', { theme: 'dark' }, 'ltr'],
  ['narrow', { viewport: { width: 420, height: 800 } }, 'ltr'],
  ['on a phone', { mobile: true }, 'ltr'],
  ['from right to left', {}, 'rtl'],
] as const;

for (const [way, options, direction] of WAYS) {
  describeInBrowser(`everything else, ${way}`, () => {
    const on = openForAll({ vault: DEMO_VAULT, ...options });
    beforeEach(() => on.page.evaluate((dir) => (document.body.dir = dir), direction));
    const inModal = async (): Promise<string[]> => {
      const found = await violations(on, '.modal');
      await on.page.keyboard.press('Escape');
      await on.page.locator('.modal').waitFor({ state: 'detached' });
      return found;
    };
    const openForm = async (command: string): Promise<void> => {
      await executeCommand(on, `operations-lifecycle:${command}`);
      await on.page.locator('.ops-form').waitFor();
    };

    it('has no violation on the board, with comfortable cards too', async () => {
      await executeCommand(on, 'operations-lifecycle:open-board');
      await on.board.grid.waitFor();
      expect(await violations(on)).toEqual([]);
      await on.board.root.getByRole('button', { name: 'More options' }).click();
      await on.page.getByRole('menu').getByText('Comfortable cards').click();
      expect(await violations(on)).toEqual([]);
    });

    it('has none in rows, by owner and by note, one of them folded', async () => {
      await executeCommand(on, 'operations-lifecycle:open-board');
      for (const [rows, short] of [
        ['Rows by owner', 'Owners'],
        ['Rows by note', 'Notes'],
        ['Phases only', 'Phases'],
      ] as const) {
        const side = on.board.root.getByRole('group', { name: 'Rows' }).getByRole('button', { name: short });
        if (await side.isVisible()) await side.click();
        else {
          await on.board.root.getByRole('button', { name: 'Filter, sort and saved views' }).click();
          const sheet = on.page.getByRole('dialog', { name: 'Filter, sort and saved views' });
          await on.page.getByRole('menu').or(sheet).waitFor();
          if ((await sheet.count()) > 0) {
            expect(await violations(on, '.modal'), 'in the sheet').toEqual([]);
            await sheet.getByLabel('Rows').selectOption(rows);
            await on.page.keyboard.press('Escape');
          } else await on.page.getByRole('menu').getByText(rows).click();
        }
        if (rows !== 'Phases only') await on.board.root.getByRole('rowheader').first().click();
        expect(await violations(on), rows).toEqual([]);
        await on.board.root.locator('.ops-card').first().focus();
        for (const key of ['p', 'ArrowDown']) await on.page.keyboard.press(key);
        expect(await violations(on), `${rows}, with a card picked up`).toEqual([]);
        await on.page.keyboard.press('Escape');
      }
    });

    it('has none in a note: as columns, in rows, as lines, as progress, and where a block is wrong', async () => {
      await on.page.evaluate(async () => {
        const { app } = await window.workbench;
        const blocks = ['limit: 2', 'group: owners\nlimit: 2', 'show: list\nlimit: 2', 'show: progress', 'shwo: list'];
        const text = blocks.map((block) => `\`\`\`phase-board\n${block}\n\`\`\`\n\n`).join('');
        const { path: file } = await app.vault.create('Blocks.md', text);
        await app.workspace
          .getLeaf('tab')
          .setViewState({ type: 'markdown', active: true, state: { file, mode: 'preview' } });
      });
      const size = on.page.viewportSize()!;
      await on.page.setViewportSize({ ...size, height: 6000 });
      await on.page.locator('.ops-block .shows-progress').waitFor();
      expect(await violations(on, '.markdown-preview-view')).toEqual([]);
      await on.page.evaluate(async () => {
        const { app } = await window.workbench;
        await app.vault.delete(app.vault.getFileByPath('Blocks.md')!);
      });
      await on.page.setViewportSize(size);
    });

    it('has none as a layout of a base, in columns and in rows', async () => {
      for (const [at, grouping] of ['', '    groupBy: {property: owner, direction: ASC}\n'].entries()) {
        const text = `views:\n  - type: ${BOARD_TYPE}\n    name: Phases\n    order: [file.name, phase, owner, dg-publish]\n${grouping}`;
        await on.page.evaluate(
          async ({ path, text }) => {
            const { app } = await window.workbench;
            await app.workspace.getLeaf(false).openFile(await app.vault.create(path, text));
          },
          { path: `Board ${at}.base`, text },
        );
        await on.page.locator('.ops-base .ops-card').first().waitFor();
        expect(await violations(on, '.ops-base')).toEqual([]);
      }
    });

    it('has none in the check’s pane, with what is only to know shown', async () => {
      await executeCommand(on, 'operations-lifecycle:handbook-check');
      const pane = on.page.locator('.ops-check');
      await pane.getByRole('button', { name: /to know$/ }).click();
      await pane.locator('.ops-finding.is-info').first().waitFor();
      expect(await violations(on, '.ops-check')).toEqual([]);
    });

    it('has none in the settings, a phase’s page with its colours too', async () => {
      await on.page.evaluate(async () => {
        const { app } = await window.workbench;
        const { setting } = app as unknown as { setting: { open(): void; openTabById(id: string): void } };
        setting.open();
        setting.openTabById('operations-lifecycle');
      });
      const content = on.page.getByRole('dialog', { name: 'Settings' }).locator('.vertical-tab-content').last();
      await content.getByRole('button', { name: 'Day 1', exact: true }).waitFor();
      expect(await violations(on, '.vertical-tab-content')).toEqual([]);
      await content.getByRole('button', { name: 'Day 1', exact: true }).click();
      await content.getByRole('radio', { name: 'orange' }).waitFor();
      expect(await violations(on, '.vertical-tab-content')).toEqual([]);
      await on.page.keyboard.press('Escape');
    });

    it('has none in progress over time, with its table', async () => {
      // The check's pane stands in the sidebar, which covers the board where there is little room.
      await on.page.evaluate(async () => (await window.workbench).app.workspace.rightSplit.collapse());
      await executeCommand(on, 'operations-lifecycle:open-board');
      await on.board.grid.waitFor();
      await on.board.root.getByRole('button', { name: 'More options' }).click();
      await on.page.getByRole('menuitem', { name: 'Progress over time' }).click();
      await on.page.locator('.modal summary').click();
      await on.page.locator('.modal table').waitFor();
      expect(await inModal()).toEqual([]);
    });

    it('has none in the forms: filled, refused, with a text unfolded', async () => {
      await openForm('new-responsibility-note');
      await on.page.keyboard.type('Night watch');
      await on.page.locator('.ops-form .ops-preview-line').first().waitFor();
      expect(await violations(on, '.modal')).toEqual([]);
      await on.page.keyboard.type('/');
      await on.page.locator('.ops-form-error:visible').waitFor();
      expect(await inModal()).toEqual([]);
      await openForm('new-phase-page');
      await on.page.keyboard.press('Tab');
      await on.page.keyboard.type('Trial');
      await on.page.locator('.ops-form summary').first().click();
      await on.page.locator('.ops-form .ops-preview-line:visible').first().waitFor();
      expect(await inModal()).toEqual([]);
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
