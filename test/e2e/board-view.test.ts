// The board over the demo vault: what it shows, what a click, the mouse and the menu of a card do.
import { beforeEach, expect, it } from 'vitest';
import { executeCommand, openNote, settled } from '../workbench/open-workbench';
import { COLUMNS, DEMO_VAULT, expectedTitles, openTodos, titleOnBoard } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { activeNote, cursorLine, tabTitles } from './on-page';

const OVERDUE = openTodos(DEMO_VAULT).filter(
  ({ column, due }) => column !== 'Elsewhere' && due !== null && due < new Date().toISOString().slice(0, 10),
);
const ELSEWHERE = openTodos(DEMO_VAULT).filter(({ column }) => column === 'Elsewhere');
const ON_BOARD = openTodos(DEMO_VAULT).length - ELSEWHERE.length;

describeInBrowser('the board', () => {
  const on = openForAll({ vault: DEMO_VAULT });
  beforeEach(() => on.board.openAnew());

  it('opens from the ribbon, with a column for each phase and one for what belongs to no single phase', async () => {
    expect(await on.board.columnNames()).toEqual(COLUMNS);
    expect(await on.board.root.locator('.ops-board').getAttribute('class')).toContain('is-wide');
  });

  it.each(COLUMNS)('shows in %s a card for each open todo', async (column) => {
    expect((await on.board.titles(column)).sort()).toEqual(expectedTitles(DEMO_VAULT, column));
  });

  it('counts in each header and above all what it shows', async () => {
    for (const column of COLUMNS) {
      const cards = await on.board.countCards(column);
      expect(await on.board.header(column).innerText()).toContain(`${cards} open`);
      expect(await on.board.header(column).getAttribute('aria-label')).toContain(`${cards} todos`);
    }
    expect(await on.board.totals()).toBe(`${ON_BOARD} open`);
    // Once each: what is overdue is said by its chip alone.
    expect((await on.board.root.locator('.ops-toolbar').innerText()).match(/overdue\D*\d+/gi)).toEqual([
      expect.stringMatching(new RegExp(`^Overdue\\s+${OVERDUE.length}$`)),
    ]);
    expect(await on.board.root.locator('.ops-due.is-overdue').count()).toBe(OVERDUE.length);
  });

  it('counts with a filter only what the filter lets through', async () => {
    await on.board.filter.fill('owner:release');
    const cards = await on.board.countCards();
    expect(cards).toBe(openTodos(DEMO_VAULT).filter(({ owner }) => owner?.includes('Release')).length);
    expect(await on.board.totals()).toBe(`${cards} of ${ON_BOARD} open`);
    expect(await on.board.header('Day 1').innerText()).toContain(
      `${await on.board.countCards('Day 1')} of ${expectedTitles(DEMO_VAULT, 'Day 1').length} open`,
    );
  });

  it('says how much lies outside the phases, shows it, and counts it then', async () => {
    const notes = new Set(ELSEWHERE.map(({ path }) => path)).size;
    const below = on.board.root.locator('.ops-elsewhere');
    expect(await below.innerText()).toBe(`${ELSEWHERE.length} more in ${notes} notes outside the phases · Show`);
    await below.getByRole('button', { name: 'Show' }).click();
    expect(await on.board.columnNames()).toEqual([...COLUMNS, 'Elsewhere']);
    expect((await on.board.titles('Elsewhere')).sort()).toEqual(expectedTitles(DEMO_VAULT, 'Elsewhere'));
    expect(await on.board.totals()).toContain(`${ON_BOARD + ELSEWHERE.length} open`);
    expect(await on.board.countCards()).toBe(ON_BOARD + ELSEWHERE.length);
    // It is in sight, and where the keys go on from.
    const [grid, head] = await Promise.all([on.board.grid.boundingBox(), on.board.header('Elsewhere').boundingBox()]);
    expect(head!.x + head!.width).toBeLessThan(grid!.x + grid!.width + 1);
    expect(await on.board.focused()).toBe('# Elsewhere');
    await below.getByRole('button').click();
    expect(await on.board.columnNames()).toEqual(COLUMNS);
    expect(await on.board.countCards()).toBe(ON_BOARD);
  });

  it('leaves of a collapsed column its name and how much is open', async () => {
    const cards = await on.board.countCards('Day 1');
    await on.board.header('Day 1').getByRole('button', { name: 'Collapse Day 1' }).click();
    expect(await on.board.header('Day 1').innerText()).toMatch(new RegExp(`^Day 1\\s+${cards} open$`));
    await on.board.header('Day 1').getByRole('button', { name: 'Expand Day 1' }).click();
    expect(await on.board.countCards('Day 1')).toBe(cards);
  });

  it('tells on a card where it stands, whose it is, and where else its text is shown', async () => {
    const schedule = on.board.card('Schedule', 'Day 1');
    expect(await schedule.locator('.ops-breadcrumb').innerText()).toBe('Rollback Drill');
    expect(await schedule.locator('.ops-owner').innerText()).toContain('Release Manager');
    expect(await schedule.locator('.ops-shown-in').innerText()).toContain('4');
    expect(await schedule.locator('.ops-shown-in').getAttribute('title')).toMatch(
      /^Also shown in Day 1 Operations, Operations Overview, /,
    );
    expect(await on.board.card('Day 1 responsibilities').innerText()).toMatch(/\d+ bullets · Split/);
    expect(await on.board.card('Tier 2').innerText()).toContain('empty');
  });

  it('shows an opened card’s text as rendered Markdown', async () => {
    const card = on.board.card('Load Model');
    await card.hover();
    await card.getByRole('button', { name: 'Open here' }).click();
    await expect
      .poll(() => card.locator('.ops-excerpt li').allTextContents(), SOON)
      .toContain('Requests per second in the busiest hour');
  });

  it('opens a section’s note beside the board at the heading, and leaves the board’s tab', async () => {
    await on.board.card('Schedule', 'Day 1').click();
    await expect.poll(() => activeNote(on), SOON).toBe('Engineering/Operations/Day 1 Operations/Rollback Drill.md');
    await expect.poll(() => cursorLine(on), SOON).toMatch(/^#+ Schedule/);
    expect(await tabTitles(on)).toEqual(['New tab', 'Phase board', 'Rollback Drill']);
    // In sight beside it.
    expect(await on.board.grid.isVisible()).toBe(true);
  });

  it('opens a bullet’s note at the bullet', async () => {
    await on.board.card('Tell support and the two teams next to us.').click();
    await expect.poll(() => cursorLine(on), SOON).toContain('Tell support and the two teams next to us.');
  });

  it('reuses the note’s tab for the next card', async () => {
    await on.board.card('Schedule', 'Day 1').click();
    await expect.poll(() => activeNote(on), SOON).toContain('Rollback Drill');
    await on.board.open();
    await on.board.card('Tier 2').click();
    await expect.poll(() => activeNote(on), SOON).toContain('Service Catalogue');
    expect(await tabTitles(on)).toEqual(['New tab', 'Phase board', 'Service Catalogue']);
  });

  it('opens a new tab on Mod-click and on a middle click', async () => {
    await on.board.card('Schedule', 'Day 1').click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(() => activeNote(on), SOON).toContain('Rollback Drill');
    expect(await tabTitles(on)).toHaveLength(3);
    await on.board.open();
    await on.board.card('Tier 2').click({ button: 'middle' });
    await expect
      .poll(async () => (await tabTitles(on)).sort(), SOON)
      .toEqual(['New tab', 'Phase board', 'Rollback Drill', 'Service Catalogue']);
  });

  it('opens a phase’s page by its name, and what else shows a card from its menu', async () => {
    await on.board.header('Day 1').getByText('Day 1', { exact: true }).click();
    await expect.poll(() => activeNote(on), SOON).toBe('Engineering/Operations/Day 1 Operations.md');
    await on.board.open();
    await (
      await on.board.openMenu(on.board.card('Schedule', 'Day 1'))
    )
      .getByRole('menuitem', { name: 'Shown in Operations Overview' })
      .click();
    await expect.poll(() => activeNote(on), SOON).toBe('Engineering/Operations/Operations Overview.md');
  });

  it('does so in a new tab on a middle click', async () => {
    await on.board.header('Day 1').getByText('Day 1', { exact: true }).click({ button: 'middle' });
    await expect.poll(() => activeNote(on), SOON).toBe('Engineering/Operations/Day 1 Operations.md');
    expect((await tabTitles(on)).sort()).toEqual(['Day 1 Operations', 'New tab', 'Phase board']);
  });

  it('shows a preview of a phase’s page with Mod held', async () => {
    await on.board.header('Day 1').getByText('Day 1', { exact: true }).hover();
    await on.page.keyboard.down('ControlOrMeta');
    const preview = on.page.locator('.hover-popover');
    await preview.waitFor();
    await on.page.keyboard.up('ControlOrMeta');
    await expect.poll(() => preview.innerText(), SOON).toMatch(/^Day 1 Operations/);
    await on.board.filter.hover();
    await preview.waitFor({ state: 'detached' });
  });

  it('shows the page preview when the mouse rests on a card with Mod held', async () => {
    await on.board.card('Schedule', 'Day 1').hover();
    await on.page.keyboard.down('ControlOrMeta');
    const preview = on.page.locator('.hover-popover');
    await preview.waitFor();
    await on.page.keyboard.up('ControlOrMeta');
    await expect.poll(() => preview.innerText(), SOON).toMatch(/^Rollback Drill[^]*Schedule/);
    await on.board.filter.hover();
    await preview.waitFor({ state: 'detached' });
  });

  it('has a menu on each card: what can be done with the todo, with its keys, then where the note opens, and nothing that removes or moves the note', async () => {
    const menu = await on.board.openMenu(on.board.card('Schedule', 'Day 1'));
    const entries = (await menu.locator('.menu-item-title').allInnerTexts()).map((entry) => entry.replace(/\s+/g, ' '));
    const at = entries.indexOf('Rollback Drill');
    expect(entries.slice(0, at)).toEqual([
      ...[
        'Mark as done (removes #todo, keeps the text) Space',
        'Edit text E',
        'Move to phase… M',
        'Set owner… O',
        'Set due date… D',
        'Set state…',
        'Hide on the published site',
      ],
      ...[
        'Turn into responsibility note…',
        'Move the section to Day 0 Operations…',
        'Move the section to Day 1 Operations…',
        'Move the section to Day 2 Operations…',
      ],
      ...['Pick up, to move with the arrow keys P', 'Select X', 'Why in Day 1?'],
    ]);
    expect(entries.slice(at + 1, at + 6)).toEqual([
      'Open Enter',
      'Open in new tab Ctrl+Enter',
      'Open to the right',
      'Reveal in navigation',
      'Copy link to this todo',
    ]);
    expect(entries.slice(at + 6).every((entry) => entry.startsWith('Shown in '))).toBe(true);
    expect(entries.join()).not.toMatch(/Rename|Delete/);
    // Keys stand below each other, and whole.
    const keys = await menu
      .locator('.ops-key')
      .evaluateAll((all) => all.map((key) => Math.round(key.getBoundingClientRect().right)));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toBeLessThan((await menu.boundingBox())!.x + (await menu.boundingBox())!.width);
    await on.page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
  });

  it('opens the same menu by the card’s button', async () => {
    const card = on.board.card('Schedule', 'Day 1');
    await card.hover();
    await card.getByRole('button', { name: 'More actions for Schedule' }).click();
    await on.page.getByRole('menuitem', { name: 'Open in new tab' }).first().click();
    await expect.poll(() => activeNote(on), SOON).toContain('Rollback Drill');
  });

  it('says why a card stands where it does', async () => {
    await on.board.openMenu(on.board.card('Restore Test'));
    await on.page.getByRole('menuitem', { name: 'Why in Day 1?' }).click();
    const dialog = on.page.getByRole('dialog', { name: 'Why in Day 1?' });
    expect(await dialog.innerText()).toContain(
      'A responsibility of Day 1 links to Backup and Restore. Day 2 links to it too.',
    );
    await on.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('puts its lines of advice away for good, one after the other', async () => {
    const advice = on.board.root.locator('.ops-notice');
    expect(await advice.innerText()).toContain('Using Day 0, Day 1 and Day 2 from Engineering/Operations.');
    await advice.getByRole('button', { name: 'Looks right' }).click();
    await expect.poll(() => advice.innerText(), SOON).toContain('frozen cop');
    await advice.getByRole('button', { name: 'I know' }).click();
    await advice.waitFor({ state: 'detached' });
    await on.board.openAnew();
    expect(await advice.count()).toBe(0);
  });

  it('shows what a note holds when asked from the note', async () => {
    await on.board.card('Tier 2').click();
    await expect.poll(() => activeNote(on), SOON).toContain('Service Catalogue');
    await executeCommand(on, 'operations-lifecycle:show-note-on-board');
    expect((await on.board.titles()).sort()).toEqual(
      openTodos(DEMO_VAULT)
        .filter(({ path }) => path.endsWith('Service Catalogue.md'))
        .map(titleOnBoard)
        .sort(),
    );
  });

  it('shows Elsewhere for that where the note is in no phase, and is not offered where it holds nothing', async () => {
    const { path } = ELSEWHERE[0]!;
    await openNote(on, path);
    await executeCommand(on, 'operations-lifecycle:show-note-on-board');
    expect(await on.board.columnNames()).toContain('Elsewhere');
    expect(await on.board.titles()).toHaveLength(openTodos(DEMO_VAULT).filter((todo) => todo.path === path).length);
    await openNote(on, 'Home.md');
    await expect(executeCommand(on, 'operations-lifecycle:show-note-on-board')).rejects.toThrow('does not apply now');
  });

  it('tells in the pane’s menu how much was read', async () => {
    await on.board.root.getByRole('button', { name: 'More options' }).click();
    await on.page.getByRole('menu').getByText('What was read…').click();
    const dialog = on.page.getByRole('dialog', { name: 'What was read' });
    expect(await dialog.innerText()).toMatch(/\d+ notes in \d+ ms, \d+ of interest/);
    await on.page.keyboard.press('Escape');
  });

  it('has one number in the status bar, the phases’ on hover, and opens by it', async () => {
    const number = on.page.locator('.status-bar-item.plugin-operations-lifecycle');
    await expect.poll(() => number.innerText(), SOON).toBe(`Ops ${ON_BOARD}`);
    const counts = COLUMNS.map((column) => `${column}: ${expectedTitles(DEMO_VAULT, column).length}`);
    expect(await number.getAttribute('aria-label')).toBe(`0 of 16 responsibilities done\n${counts.join('\n')}`);
    await openNote(on, 'Home.md', 'tab');
    await on.board.grid.waitFor({ state: 'hidden' });
    await number.click();
    await on.board.grid.waitFor();
  });

  it('does nothing while its tab is hidden, and is up to date when it is seen again', async () => {
    await openNote(on, 'Engineering/Operations/Service Catalogue.md', 'tab');
    await on.board.grid.waitFor({ state: 'hidden' });
    await on.page.locator('.mod-active .cm-content, .cm-content').last().click();
    await on.page.keyboard.press('ControlOrMeta+End');
    await on.page.keyboard.type('\n- Written while nobody looked #todo');
    await settled(on);
    expect(await on.board.titles()).not.toContain('Written while nobody looked');
    await on.board.open();
    await expect.poll(() => on.board.titles('Cross-phase'), SOON).toContain('Written while nobody looked');
  });
});
