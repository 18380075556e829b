// Actions one can trust: what is opened stays beside the board, what is undone is what was meant, and nothing happens by chance.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { executeCommand, openNote, settled } from '../workbench/open-workbench';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { writeNote } from './on-disk';
import { activeNote, tabTitles } from './on-page';

const NOTES: Readonly<Record<string, string>> = {
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- Plan it #todo\n- Cost it #todo 📅 2026-12-01\n',
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- Ship it #todo\n',
  'Ops/Day 2 Operations.md': '# Overview\n## Responsibilities\n- Watch it\n',
  'Ops/Operations Overview.md':
    '![[Day 0 Operations#Overview]]\n\n![[Day 1 Operations#Overview]]\n\n![[Day 2 Operations#Overview]]\n',
  'Ops/Day 3 Operations.md': '# Overview\n## Decommissioning Phase\n## Responsibilities\n- Switch it off #todo\n',
  'Ops/Drill.md': '---\nphase: Day 1\ntags: todo\n---\n# Steps\n\nText #todo\n',
  'Other.md': '# Other\n',
};

describeInBrowser('what is done on the board', () => {
  const on = openForAll({ vault: NOTES, viewport: { width: 1500, height: 800 } });
  const press = (key: string) => on.page.keyboard.press(key);
  const note = (name: string) => readFile(join(on.bench.dir, 'Ops', `${name}.md`), 'utf8');
  const entry = async (card: string, name: string | RegExp) =>
    (await on.board.openMenu(on.board.card(card))).getByText(name);

  beforeEach(async () => {
    await press('Escape');
    for (const [path, text] of Object.entries(NOTES)) await writeNote(on, path, text);
    await settled(on);
    await on.page.evaluate(() => document.querySelectorAll('.notice').forEach((one) => one.remove()));
    await on.board.openAnew();
    await on.board.card('Cost it').waitFor();
  });

  it('is taken back by its own notice, also when something else came after it', async () => {
    await on.board.card('Cost it').focus();
    await press('Space');
    const undo = on.page
      .locator('.notice')
      .filter({ hasText: 'Marked Cost it as done' })
      .getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    await on.page.evaluate(async () =>
      (await window.workbench).app.commands.executeCommandById('operations-lifecycle:redo'),
    );
    await on.page.evaluate(() => {
      // Held on to, as by somebody who is about to press it while the next thing is done.
      Object.assign(window, { held: document.querySelector('.notice button') });
    });
    await on.board.card('Plan it').focus();
    await press('Space');
    await expect.poll(() => note('Day 0 Operations'), SOON).not.toContain('#todo');
    expect(await on.page.locator('.notice:not(.mod-hiding)').filter({ hasText: 'as done' }).count()).toBe(1);
    await on.page.evaluate(() => (window as unknown as { held: HTMLElement }).held.click());
    await expect
      .poll(() => note('Day 0 Operations'), SOON)
      .toBe(NOTES['Ops/Day 0 Operations.md']!.replace('Plan it #todo', 'Plan it'));
  });

  it('tells no longer of what was taken back', async () => {
    await on.board.card('Cost it').focus();
    await press('Space');
    const offers = on.page.locator('.notice:not(.mod-hiding)').getByRole('button', { name: 'Undo' });
    await offers.waitFor();
    await on.board.card('Plan it').focus();
    await press('ControlOrMeta+z');
    await expect.poll(() => note('Day 0 Operations'), SOON).toBe(NOTES['Ops/Day 0 Operations.md']);
    await expect.poll(() => offers.count(), SOON).toBe(0);
  });

  it('tells of itself where neither filter nor toolbar is', async () => {
    await on.board.card('Cost it').focus();
    await press('Space');
    const notice = on.page.locator('.notice').filter({ hasText: 'Marked Cost it as done' });
    await notice.waitFor();
    const [box, bar] = [(await notice.boundingBox())!, (await on.board.root.locator('.ops-toolbar').boundingBox())!];
    expect(box.y).toBeGreaterThan(bar.y + bar.height);
    await press('ControlOrMeta+z');
  });

  it('opens beside the board in the group of tabs that was used last, else in a new split', async () => {
    await on.board.card('Ship it').click();
    await expect.poll(() => activeNote(on), SOON).toBe('Ops/Day 1 Operations.md');
    expect(await on.board.grid.isVisible()).toBe(true);
    const groups = () => on.page.locator('.mod-root .workspace-tabs').count();
    expect(await groups()).toBe(2);
    await on.board.card('Plan it').click();
    await expect.poll(() => activeNote(on), SOON).toBe('Ops/Day 0 Operations.md');
    expect(await groups()).toBe(2);
    await executeCommand(on, 'workspace:split-vertical');
    await openNote(on, 'Other.md');
    await on.board.card('Ship it').click();
    await expect
      .poll(() => tabTitles(on), SOON)
      .toEqual(expect.arrayContaining(['Day 0 Operations', 'Day 1 Operations']));
    expect(await tabTitles(on)).not.toContain('Other');
    expect(await on.board.grid.isVisible()).toBe(true);
  });

  it('previews nothing for a shortcut that is pressed while the pointer rests on a card, or moves a little', async () => {
    const card = on.board.card('Ship it');
    const preview = on.page.locator('.hover-popover');
    await card.locator('.ops-title').hover();
    await on.page.keyboard.down('ControlOrMeta');
    await on.page.keyboard.down('z');
    // Longer than Mod has to be held by itself.
    await on.page.waitForTimeout(600);
    expect(await preview.count()).toBe(0);
    await on.page.keyboard.up('z');
    await card.locator('.ops-breadcrumb').hover();
    await on.page.waitForTimeout(600);
    expect(await preview.count()).toBe(0);
    await on.page.keyboard.up('ControlOrMeta');
    // Held by itself, Mod asks for it again.
    await on.page.keyboard.down('ControlOrMeta');
    await preview.waitFor();
    await on.page.keyboard.up('ControlOrMeta');
    await on.board.filter.hover();
    await preview.waitFor({ state: 'detached' });
  });

  it('offers a page that could be a phase, and makes a column of it by the settings alone', async () => {
    const offer = on.board.root.locator('.ops-notice', { hasText: 'Day 3 Operations looks like a phase.' });
    await offer.getByRole('button', { name: 'Add it as a column' }).click();
    await expect.poll(() => on.board.columnNames(), SOON).toContain('Day 3');
    expect(await on.board.titles('Day 3')).toContain('Switch it off');
    for (const [path, text] of Object.entries(NOTES))
      expect(await readFile(join(on.bench.dir, path), 'utf8'), path).toBe(text);
    await on.page
      .locator('.notice')
      .filter({ hasText: 'Made Day 3 a phase' })
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect.poll(() => on.board.columnNames(), SOON).not.toContain('Day 3');
    await offer.getByRole('button', { name: 'Not now' }).click();
    await expect.poll(() => offer.count(), SOON).toBe(0);
  });

  it('makes an owner on the spot, also the first, in one step', async () => {
    await on.board.card('Plan it').focus();
    await press('o');
    const prompt = on.page.locator('.prompt');
    expect(await prompt.locator('.prompt-input').getAttribute('placeholder')).toMatch(/^No roles yet: type a name/);
    expect(await prompt.locator('.suggestion-empty').innerText()).toBe('Type a name.');
    await on.page.locator('.prompt-input').fill('Site Lead');
    await on.page.getByText('Create role “Site Lead”').click();
    await on.page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => note('Day 0 Operations'), SOON).toContain('- Plan it ([[Site Lead]]) #todo');
    expect(await readFile(join(on.bench.dir, 'Roles/Site Lead.md'), 'utf8')).toBe('');
    await expect.poll(() => on.board.card('Plan it').locator('.ops-owner bdi').textContent(), SOON).toBe('Site Lead');
    await on.board.card('Plan it').focus();
    await press('ControlOrMeta+z');
    await expect.poll(() => note('Day 0 Operations'), SOON).toBe(NOTES['Ops/Day 0 Operations.md']);
  });

  it('offers nothing in the menu that would only be refused', async () => {
    const text = await (await entry('Drill', 'Select')).page().getByRole('menu').innerText();
    expect(text).not.toMatch(/Edit text|published site/);
    await press('Escape');
    await (await entry('Ship it', 'Select')).waitFor();
    expect(await on.page.getByRole('menu').innerText()).toMatch(/Edit text/);
    await press('Escape');
  });

  it('copies the link that leads to the todo’s section', async () => {
    await on.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await (await entry('Ship it', 'Copy link to this todo')).click();
    await expect
      .poll(() => on.page.evaluate(() => navigator.clipboard.readText()), SOON)
      .toBe('[[Day 1 Operations#Responsibilities]]');
  });

  it('shows the note in the file tree', async () => {
    await (await entry('Ship it', 'Reveal in navigation')).click();
    await expect
      .poll(() => on.page.evaluate(() => (document.activeElement as HTMLElement).dataset.path), SOON)
      .toBe('Ops/Day 1 Operations.md');
  });

  it('is undone and done again by name from the pane’s menu, which holds the rest of the toolbar too', async () => {
    await on.board.card('Cost it').focus();
    await press('Space');
    await expect.poll(() => note('Day 0 Operations'), SOON).toContain('Cost it 📅');
    const menu = async () => {
      await on.board.root.getByRole('button', { name: 'More options' }).click();
      return on.page.getByRole('menu');
    };
    expect((await (await menu()).innerText()).replace(/\s+/g, ' ')).toMatch(
      /Undo Mark Cost it as done ?Ctrl\+Z.*Filter ?\/.*Rows, order and saved views….*Compact cards.*Comfortable cards.*Finished responsibilities.*Collapse all columns.*Handbook check.*Settings.*Keys/,
    );
    await on.page.getByRole('menu').getByText('Undo Mark Cost it as done').click();
    await expect.poll(() => note('Day 0 Operations'), SOON).toBe(NOTES['Ops/Day 0 Operations.md']);
    expect(await (await menu()).innerText()).toContain('Redo Mark Cost it as done');
    await on.page.getByRole('menu').getByText('Finished responsibilities').click();
    await on.board.column('Day 2').locator('.ops-finished li').getByText('Watch it').waitFor();
    await (await menu()).getByText('Rows, order and saved views…').click();
    const views = on.page.getByRole('menu').filter({ hasText: 'Save this view…' });
    const text = (await views.innerText()).replace(/\s+/g, ' ');
    for (const entry of ['No owner (', 'Rows by owner', 'Sort by title', 'Copy link to this view'])
      expect(text).toContain(entry);
    await press('Escape');
    await views.waitFor({ state: 'detached' });
    await (await menu()).getByText('Collapse all columns').click();
    await expect.poll(() => on.board.countCards(), SOON).toBe(0);
    await (await menu()).getByText('Expand all columns').click();
    await on.board.card('Cost it').waitFor();
  });
});

describeInBrowser('a number of the board that can be pressed', () => {
  const on = openForAll({
    vault: {
      ...NOTES,
      'Ops/Late.md': '---\nphase: Day 1\n---\n- a #todo 📅 2020-01-01\n- b #todo 📅 2020-01-02\n- c #todo\n',
    },
  });

  it('asks for exactly as many cards', async () => {
    await on.board.openAnew();
    const overdue = on.board.root.getByRole('button', { name: /^Overdue \d+$/ });
    const count = Number.parseInt(await overdue.locator('.ops-count').innerText(), 10);
    expect(count).toBeGreaterThan(0);
    await overdue.click();
    await expect.poll(() => on.board.filter.inputValue(), SOON).toBe('due:overdue');
    await expect.poll(() => on.board.countCards(), SOON).toBe(count);
  });
});
