// The plugin's page in the settings, field by field: what each changes on the board, at once and after a restart.
import { beforeEach, expect, it } from 'vitest';
import { executeCommand, restart } from '../workbench/open-workbench';
import { BOARD_TYPE } from './board-page';
import { DEMO_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { readNote, writeNote } from './on-disk';

const DATA = '.obsidian/plugins/operations-lifecycle/data.json';
const page = (purpose: string, todo: string) =>
  `# Overview\n## ${purpose} Phase\nIt is.\n## Responsibilities\n- ${todo} #todo\n`;
const VAULT = {
  'Ops/Day 0 Operations.md': `${page('Planning', 'Plan it')}#todo\n`,
  'Ops/Day 1 Operations.md': page('Deployment', 'Ship it'),
  'Ops/Day 2 Operations.md': page('Maintenance', 'Keep it ([[Crew/Cook|Cook]])'),
  'Ops/Gathered.md': '# Metrics\nNumbers. #todo\n',
  'Other/Launching.md': page('Deployment', 'Launch it').replace('## Responsibilities', '## Duties'),
  'Other/Stage.md': '---\nstage: Day 2\nwho: "[[Baker]]"\nuntil: 2040-01-01\n---\n\n#todo\n\n# Text\n',
  'Other/Later.md': '---\nphase: Day 1\n---\n\n- Marked in another way #later\n',
  'Drafts/Draft.md': '---\nphase: Day 0\n---\n\n- A draft #todo\n',
  'Crew/Baker.md': '# Baker\n',
  'Crew/Cook.md': '# Cook\n',
};

describeInBrowser('the settings', () => {
  const on = openForAll({ vault: VAULT });
  const dialog = () => on.page.getByRole('dialog', { name: 'Settings' });
  const row = (name: string) =>
    dialog()
      .locator('.setting-item')
      .filter({ has: on.page.locator('.setting-item-name').getByText(name, { exact: true }) });
  const open = async (phase?: string) => {
    await on.page.getByRole('button', { name: 'Settings', exact: true }).click();
    await dialog().waitFor();
    if (phase !== undefined) await dialog().getByRole('button', { name: phase, exact: true }).click();
  };
  const close = async () => {
    await dialog().getByRole('button', { name: 'Close', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
  };
  const fill = async (name: string, value: string) => {
    await open();
    await row(name).locator('input').fill(value);
    await close();
  };

  beforeEach(async () => {
    await writeNote(on, DATA, '{}');
    await on.page.evaluate(async (type) => (await window.workbench).app.workspace.detachLeavesOfType(type), BOARD_TYPE);
    await on.board.open();
    await on.board.filter.fill('');
    await expect.poll(() => on.board.titles('Day 0'), SOON).toEqual(['A draft', 'Plan it', 'Day 0 responsibilities']);
  });

  it('name a renamed phase in its row when one goes back', async () => {
    await open('Day 1');
    await row('Name').locator('input').fill('Day 1a');
    await dialog().getByRole('button', { name: 'Back', exact: true }).click();
    await expect.poll(() => dialog().getByRole('button', { name: 'Day 1a', exact: true }).count(), SOON).toBe(1);
    await close();
  });

  it('leave the field alone while one types, and rests, and types on', async () => {
    await open('Day 1');
    const field = row('Name').locator('input');
    await field.fill('Day 1b');
    await on.page.keyboard.press('End');
    await on.page.waitForTimeout(700);
    await on.page.keyboard.type('c');
    expect(await field.inputValue()).toBe('Day 1bc');
    await close();
  });

  it('read the vault anew once for a name that is typed, when the typing rests', async () => {
    await open('Day 1');
    // What was typed before has been read by then.
    await on.page.waitForTimeout(700);
    // Each reading of the vault begins with the folders that it leaves out.
    await on.page.evaluate(async () => {
      const { adapter } = (await window.workbench).app.vault;
      const exists = adapter.exists.bind(adapter);
      Object.assign(window, { readings: 0 });
      adapter.exists = (path, sensitive) => {
        if (path.endsWith('/templates.json')) (window as unknown as { readings: number }).readings++;
        return exists(path, sensitive);
      };
    });
    await row('Purpose').locator('input').focus();
    await on.page.keyboard.press('ControlOrMeta+a');
    await row('Purpose').locator('input').pressSequentially('Shipping it out');
    await close();
    await expect.poll(() => on.board.header('Day 1').innerText(), SOON).toMatch(/^Day 1\s+Shipping it out/);
    await on.page.waitForTimeout(700);
    expect(await on.page.evaluate(() => (window as unknown as { readings: number }).readings)).toBe(1);
  });

  it('give a phase another purpose and colour, and keep them over a restart', async () => {
    await open('Day 0');
    await row('Purpose').locator('input').fill('Thinking');
    await row('Colour').getByRole('radio', { name: 'pink' }).check();
    await on.page.keyboard.press('ArrowLeft');
    expect(await row('Colour').getByRole('radio', { name: 'purple' }).isChecked()).toBe(true);
    await on.page.keyboard.press('ArrowRight');
    await close();
    await expect.poll(() => on.board.header('Day 0').innerText(), SOON).toMatch(/^Day 0\s+Thinking/);
    expect(await on.board.column('Day 0').getAttribute('style')).toBe('--ops-colour: var(--color-pink);');
    await restart(on);
    await on.board.grid.waitFor();
    expect(await on.board.header('Day 0').innerText()).toMatch(/^Day 0\s+Thinking/);
  });

  it('name a page that is not called like its phase', async () => {
    await open('Day 1');
    await row('Page').locator('input').fill('Other/Launching.md');
    await close();
    await expect.poll(() => on.board.titles('Day 1'), SOON).toEqual(['Launch it']);
  });

  it('put the phases into another order, by keyboard too', async () => {
    await open();
    await dialog().locator('.setting-item-drag-handle').nth(2).press('ArrowUp');
    await close();
    await expect.poll(() => on.board.columnNames(), SOON).toEqual(['Day 0', 'Day 2', 'Day 1', 'Cross-phase']);
  });

  const saved = async (): Promise<unknown> =>
    (JSON.parse(await readNote(on, DATA)) as { savedViews?: unknown }).savedViews;
  const VIEWS = ['Stuck', 'Late', 'Mine'].map((name, at) => ({
    name,
    formerNames: [],
    view: { query: ['state:blocked', 'due:overdue', 'owner:any'][at] },
  }));

  const keepViews = async () => {
    await writeNote(on, DATA, JSON.stringify({ savedViews: VIEWS }));
    const isThere = () =>
      on.page.evaluate(async () => {
        const { commands } = (await window.workbench).app;
        return commands.commands['operations-lifecycle:open-saved-view']?.checkCallback?.(true);
      });
    await expect.poll(isThere, SOON).toBe(true);
  };

  it('rename saved views, which keep their former names, change what they ask, put them into another order, and take them away', async () => {
    await keepViews();
    await open('Stuck');
    await row('Name').locator('input').fill('Late');
    await row('Name').locator('input').press('Tab');
    await expect.poll(() => row('Name').innerText(), SOON).toMatch(/Late/);
    expect(await saved()).toEqual(VIEWS);
    await row('Name').locator('input').fill('Blocked');
    await row('Name').locator('input').press('Tab');
    await expect
      .poll(saved, SOON)
      .toEqual([
        { name: 'Blocked', formerNames: ['Stuck'], view: expect.objectContaining(VIEWS[0]!.view) as unknown },
        expect.anything(),
        expect.anything(),
      ]);
    await close();
    await open('Blocked');
    await row('Query').locator('input').fill('due:someday');
    await row('Query').locator('input').press('Tab');
    await expect.poll(() => row('Query').innerText(), SOON).toMatch(/someday.*overdue/);
    await row('Query').locator('input').fill('state:waiting');
    await row('Query').locator('input').press('Tab');
    await expect.poll(async () => JSON.stringify(await saved()), SOON).toContain('state:waiting');
    await close();
    const names = async () => ((await saved()) as typeof VIEWS | undefined)?.map(({ name }) => name) ?? [];
    await open();
    const item = (name: string) =>
      dialog()
        .locator('.setting-item')
        .filter({ has: on.page.locator('.setting-item-name').getByText(name, { exact: true }) });
    await item('Mine').locator('.setting-item-drag-handle').press('ArrowUp');
    await expect.poll(names, SOON).toEqual(['Blocked', 'Mine', 'Late']);
    await item('Blocked').getByRole('button', { name: 'Delete' }).click();
    await expect.poll(names, SOON).toEqual(['Mine', 'Late']);
    await close();
    const inMenu = async () => {
      await on.board.root.getByRole('button', { name: 'Filter, sort and saved views' }).click();
      const entries = await on.page.getByRole('menuitem').allInnerTexts();
      await on.page.keyboard.press('Escape');
      return entries.filter((entry) => VIEWS.some(({ name }) => name === entry));
    };
    await expect.poll(inMenu, SOON).toEqual(['Mine', 'Late']);
  });

  it('say what keeps a phase from being ready', async () => {
    const missing = async () => {
      await executeCommand(on, 'operations-lifecycle:phase-ready');
      await on.page.keyboard.type('Day 2');
      await on.page.keyboard.press('Enter');
      const answer = on.page.getByRole('dialog', { name: 'Is Day 2 ready?' });
      await answer.waitFor();
      const found = await answer.locator('.ops-missing-what').allTextContents();
      await on.page.keyboard.press('Escape');
      return found;
    };
    expect(await missing()).toEqual(['open', 'no owner']);
    await open();
    await row('Nothing is open').locator('.checkbox-container').click();
    await close();
    await expect
      .poll(async () => (JSON.parse(await readNote(on, DATA)) as { readyCriteria: unknown }).readyCriteria, SOON)
      .toEqual(['error', 'overdue', 'owner']);
    await expect.poll(missing, SOON).toEqual(['no owner']);
  });

  it('name the overview page, which is behind Cross-phase then', async () => {
    expect(await on.board.header('Cross-phase').locator('a').count()).toBe(0);
    await fill('Overview page', 'Ops/Gathered.md');
    await expect.poll(() => on.board.header('Cross-phase').locator('a').count(), SOON).toBe(1);
    expect(await on.board.titles('Cross-phase')).toEqual(['Numbers.']);
  });

  it('name the heading of the responsibilities, and that of the overview', async () => {
    await fill('Overview heading', 'Summary');
    await fill('Responsibilities heading', 'Duties');
    await expect.poll(() => on.board.titles('Day 0'), SOON).not.toContain('Day 0 responsibilities');
    expect(JSON.parse(await readNote(on, DATA))).toMatchObject({
      overviewHeading: 'Summary',
      responsibilitiesHeading: 'Duties',
    });
  });

  it('name the properties for phase, owner and due date', async () => {
    await fill('Phase property', 'stage');
    await fill('Due date property', 'until');
    await expect.poll(() => on.board.titles('Day 2'), SOON).toContain('Stage');
    const facts = () => on.board.card('Stage', 'Day 2').innerText();
    await expect.poll(facts, SOON).toMatch(/in \d+ years/);
    expect(await facts()).not.toContain('Baker');
    await fill('Owner property', 'who');
    await expect.poll(facts, SOON).toContain('Baker');
  });

  it('name the folder of the roles, whose notes are owners then', async () => {
    expect(await on.board.titles('Day 2')).toEqual(['Keep it (Cook)']);
    await fill('Roles folder', 'Crew');
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual(['Keep it']);
    expect(await on.board.card('Keep it').locator('.ops-owner bdi').innerText()).toBe('Cook');
  });

  it('name the tags; what is none is said beside the field, and not taken', async () => {
    await fill('Tags', 'later');
    await expect.poll(() => on.board.titles(), SOON).toEqual(['Marked in another way']);
    await open();
    await row('Tags').locator('input').fill('#no tag');
    await expect.poll(() => row('Tags').innerText(), SOON).toContain('#no tag is no tag');
    await close();
    expect(JSON.parse(await readNote(on, DATA))).toMatchObject({ tags: ['#later'] });
    expect(await on.board.titles()).toEqual(['Marked in another way']);
  });

  it('name folders that are not looked into', async () => {
    await fill('Ignored folders', 'Drafts, Elsewhere');
    await expect.poll(() => on.board.titles('Day 0'), SOON).toEqual(['Plan it', 'Day 0 responsibilities']);
  });

  it('say where the board opens from the ribbon; a command says so itself', async () => {
    await open();
    await row('Open in').locator('select').selectOption('right');
    await close();
    await on.page.evaluate(async (type) => (await window.workbench).app.workspace.detachLeavesOfType(type), BOARD_TYPE);
    await on.board.open();
    expect(await on.page.locator(`.mod-right-split [data-type="${BOARD_TYPE}"]`).count()).toBeGreaterThan(0);
    await on.page.evaluate(async (type) => (await window.workbench).app.workspace.detachLeavesOfType(type), BOARD_TYPE);
    await executeCommand(on, 'operations-lifecycle:open-board');
    await on.page.locator(`.mod-root [data-type="${BOARD_TYPE}"] .ops-grid`).waitFor();
  });
});

describeInBrowser('the settings of a handbook that was found', () => {
  const on = openForAll({ vault: DEMO_VAULT });
  const dialog = () => on.page.getByRole('dialog', { name: 'Settings' });
  const placeholder = (name: string) =>
    dialog()
      .locator('.setting-item')
      .filter({ has: on.page.locator('.setting-item-name').getByText(name, { exact: true }) })
      .locator('input')
      .getAttribute('placeholder');
  const headings = () => dialog().locator('.setting-item-heading .setting-item-name').allTextContents();
  const open = () => on.page.getByRole('button', { name: 'Settings', exact: true }).click();

  it('say in each empty field what was found, begin with the board, and ask about the site where notes are published', async () => {
    await executeCommand(on, 'operations-lifecycle:open-board');
    await open();
    expect(await placeholder('Overview page')).toBe('Operations Overview, found');
    expect(await placeholder('Roles folder')).toBe('Roles, found');
    expect(await placeholder('Templates folder')).toBe('Templates, found');
    expect(await headings()).toEqual([
      'Board',
      'Phases',
      'Saved views',
      'A phase is ready when',
      'Pages and folders',
      'Todos',
      'Editor',
      'Templates',
      'Digital Garden',
    ]);
    await dialog().getByRole('button', { name: 'Day 1', exact: true }).click();
    expect(await placeholder('Page')).toBe('Day 1 Operations, found');
  });
});

describeInBrowser('the settings of a vault that holds too little, or too much', () => {
  const on = openForAll({
    vault: {
      'A/Day 0 Operations.md': page('Planning', 'a'),
      'B/Day 0 Operations.md': page('Planning', 'b'),
      'Organisation/Engineering/Roles/Cook.md': '',
    },
  });

  it('say how many were found, and that none was; a long path is cut at its beginning', async () => {
    await executeCommand(on, 'operations-lifecycle:open-board');
    await on.page.getByRole('button', { name: 'Settings', exact: true }).click();
    const dialog = on.page.getByRole('dialog', { name: 'Settings' });
    const fields = () =>
      dialog.locator('input').evaluateAll((all) => all.map((one) => one.getAttribute('placeholder')));
    expect(await fields()).toEqual(expect.arrayContaining(['None found', '…/Roles, found']));
    expect(await dialog.locator('.setting-item-heading:visible').allInnerTexts()).not.toContain('Digital Garden');
    await dialog.getByRole('button', { name: 'Day 0', exact: true }).click();
    expect(await fields()).toContain('2 found: choose one');
  });
});
