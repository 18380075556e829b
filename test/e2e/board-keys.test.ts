// The board by keyboard alone: one tab stop, the walk over the grid, the filter, and where the focus is when cards come and go.
import { beforeEach, expect, it } from 'vitest';
import { BOARD_TYPE } from './board-page';
import { DEMO_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { activeNote, cursorLine, tabGroups } from './on-page';
import { writeNote } from './on-disk';

const PLAN =
  '# Overview\n## Planning Phase\nPlan it.\n## Responsibilities\n- Draw it #todo\n- Cost it #todo\n- Name it #todo\n';
const VAULT = {
  'Operations/Day 0 Operations.md': PLAN,
  'Operations/Day 1 Operations.md':
    '# Overview\n## Deployment Phase\nShip it.\n## Responsibilities\n- Roll it out #todo\n- Roll it back #todo\n',
  'Operations/Day 2 Operations.md':
    '# Overview\n## Maintenance Phase\nKeep it.\n## Responsibilities\n- Nothing is open here\n',
  'Operations/Operations Overview.md':
    '# Lifecycle\n![[Day 0 Operations#Overview]]\n![[Day 1 Operations#Overview]]\n![[Day 2 Operations#Overview]]\n\n# Metrics\nNumbers. #todo\n',
};

describeInBrowser('the board by keyboard', () => {
  const on = openForAll({ vault: VAULT });
  const press = async (...keys: string[]) => {
    for (const key of keys) await on.page.keyboard.press(key);
  };
  const focused = () => on.board.focused();

  beforeEach(async () => {
    await writeNote(on, 'Operations/Day 0 Operations.md', PLAN);
    await on.board.openAnew();
    await expect.poll(() => on.board.titles('Day 0'), SOON).toEqual(['Draw it', 'Cost it', 'Name it']);
  });

  it('has one tab stop in the grid, and Tab leads from the filter through it', async () => {
    const stops = on.board.grid.locator('[tabindex="0"]');
    expect(await stops.count()).toBe(1);
    await on.board.root.getByRole('button', { name: 'Change…' }).focus();
    await press('Tab');
    expect(await focused()).toBe('# Day 0');
    await press('Tab');
    expect(await on.board.grid.evaluate((grid) => grid.contains(document.activeElement))).toBe(false);
    await press('Shift+Tab');
    expect(await focused()).toBe('# Day 0');
    await press('ArrowDown', 'Tab', 'Shift+Tab');
    expect(await focused()).toBe('Draw it');
    expect(await stops.count()).toBe(1);
  });

  it('walks with the arrows: down the cards of a column, and across columns in the same row', async () => {
    await on.board.header('Day 0').focus();
    const walk: [string, string][] = [
      ['ArrowDown', 'Draw it'],
      ['ArrowDown', 'Cost it'],
      ['ArrowDown', 'Name it'],
      ['ArrowDown', 'Name it'],
      ['ArrowRight', 'Roll it back'],
      ['ArrowUp', 'Roll it out'],
      ['ArrowLeft', 'Draw it'],
      ['ArrowUp', '# Day 0'],
      ['ArrowUp', '# Day 0'],
      ['ArrowLeft', '# Day 0'],
      ['ArrowRight', '# Day 1'],
      ['ArrowRight', '# Day 2'],
      ['ArrowDown', '# Day 2'],
      ['ArrowRight', '# Cross-phase'],
      ['ArrowRight', '# Cross-phase'],
      ['ArrowDown', 'Numbers.'],
    ];
    for (const [key, to] of walk) {
      await press(key);
      expect(await focused(), `after ${key}`).toBe(to);
    }
  });

  it('goes with Home and End to the column’s header and last card, with Mod over the whole grid', async () => {
    await on.board.card('Cost it').focus();
    const walk: [string, string][] = [
      ['End', 'Name it'],
      ['Home', '# Day 0'],
      ['ControlOrMeta+End', 'Numbers.'],
      ['ControlOrMeta+Home', '# Day 0'],
    ];
    for (const [key, to] of walk) {
      await press(key);
      expect(await focused(), `after ${key}`).toBe(to);
    }
  });

  it('opens a card with Enter beside the board, in a new tab with Mod', async () => {
    await on.board.card('Cost it').focus();
    await press('Enter');
    await expect.poll(() => cursorLine(on), SOON).toContain('Cost it');
    await on.board.open();
    await on.board.card('Roll it out').focus();
    await press('ControlOrMeta+Enter');
    await expect.poll(() => cursorLine(on), SOON).toContain('Roll it out');
    // The empty tab is the app's own, from when all tabs were closed: no note took it, because the board's group of tabs would hide the board behind it.
    expect(await tabGroups(on)).toEqual([['New tab', 'Phase board', 'Day 1 Operations'], ['Day 0 Operations']]);
  });

  it('opens the phase’s page with Enter on its header', async () => {
    await on.board.header('Day 2').focus();
    await press('Enter');
    await expect.poll(() => activeNote(on), SOON).toBe('Operations/Day 2 Operations.md');
  });

  it('collapses and expands a column with Space on its header, which says so', async () => {
    const header = on.board.header('Day 0');
    await header.focus();
    await press('Space');
    expect(await on.board.countCards('Day 0')).toBe(0);
    expect(await header.getAttribute('aria-expanded')).toBe('false');
    expect(await focused()).toBe('# Day 0');
    await press('ArrowDown');
    expect(await focused()).toBe('# Day 0');
    await press('Space');
    expect(await on.board.countCards('Day 0')).toBe(3);
    expect(await header.getAttribute('aria-expanded')).toBe('true');
    expect(await focused()).toBe('# Day 0');
  });

  it('opens a card’s menu with Shift+F10, and gives the focus back', async () => {
    await on.board.card('Cost it').focus();
    await press('Shift+F10');
    const menu = on.page.getByRole('menu');
    await menu.waitFor();
    await press('Escape');
    await menu.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Cost it');
  });

  it('shows the keys with ?', async () => {
    await on.board.card('Cost it').focus();
    await press('?');
    const dialog = on.page.getByRole('dialog', { name: 'Keys of the board' });
    await dialog.waitFor();
    await press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused()).toBe('Cost it');
  });

  it('filters from / on, counts what is left, and lets go of it with Escape', async () => {
    await on.board.card('Cost it').focus();
    await press('/');
    expect(await focused()).toBe('Filter the cards');
    await on.page.keyboard.type('roll');
    expect(await on.board.totals()).toBe('2 of 6 open');
    expect(await on.board.titles()).toEqual(['Roll it out', 'Roll it back']);
    expect(await on.board.column('Day 0').innerText()).toContain('Nothing here matches the filter.');
    await press('Escape');
    expect(await on.board.filter.inputValue()).toBe('');
    expect(await focused()).toBe('Filter the cards');
    expect(await on.board.totals()).toBe('6 open');
    await press('Escape');
    expect(await on.board.grid.evaluate((grid) => grid.contains(document.activeElement))).toBe(true);
  });

  it('leads from the filter to the first card that is left', async () => {
    await on.board.filter.fill('roll');
    await press('Enter');
    expect(await focused()).toBe('Roll it out');
  });

  it('types / and ? in the filter as they are', async () => {
    await on.board.filter.fill('');
    await on.page.keyboard.type('a/b?');
    expect(await on.board.filter.inputValue()).toBe('a/b?');
  });

  it('keeps the focus on its card when others come before it', async () => {
    await on.board.card('Cost it').focus();
    await writeNote(
      on,
      'Operations/Day 0 Operations.md',
      PLAN.replace('- Draw it', '- Dream of it #todo\n- Wish for it #todo\n- Draw it'),
    );
    await expect.poll(() => on.board.countCards('Day 0'), SOON).toBe(5);
    expect(await focused()).toBe('Cost it');
    expect(await on.board.grid.locator('[tabindex="0"]').count()).toBe(1);
  });

  it('gives the focus to the next card when its card goes, then to the header', async () => {
    await on.board.card('Cost it').focus();
    await writeNote(on, 'Operations/Day 0 Operations.md', PLAN.replace('Cost it #todo', 'Cost it'));
    await expect.poll(() => on.board.countCards('Day 0'), SOON).toBe(2);
    await expect.poll(focused, SOON).toBe('Name it');
    await writeNote(
      on,
      'Operations/Day 0 Operations.md',
      PLAN.replace('Cost it #todo', 'Cost it').replace('Name it #todo', 'Name it'),
    );
    await expect.poll(focused, SOON).toBe('Draw it');
    await writeNote(on, 'Operations/Day 0 Operations.md', PLAN.replaceAll(' #todo', ''));
    await expect.poll(focused, SOON).toBe('# Day 0');
  });

  it('takes the focus from nobody: who writes elsewhere goes on writing', async () => {
    await on.board.card('Cost it').focus();
    await on.board.filter.focus();
    await writeNote(on, 'Operations/Day 0 Operations.md', PLAN.replace('Cost it #todo', 'Cost it'));
    await expect.poll(() => on.board.countCards('Day 0'), SOON).toBe(2);
    expect(await focused()).toBe('Filter the cards');
  });

  it('reads to a screen reader as phase, purpose and count, then the card’s place, title and where it stands', async () => {
    expect(await on.board.header('Day 0').getAttribute('aria-label')).toBe('Day 0, Planning, 3 todos');
    const cell = on.board.root.getByRole('gridcell', { name: /^Card 2 of 3:? *Cost it\b.*Responsibilities/ });
    expect(await cell.count()).toBe(1);
  });

  it('tells a screen reader on request why the card is there', async () => {
    const card = on.board.card('Cost it');
    const described = await card.evaluate((element) => {
      const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
      return (
        element.getAttribute('aria-description') ??
        ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
      );
    });
    expect(described).toContain('Day 0 Operations is the page of Day 0.');
  });
});

describeInBrowser('the board by keyboard, over cards full of links, boxes and code', () => {
  const on = openForAll({ vault: DEMO_VAULT });
  const press = (key: string) => on.page.keyboard.press(key);
  const focused = () => on.page.evaluate(() => document.activeElement?.textContent);
  const button = (name: string | RegExp) => on.board.root.getByRole('button', { name });
  beforeEach(() => on.board.openAnew());

  it('has one stop for Tab, whatever stands on the cards and however far the lists scroll', async () => {
    await on.page.evaluate(async (type) => {
      const { app } = await window.workbench;
      const [leaf] = app.workspace.getLeavesOfType(type);
      await leaf?.setViewState({ type, state: { ...leaf.getViewState().state, density: 'comfortable' } });
    }, BOARD_TYPE);
    await expect.poll(() => on.board.root.locator('.ops-excerpt a').count(), SOON).toBeGreaterThan(5);
    await expect.poll(() => on.board.root.locator('.ops-excerpt:empty').count(), SOON).toBe(0);
    await button('Change…').focus();
    await press('Tab');
    expect(await on.board.focused()).toBe('# Day 0');
    await press('Tab');
    expect(await focused()).toBe('Show');
    await press('Shift+Tab');
    expect(await on.board.focused()).toBe('# Day 0');
    await on.board.card('On-call Rotation').focus();
    await press('Tab');
    expect(await focused()).toBe('Show');
    await press('Shift+Tab');
    expect(await on.board.focused()).toBe('On-call Rotation');
    await press('Shift+Tab');
    expect(await focused()).toBe('Change…');
  });

  it('leads back to the cards from a button that goes with its press', async () => {
    await on.board.card('Threat Model').focus();
    await press('x');
    await button('Clear').focus();
    await press('Enter');
    await expect.poll(() => on.board.focused(), SOON).toBe('Threat Model');
    await button(/^Show$/).focus();
    await press('Enter');
    await expect.poll(() => on.board.focused(), SOON).toBe('# Elsewhere');
    await button('Hide what lies outside the phases').focus();
    await press('Enter');
    await expect.poll(() => on.board.focused(), SOON).toBe('# Day 0');
    for (const name of ['Looks right', 'I know']) {
      await button(name).focus();
      await press('Enter');
    }
    await expect.poll(() => on.board.focused(), SOON).toBe('# Day 0');
  });
});
