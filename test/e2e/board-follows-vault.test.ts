// The board follows the vault: edits in the app and on disk, new, renamed and deleted notes and folders, settings.
import { rename, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openNote, settled } from '../workbench/open-workbench';
import { COLUMNS, DEMO_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { writeNote } from './on-disk';
import { activeNote } from './on-page';

const OPERATIONS = 'Engineering/Operations';

describeInBrowser('the board and the vault', () => {
  const on = openForAll({ vault: DEMO_VAULT });
  const onDisk = (path: string) => join(on.bench.dir, path);
  beforeEach(() => on.board.openAnew());

  it('shows what is written in the editor beside it', async () => {
    await openNote(on, `${OPERATIONS}/Service Catalogue.md`, 'split');
    await on.page.locator('.cm-content').click();
    await on.page.keyboard.press('ControlOrMeta+End');
    await on.page.keyboard.type('\n\n- Written in the editor #todo');
    await expect.poll(() => on.board.titles('Cross-phase'), SOON).toContain('Written in the editor');
    expect(await on.board.header('Cross-phase').innerText()).toContain(
      `${await on.board.countCards('Cross-phase')} open`,
    );
    await expect
      .poll(() => readFile(onDisk(`${OPERATIONS}/Service Catalogue.md`), 'utf8'), SOON)
      .toContain('Written in the editor');
  });

  it('shows what is written on disk within a second', async () => {
    const before = await on.board.countCards('Day 1');
    const started = performance.now();
    await writeNote(on, `${OPERATIONS}/Day 1 Operations/Smoke Test.md`, '# Smoke Test\n\n- Written on disk #todo\n');
    await on.board.card('Written on disk', 'Day 1').waitFor();
    expect(performance.now() - started).toBeLessThan(SOON.timeout);
    expect(await on.board.countCards('Day 1')).toBe(before + 1);
    await expect
      .poll(() => on.page.locator('.status-bar-item.plugin-operations-lifecycle').getAttribute('aria-label'), SOON)
      .toContain(`Day 1: ${before + 1}`);
  });

  it('follows a todo that is done, and a phase that a note changes to', async () => {
    await writeNote(
      on,
      `${OPERATIONS}/Day 1 Operations/Smoke Test.md`,
      '---\nphase: Day 2\n---\n\n- Written on disk #todo\n',
    );
    await on.board.card('Written on disk', 'Day 2').waitFor();
    expect(await on.board.titles('Day 1')).not.toContain('Written on disk');
    await writeNote(
      on,
      `${OPERATIONS}/Day 1 Operations/Smoke Test.md`,
      '---\nphase: Day 2\n---\n\n- [x] Written on disk #todo\n',
    );
    await on.board.card('Written on disk').waitFor({ state: 'detached' });
  });

  it('keeps the cards of a folder that is renamed, under its new name', async () => {
    const titles = await on.board.titles('Day 1');
    await rename(onDisk(OPERATIONS), onDisk('Engineering/Running'));
    await expect.poll(() => on.board.card('Cost Review').innerText(), SOON).toContain('Engineering › Running');
    await settled(on);
    // A published copy finds its page by the address, which is another now: its text comes on top of what was there.
    const frozen = await on.board.column('Day 1').locator('.ops-card.is-frozen .ops-title').allTextContents();
    expect((await on.board.titles('Day 1')).sort()).toEqual([...titles, ...frozen].sort());
    await on.board.card('Tell support and the two teams next to us.').click();
    await expect.poll(() => activeNote(on), SOON).toBe('Engineering/Running/Day 1 Operations/Rollback Drill.md');
    await rename(onDisk('Engineering/Running'), onDisk(OPERATIONS));
    await on.board.open();
    await expect.poll(() => on.board.card('Cost Review').innerText(), SOON).toContain('Engineering › Operations');
  });

  it('follows a folder that is renamed in the app', async () => {
    await on.page.locator(`.nav-folder-title[data-path="${OPERATIONS}"]`).click({ button: 'right' });
    await on.page.getByRole('menuitem', { name: 'Rename…' }).click();
    await on.page.getByRole('textbox', { name: 'New name' }).fill('Running');
    await on.page.keyboard.press('Enter');
    await expect.poll(() => on.board.card('Cost Review').innerText(), SOON).toContain('Engineering › Running');
    await settled(on);
    expect(await on.board.columnNames()).toEqual(COLUMNS);
    expect(await on.board.titles('Day 1')).toContain('Schedule');
    await rename(onDisk('Engineering/Running'), onDisk(OPERATIONS));
    await expect.poll(() => on.board.card('Cost Review').innerText(), SOON).toContain('Engineering › Operations');
  });

  it('lets the cards of a deleted note go', async () => {
    await rm(onDisk(`${OPERATIONS}/Day 1 Operations/Rollback Drill.md`));
    await on.board.card('Tell support and the two teams next to us.').waitFor({ state: 'detached' });
    // The folder that was renamed may still be on its way.
    await expect
      .poll(
        async () => (await on.board.header('Day 1').innerText()).includes(`${await on.board.countCards('Day 1')} open`),
        SOON,
      )
      .toBe(true);
  });
});

describeInBrowser('the board and its settings', () => {
  const on = openForAll({ vault: DEMO_VAULT });
  const dialog = () => on.page.getByRole('dialog', { name: 'Settings' });
  const openSettings = async () => {
    await on.board.openAnew();
    await on.page.getByRole('button', { name: 'Settings', exact: true }).click();
    await dialog().waitFor();
  };
  const close = async () => {
    await on.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await settled(on);
  };

  it('leads from the board to the plugin’s settings', async () => {
    await on.board.openAnew();
    await on.board.root.getByRole('button', { name: 'Change…' }).click();
    await dialog().getByRole('heading', { name: 'Phases' }).waitFor();
    await close();
  });

  it('has a column for a phase that is added, which says that it is empty', async () => {
    await openSettings();
    await dialog().getByRole('button', { name: 'Add phase' }).click();
    await dialog().getByRole('button', { name: 'Day 3' }).waitFor();
    await close();
    await expect.poll(() => on.board.columnNames(), SOON).toEqual(['Day 0', 'Day 1', 'Day 2', 'Day 3', 'Cross-phase']);
    expect(await on.board.column('Day 3').innerText()).toContain('No page yet, and nothing open.');
  });

  it('keeps the cards of a phase that is renamed, since the old name still counts', async () => {
    await openSettings();
    const titles = await on.board.titles('Day 1');
    await dialog().getByRole('button', { name: 'Day 1', exact: true }).click();
    await field('Name').press('ControlOrMeta+a');
    await field('Name').pressSequentially('Launch');
    await close();
    await expect.poll(() => on.board.columnNames(), SOON).toContain('Launch');
    const renamed = titles.map((title) => (title === 'Day 1 responsibilities' ? 'Launch responsibilities' : title));
    expect(await on.board.titles('Launch')).toEqual(renamed);
    const { phases } = JSON.parse(
      await readFile(join(on.bench.dir, '.obsidian/plugins/operations-lifecycle/data.json'), 'utf8'),
    ) as { phases: { aliases: string[] }[] };
    expect(phases[1]?.aliases).toEqual(['Day 1']);
  });

  it('says beside the field what is wrong with a name, and keeps the old one', async () => {
    await openSettings();
    await dialog().getByRole('button', { name: 'Day 2', exact: true }).click();
    await field('Name').fill('Day 0');
    await expect
      .poll(
        () => dialog().locator('.setting-item').filter({ hasText: 'The phase page is found by it' }).innerText(),
        SOON,
      )
      .toMatch(/Day 0/);
    await close();
    expect(await on.board.columnNames()).toContain('Day 2');
  });

  it('takes over settings that another device wrote', async () => {
    await on.board.openAnew();
    const path = '.obsidian/plugins/operations-lifecycle/data.json';
    const stored = JSON.parse(await readFile(join(on.bench.dir, path), 'utf8')) as { phases: { name: string }[] };
    await writeNote(
      on,
      path,
      JSON.stringify({ ...stored, phases: stored.phases.filter(({ name }) => name !== 'Day 3') }),
    );
    await expect.poll(() => on.board.columnNames(), SOON).toEqual(['Day 0', 'Launch', 'Day 2', 'Cross-phase']);
  });

  function field(name: string) {
    return dialog()
      .locator('.setting-item')
      .filter({ has: on.page.locator('.setting-item-name').getByText(name, { exact: true }) })
      .locator('input');
  }
});
