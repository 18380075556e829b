// The board in rows: by owner and by note; heads that stay in sight, keys, and what a screen reader is told.
import type { Locator } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { executeCommand, restart } from '../workbench/open-workbench';
import { BOARD_TYPE, BoardPage } from './board-page';
import { readNote, writeNote } from './on-disk';
import { tooWide } from './on-page';

const PLAN = 'Operations/Day 0 Operations.md';
const DEPLOY = 'Operations/Day 1 Operations.md';
const DRILL = 'Operations/Rollback Drill.md';
const VAULT = {
  [PLAN]:
    '# Overview\n## Responsibilities\n- Draw it ([[SRE]]) #todo\n- Cost it 📅 2000-01-01 ([[SRE]]) #todo\n- Name it #todo\n',
  [DEPLOY]: '# Overview\n## Responsibilities\n- Roll it out ([[Release Manager]]) #todo\n',
  [DRILL]: '---\nphase: Day 1\n---\n#todo\n',
  'Operations/Day 2 Operations.md': '# Overview\n## Responsibilities\n- Watch it\n',
  'Operations/Operations Overview.md':
    '![[Day 0 Operations#Overview]]\n![[Day 1 Operations#Overview]]\n![[Day 2 Operations#Overview]]\n',
  'Roles/SRE.md': '',
  'Roles/Release Manager.md': '',
  'Roles/Duty Lead.md': '',
};
const DUTY = 'Roles/Duty Lead.md';

describeInBrowser('the board in rows', () => {
  const on = openForAll({ vault: VAULT, viewport: { width: 1360, height: 800 } });
  const press = (...keys: readonly string[]) =>
    keys.reduce<Promise<void>>((before, key) => before.then(() => on.page.keyboard.press(key)), Promise.resolve());
  /** `SRE: Day 0 Cost it, Draw it`, for each row. */
  const rows = () =>
    on.board.root.locator('.ops-lane').evaluateAll((lanes) =>
      lanes.map((lane) => {
        const cells = [...lane.querySelectorAll<HTMLElement>('.ops-cell')].flatMap((cell) => {
          const titles = [...cell.querySelectorAll('.ops-title')].map(({ textContent }) => textContent);
          return titles.length === 0 ? [] : [`${cell.dataset.column ?? ''} ${titles.join(', ')}`];
        });
        return `${lane.querySelector('.ops-lane-name')?.textContent ?? ''}: ${cells.join('; ')}`;
      }),
    );
  const focusedRow = () =>
    on.page.evaluate(() => (document.activeElement as HTMLElement).dataset.rowHead ?? 'no row’s head');

  beforeEach(async () => {
    for (const path of [PLAN, DEPLOY, DRILL]) await writeNote(on, path, VAULT[path as keyof typeof VAULT]);
    await on.board.openAnew();
    await on.board.root.getByRole('button', { name: 'Owners', exact: true }).click();
    await on.board.root.locator('.ops-lane').first().waitFor();
  });

  it('has a row for each owner in natural order, and “No owner” last; each says how many are open and overdue', async () => {
    await expect
      .poll(rows, SOON)
      .toEqual([
        'Release Manager: Day 1 Roll it out',
        'SRE: Day 0 Cost it, Draw it',
        'No owner: Day 0 Name it; Day 1 Rollback Drill',
      ]);
    expect(
      await on.board.root.getByRole('rowheader').evaluateAll((heads) => heads.map((head) => head.ariaLabel)),
    ).toEqual(['Release Manager, 1 open', 'SRE, 2 open, 1 overdue', 'No owner, 2 open']);
    // Whose a card is its row says, and it alone.
    expect(await on.board.root.locator('.ops-lane-head .ops-avatar').allTextContents()).toEqual(['RM', 'S']);
    expect(await on.board.root.locator('.ops-card .ops-owner').count()).toBe(0);
    expect(await on.board.columnNames()).toEqual(['Day 0', 'Day 1', 'Day 2', 'Cross-phase']);
  });

  it('tells a screen reader row, column, and which of how many cards it is', async () => {
    const card = on.board.card('Draw it');
    expect(await card.locator('.ops-read').first().textContent()).toBe('SRE, Day 0, 2 todos; card 2 of 2: ');
    expect(await on.board.grid.getByRole('row', { name: 'SRE, Day 0, 2 todos' }).getByRole('gridcell').count()).toBe(2);
  });

  it('goes by arrows through heads and cards, collapses a row, and leads from the filter to the first card', async () => {
    await on.board.filter.focus();
    await press('Enter');
    await expect.poll(() => on.board.focused(), SOON).toBe('Roll it out');
    await press('ArrowDown');
    await expect.poll(focusedRow, SOON).toBe('SRE');
    await press('ArrowDown');
    await expect.poll(() => on.board.focused(), SOON).toBe('Cost it');
    await press('Home', 'Space');
    await expect.poll(rows, SOON).toContain('SRE: ');
    await press('ArrowDown');
    await expect.poll(focusedRow, SOON).toBe('No owner');
    await press('ArrowUp', 'Space', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    await expect.poll(() => on.board.focused(), SOON).toBe('# Day 1');
  });

  it('takes a key on a card to its note, and keeps the focus with the card', async () => {
    await on.board.card('Draw it').focus();
    await press('Space');
    await expect
      .poll(() => readNote(on, PLAN), SOON)
      .toBe(VAULT[PLAN].replace('([[SRE]]) #todo\n- Cost', '([[SRE]])\n- Cost'));
    await expect.poll(() => on.board.focused(), SOON).toBe('Cost it');
  });

  it('stands in rows by note, and after a restart as it stood', async () => {
    await on.board.root.getByRole('button', { name: 'Notes', exact: true }).click();
    await expect
      .poll(rows, SOON)
      .toEqual([
        'Day 0 Operations: Day 0 Cost it, Draw it, Name it',
        'Day 1 Operations: Day 1 Roll it out',
        'Rollback Drill: Day 1 Rollback Drill',
      ]);
    // Only cards have owners here, and each says its own.
    expect(await on.board.root.locator('.ops-lane-head .ops-avatar').count()).toBe(0);
    expect(await on.board.root.locator('.ops-card .ops-avatar').count()).toBe(3);
    await restart(on);
    await expect.poll(async () => (await rows()).length, SOON).toBe(3);
  });

  const cell = (row: string, column: string) =>
    on.board.root.locator(`.ops-cell[data-column="${column}"][data-row="${row}"]`);
  const SRE = 'Roles/SRE.md';
  const said = () => on.board.root.locator('.ops-said').innerText();
  const apply = () =>
    on.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Apply/ })
      .click();
  const moved = async () => {
    expect(await readNote(on, DEPLOY)).toBe(`${VAULT[DEPLOY]}- Name it ([[SRE]]) #todo\n`);
    expect(await readNote(on, PLAN)).toBe(VAULT[PLAN].replace('- Name it #todo\n', ''));
  };

  it('takes a card to another row and column in one plan, shown before, and back in one step', async () => {
    await on.board.card('Name it').locator('.ops-title').hover();
    const to = (await cell(SRE, 'Day 1').boundingBox())!;
    await on.page.mouse.down();
    await on.page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
    await expect
      .poll(() => cell(SRE, 'Day 1').locator('.ops-drop-hint').textContent(), SOON)
      .toBe('Move to Day 1, owner SRE · writes 2 notes');
    await on.page.mouse.up();
    await apply();
    await expect.poll(said, SOON).toBe('Moved Name it to SRE, Day 1, 1 of 1');
    await moved();
    expect(await readNote(on, DRILL)).toBe(VAULT[DRILL]);
    await on.board.card('Draw it').focus();
    await press('ControlOrMeta+z');
    await expect.poll(() => readNote(on, PLAN), SOON).toBe(VAULT[PLAN]);
    await expect.poll(() => readNote(on, DEPLOY), SOON).toBe(VAULT[DEPLOY]);
  });

  it('offers roles that own nothing while a card hangs at the pointer, below all others, and only then', async () => {
    const before = await rows();
    await on.board.card('Name it').locator('.ops-title').hover();
    const box = (await on.board.card('Name it').boundingBox())!;
    await on.page.mouse.down();
    await on.page.mouse.move(box.x + 40, box.y + 40, { steps: 3 });
    await expect.poll(rows, SOON).toEqual([...before, 'Duty Lead: ']);
    expect(await on.board.card('Name it').boundingBox()).toEqual(box);
    const to = (await cell(DUTY, 'Day 1').boundingBox())!;
    await on.page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
    await expect
      .poll(() => cell(DUTY, 'Day 1').locator('.ops-drop-hint').textContent(), SOON)
      .toBe('Move to Day 1, owner Duty Lead · writes 2 notes');
    await on.page.mouse.up();
    await apply();
    await expect.poll(rows, SOON).toContain('Duty Lead: Day 1 Name it');
    expect(await readNote(on, DEPLOY)).toBe(`${VAULT[DEPLOY]}- Name it ([[Duty Lead]]) #todo\n`);
    await on.board.card('Draw it').focus();
    await press('ControlOrMeta+z');
    await expect.poll(rows, SOON).toEqual(before);
  });

  it('offers them to the keyboard too, and takes their rows away with Escape', async () => {
    const before = await rows();
    await on.board.card('Name it').focus();
    await press('p');
    await expect.poll(rows, SOON).toEqual([...before, 'Duty Lead: ']);
    await press('ArrowDown');
    await expect.poll(said, SOON).toMatch(/^Duty Lead, Day 0\. Make Duty Lead the owner/);
    await press('Escape');
    await expect.poll(rows, SOON).toEqual(before);
    expect(await on.board.focused()).toBe('Name it');
  });

  it('carries a card by P and all four arrows, and drops it with Enter', async () => {
    await on.board.card('Name it').focus();
    await press('p', 'ArrowRight', 'ArrowUp');
    await expect.poll(said, SOON).toMatch(/^SRE, Day 1\. Move to Day 1, owner SRE/);
    await expect.poll(() => cell(SRE, 'Day 1').getAttribute('data-drop'), SOON).toBe('possible');
    await press('ArrowUp');
    await expect.poll(said, SOON).toMatch(/^Release Manager, Day 1\./);
    await press('ArrowDown', 'Enter');
    await apply();
    await expect.poll(said, SOON).toBe('Moved Name it to SRE, Day 1, 1 of 1');
    await moved();
  });

  it('gives a card another owner where only the row is another, in its own note', async () => {
    await on.board.card('Draw it').focus();
    await press('p', 'ArrowUp', 'Enter');
    await expect
      .poll(() => readNote(on, PLAN), SOON)
      .toBe(VAULT[PLAN].replace('Draw it ([[SRE]])', 'Draw it ([[Release Manager]])'));
    await expect.poll(rows, SOON).toContain('Release Manager: Day 0 Draw it; Day 1 Roll it out');
  });

  it('is the same in a window of its own: keys, dragging, and rows for roles that own nothing', async () => {
    const opened = on.page.context().waitForEvent('page');
    await executeCommand(on, 'workspace:move-to-new-window');
    const popout = await opened;
    const board = new BoardPage(popout);
    const there = (row: string, column: string) =>
      board.root.locator(`.ops-cell[data-column="${column}"][data-row="${row}"]`);
    await board.card('Draw it').focus();
    for (const key of ['p', 'ArrowUp', 'Enter']) await popout.keyboard.press(key);
    await expect.poll(() => readNote(on, PLAN), SOON).toContain('Draw it ([[Release Manager]])');
    await board.card('Rollback Drill').locator('.ops-title').hover();
    const to = (await there(SRE, 'Day 1').boundingBox())!;
    await popout.mouse.down();
    await popout.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await there(DUTY, 'Day 1').waitFor();
    await expect.poll(() => there(SRE, 'Day 1').getAttribute('data-drop'), SOON).toBe('possible');
    await popout.mouse.up();
    await expect.poll(() => readNote(on, DRILL), SOON).toContain('owner: "[[SRE]]"');
    const closed = popout.waitForEvent('close');
    await on.page.evaluate(async (type) => (await window.workbench).app.workspace.detachLeavesOfType(type), BOARD_TYPE);
    await closed;
  });

  it('says in rows of notes that a card stays in its note', async () => {
    await on.board.root.getByRole('button', { name: 'Notes', exact: true }).click();
    await on.board.card('Draw it').focus();
    await press('p', 'ArrowDown');
    await expect
      .poll(said, SOON)
      .toBe('Day 1 Operations, Day 0. Rows are only to look at here, and a card stays in its own. Drop it there.');
    await press('Escape');
  });
});

/** Fifty owners, each with a todo in two phases. */
const MANY = {
  [PLAN]: `# Overview\n## Responsibilities\n${Array.from({ length: 50 }, (_, at) => `- Plan ${at} ([[Team ${at}]]) #todo\n`).join('')}`,
  [DEPLOY]: `# Overview\n## Responsibilities\n${Array.from({ length: 50 }, (_, at) => `- Ship ${at} ([[Team ${at}]]) #todo\n  - first\n  - second\n`).join('')}`,
  'Operations/Operations Overview.md': '![[Day 0 Operations#Overview]]\n![[Day 1 Operations#Overview]]\n',
  ...Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`Roles/Team ${at}.md`, ''])),
};

describeInBrowser('many rows', () => {
  const on = openForAll({ vault: MANY, viewport: { width: 1360, height: 800 } });
  const lane = (name: string) =>
    on.board.root.locator('.ops-lane').filter({ has: on.page.locator(`[data-row-head="${name}"]`) });
  const top = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.y ?? NaN;

  it('keep the heads of the phases in sight, and that of the row that is looked at, and are in the page only around there', async () => {
    await on.board.open();
    await on.board.root.getByRole('button', { name: 'Owners', exact: true }).click();
    await lane('Team 0').waitFor();
    const heads = on.board.root.locator('.ops-heads');
    const before = await top(heads);
    await on.board.grid.hover();
    await on.page.mouse.wheel(0, 1500);
    await expect.poll(() => on.board.grid.evaluate(({ scrollTop }) => scrollTop), SOON).toBeGreaterThan(1000);
    await expect.poll(() => top(heads), SOON).toBe(before);
    const below = before + ((await heads.boundingBox())?.height ?? 0);
    // The row that has begun above and goes on below it.
    await expect
      .poll(
        () =>
          on.board.root.locator('.ops-lane').evaluateAll((lanes, edge) => {
            const cut = lanes.find((one) => {
              const { top, bottom } = one.getBoundingClientRect();
              return top < edge - 8 && bottom > edge + 40;
            });
            const head = cut?.querySelector('.ops-lane-head')?.getBoundingClientRect();
            return cut ? Math.abs((head?.top ?? NaN) - edge) < 2 : 'none is cut';
          }, below),
        SOON,
      )
      .toBe(true);
    expect(await on.board.root.locator('.ops-lane').count()).toBeLessThan(40);
    expect(await lane('Team 49').count()).toBe(0);
    await on.board.card('Plan 10').focus();
    await on.page.keyboard.press('ControlOrMeta+End');
    await expect.poll(() => on.board.focused(), SOON).toBe('Ship 49');
  });

  it('stand one below the other in a narrow pane, and say of their cards which phase they are in', async () => {
    await on.board.openAnew();
    await on.board.root.getByRole('button', { name: 'Owners', exact: true }).click();
    await on.page.setViewportSize({ width: 700, height: 800 });
    await on.board.root.locator('.ops-board.is-stacked').waitFor();
    expect(await lane('Team 3').locator('.ops-cell-name').allInnerTexts()).toEqual(['Day 0 1', 'Day 1 1']);
    const [plan, ship] = [await top(on.board.card('Plan 3')), await top(on.board.card('Ship 3'))];
    expect(ship).toBeGreaterThan(plan);
    // The phases are above them all: how far each is, and its menu. They scroll away, and only the row’s head stays.
    expect(await on.board.columnNames()).toEqual(['Day 0', 'Day 1', 'Day 2', 'Cross-phase']);
    expect(await on.board.root.locator('.ops-heads').evaluate((heads) => getComputedStyle(heads).position)).toBe(
      'static',
    );
    await on.board.root.locator('[data-column-head="Day 1"]').focus();
    await on.page.keyboard.press('ArrowDown');
    await expect.poll(() => on.board.focused(), SOON).toBe('# Day 2');
    await on.page.keyboard.press('Shift+F10');
    await on.page.getByRole('menuitem', { name: 'Is Day 2 ready?' }).waitFor();
    await on.page.keyboard.press('Escape');
    await on.board.card('Plan 3').focus();
    await on.page.keyboard.press('ArrowDown');
    await expect.poll(() => on.board.focused(), SOON).toBe('Ship 3');
    await on.page.setViewportSize({ width: 1360, height: 800 });
  });
});

describeInBrowser('rows on a phone', () => {
  const on = openForAll({ vault: VAULT, mobile: true });

  it('are those of the phase that is shown, one below the other, each with its own counts', async () => {
    await executeCommand(on, 'operations-lifecycle:open-board');
    await on.board.root.getByRole('button', { name: 'Filter, sort and saved views' }).click();
    await on.page.getByRole('dialog').getByLabel('Rows').selectOption('Rows by owner');
    await on.page.keyboard.press('Escape');
    const heads = () => on.board.root.getByRole('rowheader').evaluateAll((all) => all.map((head) => head.ariaLabel));
    await expect.poll(heads, SOON).toEqual(['SRE, 2 open, 1 overdue', 'No owner, 1 open']);
    expect(await on.board.columnNames()).toEqual(['Day 0']);
    expect(await on.board.root.locator('.ops-cell-name').count()).toBe(0);
    await on.board.root.getByRole('tab', { name: /^Day 1/ }).click();
    await expect.poll(heads, SOON).toEqual(['Release Manager, 1 open', 'No owner, 1 open']);
    await on.board.root.getByRole('rowheader').first().click();
    await expect.poll(() => on.board.titles(), SOON).toEqual(['Rollback Drill']);
    await writeNote(on, PLAN, VAULT[PLAN].replace('Name it', 'Engineering/Operations/Practices/Practice/Everything'));
    await on.board.root.getByRole('tab', { name: /^Day 2/ }).click();
    await on.board.root.getByRole('button', { name: '1 finished' }).click();
    await on.board.root.getByRole('button', { name: 'Mark as unfinished: Watch it' }).waitFor();
    await on.board.root.getByRole('tab', { name: /^Day 0/ }).click();
    await expect.poll(() => on.board.titles(), SOON).toContain('Engineering/Operations/Practices/Practice/Everything');
    expect(await tooWide(on.board.root, '.ops-board, .ops-grid, .ops-lanes, .ops-cell')).toEqual([]);
  });
});
