// The phase board as a layout of a base: its notes in the columns of their phases, in the base's order, with what the base shows of them.
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { openNote, settled } from '../workbench/open-workbench';
import { BoardPage } from './board-page';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { readNote, writeNote } from './on-disk';
import { activeNote, cursorLine, tabTitles } from './on-page';

const PAGE = (purpose: string, ...bullets: string[]): string =>
  `# Overview\n## ${purpose} Phase\nText.\n## Responsibilities\n${bullets.map((bullet) => `- ${bullet}\n`).join('')}`;

const VAULT = {
  'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
  'Ops/Day 0 Operations.md': PAGE('Planning', 'Draw the network #todo', 'Name the owners'),
  'Ops/Day 1 Operations.md': PAGE('Deployment', '[[Runbook]]: roll out'),
  'Ops/Day 2 Operations.md': PAGE('Maintenance', 'Patch #todo'),
  'Ops/Metrics.md': '---\nstatus: draft\n---\nText.\n',
  'Notes/Runbook.md':
    '---\nstatus: ready\nrole: "[[SRE]]"\n---\n# Steps\n## Drain\n#todo\n\n## Roll back #todo\n\n- Tell support #todo\n',
  'Notes/Plan.md': '---\nphase: Day 0\nstatus: draft\ntags: [todo/blocked]\n---\n',
  'Notes/Travel.md': '---\nstatus: ready\n---\nText.\n',
  'Roles/SRE.md': '',
  'Notes/Sketch.canvas': '{}',
  'Board.base': [
    'filters:',
    '  not:',
    '    - file.inFolder("Roles")',
    'properties:',
    '  note.role:',
    '    displayName: Whose',
    'views:',
    '  - type: operations-lifecycle-board',
    '    name: Phases',
    '    filters:',
    '      or:',
    '        - file.inFolder("Ops")',
    '        - file.inFolder("Notes")',
    '    order: [file.name, status, role]',
    '    sort:',
    '      - property: file.name',
    '        direction: DESC',
    '  - type: operations-lifecycle-board',
    '    name: By status',
    '    order: [file.name]',
    '    groupBy:',
    '      property: status',
    '      direction: ASC',
    '    filters: file.inFolder("Notes")',
    '',
  ].join('\n'),
};

describeInBrowser('the phase board as a layout of a base', () => {
  const on = openForAll({ vault: VAULT, viewport: { width: 1300, height: 900 } });
  let board: BoardPage;
  const notice = (text: string) => on.page.locator('.notice', { hasText: text }).first();
  const choose = (view: string) => on.page.getByLabel('View', { exact: true }).selectOption(view);

  beforeAll(() => {
    board = new BoardPage(on.page, on.page.locator('.ops-base'));
  });
  beforeEach(async () => {
    await on.page.keyboard.press('Escape');
    for (const [path, text] of Object.entries(VAULT)) await writeNote(on, path, text);
    await on.page.evaluate(async () => {
      const { app } = await window.workbench;
      document.querySelectorAll('.notice').forEach((one) => one.remove());
      for (const type of ['markdown', 'bases']) app.workspace.detachLeavesOfType(type);
    });
    await openNote(on, 'Board.base');
    await board.root.locator('.ops-card').first().waitFor();
    await expect.poll(() => board.titles('Elsewhere'), SOON).toEqual(['Travel']);
  });

  it('puts each note into the column of its phase, by whatever rule, in the base’s order', async () => {
    expect(await board.columnNames()).toEqual(['Day 0', 'Day 1', 'Day 2', 'Cross-phase', 'Elsewhere']);
    expect(await board.titles('Day 0')).toEqual(['Plan', 'Day 0 Operations']);
    expect(await board.titles('Day 1')).toEqual(['Runbook', 'Day 1 Operations']);
    expect(await board.titles('Cross-phase')).toEqual(['Operations Overview', 'Metrics']);
    expect(await board.header('Day 0').innerText()).toMatch(/2 notes\s+1 of 2 done/);
    expect(await board.root.innerText()).toContain('1 file of this base is no note: it is not shown here.');
  });

  it('shows of a note what the base shows, how far its phase is, and what is open in it', async () => {
    expect(await board.card('Runbook').locator('.ops-property').allInnerTexts()).toEqual([
      'status\nready',
      'Whose\nSRE',
    ]);
    expect(await board.card('Runbook').locator('.ops-note-todo').allInnerTexts()).toEqual([
      'Drain',
      'Roll back',
      'Tell support',
    ]);
    expect(await board.card('Day 0 Operations').innerText()).toContain('1 of 2 done');
  });

  it('shows other properties as soon as the base does, on cards that stay as they are', async () => {
    await on.page.evaluate(async () => {
      const { boards } = (await window.workbench).plugin as unknown as {
        boards: Set<{ site: { base?: { config: { set(key: string, value: unknown): void } } } }>;
      };
      for (const { site } of boards) site.base?.config.set('order', ['role']);
    });
    const properties = () => board.card('Runbook').locator('.ops-property').allInnerTexts();
    await expect.poll(properties, SOON).toEqual(['Whose\nSRE']);
  });

  it('says an owner and a date once: as the card’s own, not as a property besides', async () => {
    const marked = (owner: string): string => `---\ntags: todo\nstatus: new\nowner: ${owner}\ndue: 2026-12-01\n---\n`;
    await writeNote(on, 'Notes/Travel.md', marked('"[[SRE]]"'));
    await writeNote(on, 'Board.base', VAULT['Board.base'].replace('status, role', 'status, owner, due'));
    const properties = () => board.card('Travel').locator('.ops-property').allInnerTexts();
    await expect.poll(properties, SOON).toEqual(['status\nnew']);
    // The base hears of its file sooner than the index of the note.
    await expect
      .poll(() => board.card('Travel').locator('.ops-owner').allInnerTexts(), SOON)
      .toEqual([expect.stringContaining('SRE')]);
    await expect.poll(() => board.card('Travel').locator('.ops-due').count(), SOON).toBe(1);
    // What names no role is no owner, and stays what the base shows.
    await writeNote(on, 'Notes/Travel.md', marked('Ann'));
    await expect.poll(properties, SOON).toEqual(['status\nnew', 'owner\nAnn']);
  });

  it('has no circle on a note that no tag marks: there is nothing to finish', async () => {
    expect(await board.card('Plan').locator('.ops-circle').count()).toBe(1);
    expect(await board.card('Travel').locator('.ops-circle').count()).toBe(0);
    await board.card('Travel').focus();
    await on.page.keyboard.press(' ');
    await notice('Travel: there is nothing to change.').waitFor();
  });

  it('opens a note as a link would, and a todo at its place', async () => {
    await board.card('Runbook').getByText('Tell support').click();
    await expect.poll(() => activeNote(on), SOON).toBe('Notes/Runbook.md');
    await expect.poll(() => cursorLine(on), SOON).toBe('- Tell support #todo');
    await openNote(on, 'Board.base');
    await board.card('Travel').click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(() => tabTitles(on), SOON).toEqual(['Board', 'Travel']);
  });

  it('writes the phase into a note that is dropped into a column, and takes it back with Mod+Z', async () => {
    await board.card('Travel').locator('.ops-title').hover();
    const to = (await board.column('Day 2').boundingBox())!;
    await on.page.mouse.down();
    await on.page.mouse.move(to.x + to.width / 2, to.y + 90, { steps: 4 });
    await expect.poll(() => board.column('Day 2').locator('.ops-drop-hint').textContent(), SOON).toBe('Move to Day 2');
    await on.page.mouse.up();
    await notice('Moved Travel to Day 2').waitFor();
    await expect.poll(() => board.titles('Day 2'), SOON).toEqual(['Travel', 'Day 2 Operations']);
    expect(await readNote(on, 'Notes/Travel.md')).toBe(
      '---\nstatus: ready\nphase: "[[Day 2 Operations]]"\n---\nText.\n',
    );
    await board.card('Travel').focus();
    await on.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => board.titles('Elsewhere'), SOON).toEqual(['Travel']);
    expect(await readNote(on, 'Notes/Travel.md')).toBe(VAULT['Notes/Travel.md']);
  });

  it('refuses what a rule holds where it is, and says which', async () => {
    await board.card('Day 1 Operations').focus();
    await on.page.keyboard.press('m');
    await notice('This is the page of Day 1 itself').waitFor();
    await board.card('Runbook').focus();
    await on.page.keyboard.press('p');
    for (let step = 0; step < 3; step++) await on.page.keyboard.press('ArrowRight');
    await expect
      .poll(() => board.column('Cross-phase').locator('.ops-drop-hint').textContent(), SOON)
      .toContain('because a responsibility of Day 1 links to Runbook');
    await on.page.keyboard.press('Escape');
    expect(await readNote(on, 'Notes/Runbook.md')).toBe(VAULT['Notes/Runbook.md']);
  });

  it('is led through by keys, and carries a card by them', async () => {
    await board.card('Plan').focus();
    await on.page.keyboard.press('ArrowDown');
    expect(await board.focused()).toBe('Day 0 Operations');
    await on.page.keyboard.press('ArrowRight');
    expect(await board.focused()).toBe('Day 1 Operations');
    await on.page.keyboard.press('Home');
    await board.card('Metrics').focus();
    await on.page.keyboard.press('p');
    for (const key of ['ArrowLeft', 'Enter']) await on.page.keyboard.press(key);
    await expect.poll(() => board.titles('Day 2'), SOON).toEqual(['Metrics', 'Day 2 Operations']);
    expect(await readNote(on, 'Ops/Metrics.md')).toContain('phase: "[[Day 2 Operations]]"');
    await expect.poll(() => board.root.locator('.ops-said').textContent(), SOON).toBe('Moved Metrics to Day 2, 1 of 2');
  });

  it('offers in its menu what can be done with the note, and where its todos are', async () => {
    const menu = await board.openMenu(board.card('Runbook'));
    const entries = await menu.locator('.menu-item-title').allInnerTexts();
    expect(entries.map((entry) => entry.split('\n')[0])).toEqual(
      expect.arrayContaining(['Move to phase…', 'Set owner…', 'Set due date…', 'Why in Day 1?', 'Open “Drain”']),
    );
    expect(entries.join()).not.toMatch(/Mark as done|Hide on|Set state|Split|Edit text/);
    await menu.getByText('Why in Day 1?').click();
    await on.page.getByText('A responsibility of Day 1 links to Runbook.').waitFor();
    await on.page.keyboard.press('Escape');
  });

  it('stands in rows where the base groups, and a card stays in its own', async () => {
    await choose('By status');
    await expect
      .poll(() => board.root.locator('[data-row-head]').allInnerTexts(), SOON)
      .toEqual(['draft\n1 note', 'ready\n2 notes']);
    await board.card('Plan').focus();
    await on.page.keyboard.press('p');
    await on.page.keyboard.press('ArrowDown');
    await expect
      .poll(() => board.root.locator('.ops-said').textContent(), SOON)
      .toContain('Rows are only to look at here');
    await on.page.keyboard.press('Escape');
  });

  it('is configured in the base: without a column for Elsewhere it says how many notes lie there, and with no todos on cards how many are open', async () => {
    await on.page.getByLabel('Column for Elsewhere').uncheck();
    await board.root.getByText('1 more note outside the phases').waitFor();
    expect(await board.columnNames()).not.toContain('Elsewhere');
    await on.page.getByLabel('Open todos on a card').fill('0');
    await on.page.keyboard.press('Tab');
    await expect.poll(() => board.card('Runbook').innerText(), SOON).toContain('3 open todos');
    await on.page.getByLabel('Open todos on a card').fill('2');
    await on.page.keyboard.press('Tab');
    await expect.poll(() => board.card('Runbook').innerText(), SOON).toContain('1 more open');
    await expect.poll(() => readNote(on, 'Board.base'), SOON).toContain('todosOnCard: 2');
  });

  it('follows the vault: a property, a todo, a note', async () => {
    await writeNote(on, 'Notes/Travel.md', '---\nphase: Day 0\nstatus: new\n---\n- Pack #todo\n');
    await expect.poll(() => board.titles('Day 0'), SOON).toEqual(['Travel', 'Plan', 'Day 0 Operations']);
    await expect.poll(() => board.card('Travel').innerText(), SOON).toMatch(/status\s+new[^]*Pack/);
    await writeNote(on, 'Notes/New.md', '');
    await expect.poll(() => board.titles('Elsewhere'), SOON).toEqual(['New']);
    await on.page.evaluate(async () => {
      const { app } = await window.workbench;
      await app.vault.delete(app.vault.getFileByPath('Notes/New.md')!);
    });
    await expect.poll(() => board.titles('Elsewhere'), SOON).toEqual([]);
  });

  it('renders a value’s link, which does not open the card', async () => {
    await board.card('Runbook').locator('.ops-property a').click();
    await settled(on);
    expect(await tabTitles(on)).toEqual(['Board']);
  });

  it('leaves nothing behind when another view of the base is chosen', async () => {
    await choose('By status');
    await choose('Phases');
    await choose('By status');
    expect(await on.page.locator('.ops-base').count()).toBe(1);
  });
});
