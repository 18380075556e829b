// Where the board stands and what it looks like there: after a restart, in the sidebar, in two panes, in a window of its own, on a phone, in the dark.
import type { Menu } from 'obsidian';
import { expect, it } from 'vitest';
import { executeCommand, openNote, restart, settled } from '../workbench/open-workbench';
import { BOARD_TYPE, BoardPage } from './board-page';
import { COLUMNS, DEMO_VAULT, expectedTitles, openTodos, PUBLISHED_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { readNote, writeNote } from './on-disk';
import {
  activeNote,
  drawnText,
  isNear,
  scrollTop,
  smallTargets,
  tabTitles,
  tabGroups,
  tooWide,
  topCard,
  withoutSpaces,
} from './on-page';

describeInBrowser('the board on a desktop', () => {
  const on = openForAll({ vault: DEMO_VAULT });
  const top = async (name: string) => (await on.board.header(name).boundingBox())?.y ?? Number.NaN;

  it('comes back after a restart with its filter, collapsed columns, Elsewhere and focus', async () => {
    await on.board.openAnew();
    await on.board.root.getByRole('button', { name: 'Show', exact: true }).click();
    await on.board.header('Day 1').getByRole('button', { name: 'Collapse Day 1' }).click();
    await on.board.filter.fill('owner:engineer');
    const titles = await on.board.titles();
    const totals = await on.board.totals();
    await on.board.card('On-call Rotation').focus();
    await restart(on);
    await on.board.grid.waitFor();
    expect(await on.board.grid.locator('[tabindex="0"] .ops-title').innerText()).toBe('On-call Rotation');
    expect(await on.board.filter.inputValue()).toBe('owner:engineer');
    expect(await on.board.columnNames()).toEqual([...COLUMNS, 'Elsewhere']);
    expect(await on.board.header('Day 1').getAttribute('aria-expanded')).toBe('false');
    expect(await on.board.titles()).toEqual(titles);
    expect(await on.board.totals()).toBe(totals);
  });

  it('has all of that stored by itself, soon after it was changed', async () => {
    await on.board.openAnew();
    const stored = () => readNote(on, '.obsidian/workspace.json');
    // The app stores what it did itself: a new tab.
    await expect.poll(stored, SOON).toMatch(/"query":\s*""/);
    await on.board.filter.fill('owner:engineer');
    await on.board.header('Day 2').getByRole('button', { name: 'Collapse Day 2' }).click();
    await expect.poll(stored, SOON).toMatch(/"query":\s*"owner:engineer",[^}]*"collapsed":\s*\[\s*"Day 2"\s*\]/);
    await on.page.reload();
    await on.board.grid.waitFor();
    expect(await on.board.filter.inputValue()).toBe('owner:engineer');
    expect(await on.board.header('Day 2').getAttribute('aria-expanded')).toBe('false');
  });

  it('comes back scrolled to where it was', async () => {
    await on.board.openAnew();
    const cards = on.board.column('Day 1').locator('.ops-cards');
    await cards.hover();
    await on.page.mouse.wheel(0, 600);
    await expect.poll(() => scrollTop(cards), SOON).toBeGreaterThan(400);
    await settled(on);
    const before = await topCard(cards);
    await restart(on);
    await cards.waitFor();
    await expect.poll(async () => isNear(await topCard(cards), before), SOON).toBe(true);
  });

  it('stands still while cards change out of sight', async () => {
    await on.board.openAnew();
    const cards = on.board.column('Day 1').locator('.ops-cards');
    await cards.hover();
    await on.page.mouse.wheel(0, 600);
    await expect.poll(() => scrollTop(cards), SOON).toBeGreaterThan(400);
    const before = await scrollTop(cards);
    await writeNote(on, 'Engineering/Reviews/Late.md', '---\nphase: Day 2\n---\n\n- A late idea #todo\n');
    await on.board.card('A late idea', 'Day 2').waitFor();
    expect(await scrollTop(cards)).toBe(before);
  });

  it('keeps every column in sight in a window of this size, and nothing sticks out', async () => {
    await on.board.openAnew();
    // The app's padding of every view is taken back.
    expect(await on.board.root.locator('.view-content').evaluate((view) => getComputedStyle(view).padding)).toBe('0px');
    expect(await tooWide(on.board.root, '.ops-grid, .ops-column, .ops-card')).toEqual([]);
    for (const name of COLUMNS) expect(await top(name)).toBe(await top('Day 0'));
  });

  it('stacks its columns while a note beside it leaves no room for all of them', async () => {
    await on.board.openAnew();
    const layout = () => on.board.root.locator('.ops-board').getAttribute('class');
    expect(await layout()).toContain('is-wide');
    await openNote(on, 'Home.md', 'split');
    await expect.poll(layout, SOON).toContain('is-stacked');
    expect(await tooWide(on.board.root, '.ops-board, .ops-grid, .ops-column, .ops-card')).toEqual([]);
    await on.page.evaluate(async () => (await window.workbench).app.workspace.detachLeavesOfType('markdown'));
    await expect.poll(layout, SOON).toContain('is-wide');
  });

  it('stacks its columns in the right sidebar, opened there by its command', async () => {
    await on.board.openAnew();
    await executeCommand(on, 'operations-lifecycle:open-board-right');
    const board = new BoardPage(on.page, on.page.locator(`.mod-right-split [data-type="${BOARD_TYPE}"]`));
    await board.grid.waitFor();
    expect(await board.root.locator('.ops-board').getAttribute('class')).toContain('is-stacked');
    const tops = await board.root
      .locator('.ops-column')
      .evaluateAll((columns) => columns.map((column) => column.getBoundingClientRect().top));
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(new Set(tops).size).toBe(COLUMNS.length);
    expect(await tooWide(board.root, '.ops-board, .ops-grid, .ops-column, .ops-card')).toEqual([]);
    expect(await board.countCards()).toBe((await on.board.countCards()) / 2);
    await board.card('Tier 2').click();
    await expect.poll(() => activeNote(on), SOON).toContain('Service Catalogue');
    expect(await on.page.locator('.mod-right-split .workspace-tab-header').count()).toBe(1);
  });

  it('cuts no word of its toolbar there, and says what is overdue as it does in the wide', async () => {
    await on.page.evaluate(async (type) => (await window.workbench).app.workspace.detachLeavesOfType(type), BOARD_TYPE);
    await executeCommand(on, 'operations-lifecycle:open-board-right');
    const toolbar = on.board.root.locator('.ops-toolbar');
    await toolbar.waitFor();
    expect((await toolbar.innerText()).replace(/\s+/g, ' ')).toMatch(/^\d+ open Overdue \d+$/);
    const isCut = await on.board.filter.evaluate((field: HTMLInputElement) => {
      field.value = field.placeholder;
      const cut = field.scrollWidth > field.clientWidth;
      field.value = '';
      return cut;
    });
    expect(isCut).toBe(false);
  });

  it('stacks them as well when its tab is moved to the sidebar, and keeps its filter', async () => {
    await on.board.openAnew();
    await on.board.filter.fill('owner:engineer');
    const titles = await on.board.titles();
    await on.page.locator(`.workspace-tab-header[data-type="${BOARD_TYPE}"]`).click({ button: 'right' });
    await on.page.getByRole('menuitem', { name: 'Move to right sidebar' }).click();
    await expect.poll(() => on.board.root.locator('.ops-board').getAttribute('class'), SOON).toContain('is-stacked');
    expect(await on.board.titles()).toEqual(titles);
  });

  it('scrolls in the sidebar as one, and comes back there after a restart', async () => {
    await on.board.filter.fill('');
    await on.board.grid.hover();
    await on.page.mouse.wheel(0, 700);
    await expect.poll(() => scrollTop(on.board.grid), SOON).toBeGreaterThan(500);
    await settled(on);
    const before = await topCard(on.board.grid);
    await restart(on);
    await on.board.grid.waitFor();
    await expect.poll(async () => isNear(await topCard(on.board.grid), before), SOON).toBe(true);
  });

  it('has in two panes one set of cards, and a filter each', async () => {
    await on.board.openAnew();
    await executeCommand(on, 'workspace:split-vertical');
    const panes = on.page.locator(`.workspace-leaf-content[data-type="${BOARD_TYPE}"]`);
    await expect.poll(() => panes.count(), SOON).toBe(2);
    const [left, right] = [new BoardPage(on.page, panes.nth(0)), new BoardPage(on.page, panes.nth(1))];
    await right.grid.waitFor();
    await left.filter.fill('owner:engineer');
    expect(await left.countCards()).toBeLessThan(await right.countCards());
    await writeNote(
      on,
      'Engineering/Reviews/Late.md',
      '---\nphase: Day 2\nowner: "[[DevSecOps Engineer]]"\n---\n\n#todo\n\n# Both\n',
    );
    await left.card('Late').waitFor();
    await right.card('Late').waitFor();
    expect(await right.filter.inputValue()).toBe('');
  });

  it('works in a window of its own', async () => {
    await on.board.openAnew();
    const opened = on.page.context().waitForEvent('page');
    await executeCommand(on, 'workspace:move-to-new-window');
    const popout = await opened;
    const board = new BoardPage(popout);
    await board.grid.waitFor();
    expect(await board.columnNames()).toEqual(COLUMNS);
    await board.header('Day 0').focus();
    await popout.keyboard.press('ArrowDown');
    await expect.poll(() => board.focused(), SOON).toBe('Threat Model');
    await writeNote(on, 'Engineering/Reviews/Late.md', '---\nphase: Day 2\n---\n\n- Seen in both windows #todo\n');
    await board.card('Seen in both windows').waitFor();
    await popout.setViewportSize({ width: 480, height: 600 });
    await expect.poll(() => board.root.locator('.ops-board').getAttribute('class'), SOON).toContain('is-stacked');
    const closed = popout.waitForEvent('close');
    await on.page.evaluate(async (type) => {
      const { app } = await window.workbench;
      app.workspace.detachLeavesOfType(type);
    }, BOARD_TYPE);
    await closed;
  });

  it('reads from right to left where the app does: the arrows follow the columns', async () => {
    await on.board.openAnew();
    await on.page.evaluate(() => (document.body.dir = 'rtl'));
    const x = async (name: string) => (await on.board.header(name).boundingBox())?.x ?? Number.NaN;
    expect(await x('Day 1')).toBeLessThan(await x('Day 0'));
    await on.board.header('Day 0').focus();
    await on.page.keyboard.press('ArrowLeft');
    await expect.poll(() => on.board.focused(), SOON).toBe('# Day 1');
    expect(await tooWide(on.board.root, '.ops-card')).toEqual([]);
  });

  it('keeps its sentences in their order there', async () => {
    const { root } = on.board;
    for (const text of [
      root.locator('.ops-totals'),
      root.locator('.ops-notice > span'),
      root.locator('.ops-column-counts bdi').first(),
      root.locator('.ops-split-chip').first(),
      root.locator('.ops-due').first(),
      root.locator('.ops-elsewhere'),
    ])
      expect(await drawnText(text)).toBe(withoutSpaces(await text.innerText()));
    await on.page.evaluate(() => document.body.removeAttribute('dir'));
  });

  it('moves nothing for whoever wants less motion', async () => {
    await on.board.openAnew();
    await on.page.emulateMedia({ reducedMotion: 'reduce' });
    const motion = () =>
      on.board.card('Threat Model').evaluate((card) => {
        card.classList.add('is-lit');
        const { transitionDuration, animationName } = getComputedStyle(card);
        return [transitionDuration, animationName];
      });
    expect(await motion()).toEqual(['0s', 'none']);
    await on.page.emulateMedia({ reducedMotion: null });
    expect(await motion()).toEqual(['0.1s', 'ops-lit']);
  });
});

describeInBrowser('the board in the dark', () => {
  const on = openForAll({ vault: DEMO_VAULT, theme: 'dark' });

  it('takes its colours from the theme', async () => {
    await on.board.open();
    const lightness = (selector: string, property: 'color' | 'backgroundColor') =>
      on.board.root
        .locator(selector)
        .first()
        .evaluate(
          (element, name) =>
            Math.max(...(/\d+, \d+, \d+/.exec(getComputedStyle(element)[name])?.[0].split(', ').map(Number) ?? [])),
          property,
        );
    expect(await lightness('.ops-card', 'backgroundColor')).toBeLessThan(80);
    expect(await lightness('.ops-title', 'color')).toBeGreaterThan(150);
  });
});

describeInBrowser('the board beside a file tree that leaves it less than a card', () => {
  const on = openForAll({ vault: DEMO_VAULT, viewport: { width: 420, height: 800 } });

  it('keeps its cards whole, and scrolls sideways', async () => {
    await executeCommand(on, 'operations-lifecycle:open-board');
    await on.board.grid.waitFor();
    const pane = on.board.root.locator('.view-content');
    const { width, room } = await pane.evaluate((one) => ({ width: one.scrollWidth, room: one.clientWidth }));
    expect([room < 120, width]).toEqual([true, 208]);
    expect(await tooWide(on.board.root, '.ops-board, .ops-grid, .ops-column, .ops-card, .ops-chips')).toEqual([]);
  });
});

/** A theme, or the app, may make its controls smaller than the stand-in does. */
const WITHOUT_THE_APPS_SIZES =
  'body.is-mobile { --input-height: 28px } .is-mobile .clickable-icon { min-width: 0; min-height: 0 }';

describeInBrowser('the board on a phone', () => {
  const on = openForAll({ vault: DEMO_VAULT, mobile: true });
  const tab = (name: string) => on.board.root.getByRole('tab', { name: new RegExp(`^${name}`) });
  const shown = async () => {
    await executeCommand(on, 'operations-lifecycle:open-board');
    await on.board.grid.waitFor();
  };

  it('shows one column at a time, with a tab for each', async () => {
    await shown();
    expect(await on.board.columnNames()).toEqual(['Day 0']);
    expect(await on.board.root.getByRole('tab').count()).toBe(COLUMNS.length);
    await tab('Day 2').click();
    expect(await on.board.columnNames()).toEqual(['Day 2']);
    expect(await tab('Day 2').getAttribute('aria-selected')).toBe('true');
    expect((await on.board.titles()).sort()).toEqual(expectedTitles(DEMO_VAULT, 'Day 2'));
  });

  it('goes from tab to tab by the arrows, round, and stops at one for Tab', async () => {
    await shown();
    await tab('Day 0').click();
    const selected = () => on.board.root.locator('[role="tab"][aria-selected="true"]').innerText();
    await on.page.keyboard.press('ArrowRight');
    await expect.poll(selected, SOON).toMatch(/^Day 1/);
    await on.page.keyboard.press('ArrowLeft');
    await on.page.keyboard.press('ArrowLeft');
    await expect.poll(selected, SOON).toMatch(/^Cross-phase/);
    expect(await on.board.focused()).toBe('button');
    expect(await on.board.root.locator('[role="tab"][tabindex="0"]').allInnerTexts()).toEqual([await selected()]);
    await on.page.keyboard.press('Tab');
    await expect.poll(() => on.board.focused(), SOON).not.toBe('button');
    await tab('Day 0').click();
  });

  it('has chips, rows, order and saved views in a sheet that stays while chips are pressed, and goes with Escape', async () => {
    await shown();
    const button = on.board.root.getByRole('button', { name: 'Filter, sort and saved views' });
    await button.focus();
    await on.page.keyboard.press('Enter');
    const sheet = on.page.getByRole('dialog', { name: 'Filter, sort and saved views' });
    await sheet.getByRole('button', { name: 'blocked 4' }).focus();
    await on.page.keyboard.press('Space');
    await expect.poll(() => on.board.filter.inputValue(), SOON).toBe('state:blocked');
    await expect
      .poll(() => sheet.getByRole('button', { name: 'blocked' }).getAttribute('aria-pressed'), SOON)
      .toBe('true');
    await sheet.getByRole('button', { name: 'waiting 6' }).click();
    await expect.poll(() => on.board.totals(), SOON).toMatch(/^6 of \d+ open/);
    await sheet.getByLabel('Rows').selectOption('Rows by owner');
    await sheet.getByLabel('Order').selectOption('Sort by title');
    await on.board.root.locator('.ops-lane').first().waitFor();
    expect(await smallTargets(sheet)).toEqual([]);
    await on.page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await button.click();
    await sheet.getByLabel('Rows').selectOption('Phases only');
    await sheet.getByRole('button', { name: 'Save this view…' }).click();
    await on.page.getByRole('dialog').or(on.page.locator('.prompt')).first().waitFor();
    expect(await sheet.count()).toBe(0);
    // What was shown when that was asked is what is saved.
    await on.board.filter.fill('');
    await on.page.locator('.prompt-input').fill('Stuck ones');
    await on.page.keyboard.press('Enter');
    await on.page.locator('.prompt-input').waitFor({ state: 'detached' });
    await expect.poll(() => on.board.totals(), SOON).toMatch(/^\d+ open/);
    await button.click();
    await sheet.getByRole('button', { name: 'Stuck ones' }).click();
    await sheet.waitFor({ state: 'detached' });
    await expect.poll(() => on.board.filter.inputValue(), SOON).toBe('state:blocked,waiting');
    await expect.poll(() => on.board.totals(), SOON).toMatch(/^6 of \d+ open/);
    await button.click();
    expect(await sheet.locator('[aria-current="true"]').allInnerTexts()).toEqual(['Stuck ones']);
    await on.page.keyboard.press('Escape');
    await on.board.filter.fill('');
  });

  it('offers in a card’s menu what the desktop does: nothing that removes, renames or moves the note', async () => {
    await shown();
    await tab('Day 1').click();
    await on.page.evaluate(async () => {
      const { app } = await window.workbench;
      app.workspace.on('file-menu', (menu) => (menu as Menu).addItem((item) => item.setTitle('Note’s own')));
    });
    const menu = await on.board.openMenu(on.board.card('Schedule'));
    const entries = await menu.locator('.menu-item-title').allInnerTexts();
    const at = entries.indexOf('Rollback Drill');
    expect(entries.slice(at + 1, at + 6)).toEqual([
      'Open',
      'Open in new tab',
      'Open to the right',
      'Reveal in navigation',
      'Copy link to this todo',
    ]);
    expect(entries.slice(at + 6).every((entry) => entry.startsWith('Shown in '))).toBe(true);
    // Nor is anybody asked what else to do with the note.
    expect(entries.join()).not.toMatch(/Rename|Delete|Move file|Make a copy|Note’s own/);
    await on.page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
  });

  it('moves cards from their menu and not by dragging: there is no other column in sight', async () => {
    await shown();
    await tab('Day 1').click();
    const card = on.board.grid.locator('.ops-card').first();
    expect(await on.board.grid.locator('[draggable="true"]').count()).toBe(0);
    const menu = await on.board.openMenu(card);
    expect(await menu.getByRole('menuitem', { name: 'Move to phase…' }).count()).toBe(1);
    expect(await menu.getByRole('menuitem', { name: /Pick up/ }).count()).toBe(0);
    await on.page.keyboard.press('Escape');
  });

  it('has targets for a thumb on every column, whatever sizes the app gives its own', async () => {
    await shown();
    await on.page.addStyleTag({ content: WITHOUT_THE_APPS_SIZES });
    for (const name of COLUMNS) {
      await tab(name).click();
      expect(await smallTargets(on.board.root.locator('.view-content')), name).toEqual([]);
    }
    expect(
      await on.board.root
        .locator('.ops-card-menu')
        .first()
        .evaluate((button) => getComputedStyle(button).opacity),
    ).toBe('1');
  });

  it('has them while cards are chosen, a text is edited and a responsibility is added, and in its dialogs', async () => {
    await shown();
    await on.page.addStyleTag({ content: WITHOUT_THE_APPS_SIZES });
    await tab('Day 0').click();
    const choose = async (entry: RegExp) => {
      await on.board.card('Day 0 responsibilities').locator('.ops-card-menu').click();
      await on.page.getByRole('menuitem', { name: entry }).click();
    };
    await choose(/^Select$/);
    await on.board.root.locator('.ops-selection').waitFor();
    expect(await smallTargets(on.board.root.locator('.view-content'))).toEqual([]);
    await on.board.root.getByRole('button', { name: 'Clear' }).click();
    await choose(/^Edit text$/);
    await on.board.root.locator('.ops-edit').waitFor();
    expect(await smallTargets(on.board.root.locator('.view-content'))).toEqual([]);
    await on.page.keyboard.press('Escape');
    await on.board.root.getByRole('button', { name: 'Add responsibility to Day 0' }).click();
    await on.board.root.locator('.ops-add').waitFor();
    expect(await smallTargets(on.board.root.locator('.view-content'))).toEqual([]);
    await on.page.keyboard.press('Escape');
    for (const entry of [/^Set due date/, /^Split into bullets/]) {
      await choose(entry);
      await on.page.locator('.modal-content button').first().waitFor();
      expect(await smallTargets(on.page.locator('.modal-content')), String(entry)).toEqual([]);
      await on.page.keyboard.press('Escape');
    }
  });

  it('fits the width, and brings Elsewhere as one more tab', async () => {
    await shown();
    expect(
      await tooWide(on.board.root, '.ops-board, .ops-toolbar, .ops-notice, .ops-grid, .ops-column, .ops-card'),
    ).toEqual([]);
    await on.board.root.getByRole('button', { name: 'Show', exact: true }).click();
    expect((await on.board.titles()).sort()).toEqual(expectedTitles(DEMO_VAULT, 'Elsewhere'));
    // The tab of what is shown is in sight, however many there are.
    const box = (await tab('Elsewhere').boundingBox())!;
    expect(box.x + box.width).toBeLessThan(391);
    expect((await tab('Day 0').boundingBox())!.x).toBeLessThan(0);
  });

  it('opens a card by a tap, and comes back to the column that was shown', async () => {
    await shown();
    await tab('Cross-phase').click();
    await on.board.card('Tier 2').tap();
    await expect.poll(() => activeNote(on), SOON).toContain('Service Catalogue');
    // A phone has no room beside the board: it is a tab of the one group.
    const groups = await tabGroups(on);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toEqual(expect.arrayContaining(['Phase board', 'Service Catalogue']));
    await shown();
    expect(await on.board.columnNames()).toEqual(['Cross-phase']);
    await restart(on);
    await shown();
    expect(await on.board.columnNames()).toEqual(['Cross-phase']);
  });

  it('has a number in no status bar', async () => {
    expect(await on.page.locator('.status-bar-item.plugin-operations-lifecycle').count()).toBe(0);
  });
});

describeInBrowser('the board of an empty vault on a phone', () => {
  const on = openForAll({ vault: {}, mobile: true });

  it('has targets for a thumb, too', async () => {
    await executeCommand(on, 'operations-lifecycle:open-board');
    await on.page.addStyleTag({ content: WITHOUT_THE_APPS_SIZES });
    await on.board.root.locator('.ops-first-run').waitFor();
    expect(await smallTargets(on.board.root.locator('.view-content'))).toEqual([]);
  });
});

describeInBrowser('the board of an empty vault', () => {
  const on = openForAll({ vault: {} });

  it('says what it is for, and becomes a board with the first page', async () => {
    await on.page.getByRole('button', { name: 'Open phase board', exact: true }).click();
    const welcome = on.board.root.locator('.ops-first-run');
    expect(await welcome.innerText()).toContain('No operations pages yet');
    expect(await welcome.innerText()).toMatch(/Day 0\s+plan it\s+Day 1\s+put it live\s+Day 2\s+keep it running/);
    await welcome.getByRole('button', { name: 'Use existing notes…' }).click();
    const settings = on.page.getByRole('dialog', { name: 'Settings' });
    await settings.waitFor();
    await on.page.keyboard.press('Escape');
    await settings.waitFor({ state: 'detached' });
    await writeNote(on, 'Day 1 Operations.md', '# Overview\n## Responsibilities\n- First of all #todo\n');
    await on.board.card('First of all', 'Day 1').waitFor();
    expect(await on.board.columnNames()).toEqual(COLUMNS);
    expect(await on.board.column('Day 0').innerText()).toContain('No page yet, and nothing open.');
  });
});

describeInBrowser('the board of a published copy', () => {
  const on = openForAll({ vault: PUBLISHED_VAULT });

  it('shows the todos of the frozen copies, and says what they are', async () => {
    await on.board.open();
    for (const column of COLUMNS)
      expect((await on.board.titles(column)).sort()).toEqual(expectedTitles(PUBLISHED_VAULT, column));
    const frozen = openTodos(PUBLISHED_VAULT).filter(({ why }) => why === 'flattened').length;
    expect(await on.board.root.locator('.ops-card.is-frozen').count()).toBeGreaterThanOrEqual(frozen);
    expect(await on.board.root.locator('.ops-notice').innerText()).toMatch(
      /frozen copies of \d+ pages that are not in this vault; the board reads their todos from the copies\./,
    );
    expect(await on.board.card('Day 0 responsibilities').innerText()).toContain('frozen copy');
    await on.board.root.getByRole('button', { name: 'Not now' }).click();
    expect(await on.board.root.locator('.ops-notice').count()).toBe(0);
  });

  it('shows none of the publisher’s HTML', async () => {
    const text = await on.board.grid.innerText();
    expect(text).not.toMatch(/<[a-z/]|transclusion internal-embed|markdown-embed/);
  });

  it('opens a frozen todo where it stands', async () => {
    await on.board.card('Day 2 responsibilities').click();
    await expect.poll(() => activeNote(on), SOON).toBe('Operations Overview.md');
    expect(await tabTitles(on)).toContain('Phase board');
  });
});

const MANY_NOTES = Object.fromEntries(
  Array.from({ length: 400 }, (_, at) => [
    `Notes/Note ${at}.md`,
    `---\nphase: Day ${at % 3}\n---\n\n- Task ${at} #todo\n`,
  ]),
);

describeInBrowser('the board of a vault that is still being read', () => {
  const on = openForAll({
    vault: {
      ...MANY_NOTES,
      'Day 0 Operations.md': '# Overview\n',
      'Day 1 Operations.md': '# Overview\n',
      'Day 2 Operations.md': '# Overview\n',
    },
  });

  it('says how far it is, then shows what it found', async () => {
    await on.board.open();
    await on.page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seenWhileReading: seen });
      new MutationObserver(() => {
        const text = document.querySelector('.ops-reading')?.textContent;
        const bar = document.querySelector<HTMLProgressElement>('.ops-reading progress');
        if (text) seen.push(`${text} ${bar?.value} / ${bar?.max}`);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await restart(on);
    await on.board.grid.waitFor();
    const seen = await on.page.evaluate(() => (window as unknown as { seenWhileReading: string[] }).seenWhileReading);
    expect(seen.at(-1)).toMatch(/^Reading notes… (\d+) of (\d+) \1 \/ (?:\2|1)$/);
    expect(await on.board.totals()).toBe('400 open');
    expect(await on.board.header('Day 0').innerText()).toContain('134 open');
  });
});
