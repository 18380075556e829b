// Snapshots of the board by the palette: made in a form that shows them, brought up to date in a preview, taken back.
import { expect, it } from 'vitest';
import { openNote, runPaletteCommand, settled } from '../workbench/open-workbench';
import { DEMO_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { readNote, writeNote } from './on-disk';

const STATUS = 'Engineering/Operations/Where We Stand.md';

describeInBrowser('snapshots', () => {
  const on = openForAll({ vault: DEMO_VAULT });
  const notices = async (): Promise<string> => (await on.page.locator('.notice').allTextContents()).join();

  it('are up to date in the demo vault, and that is said', async () => {
    await openNote(on, STATUS);
    await runPaletteCommand(on, 'Update snapshots in this note');
    await expect.poll(notices, SOON).toContain('The snapshot is up to date.');
  });
  it('show in a preview what of somebody’s words goes, and stay as they are when that is not wanted', async () => {
    const before = await readNote(on, STATUS);
    const mine = before.replace('· Planning |', '· Planning, says Ann |');
    await writeNote(on, STATUS, mine);
    await settled(on);
    await runPaletteCommand(on, 'Update all snapshots');
    const dialog = on.page.locator('.modal.ops-preview');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(
      /Where We Stand, line \d+: what somebody has written in this snapshot goes\./,
    );
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await settled(on);
    expect(await readNote(on, STATUS)).toBe(mine);
    await runPaletteCommand(on, 'Update all snapshots');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => readNote(on, STATUS), SOON).toBe(before);
    await expect.poll(notices, SOON).toContain('Updated 1 snapshot in 1 note.');
    await on.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => readNote(on, STATUS), SOON).toBe(mine);
  });
  it('are made at the cursor, as the form shows them', async () => {
    const path = 'Engineering/Operations/Cost Review.md';
    const before = await readNote(on, path);
    await openNote(on, path);
    await on.page.locator('.cm-content').click();
    await on.page.keyboard.press('ControlOrMeta+End');
    await runPaletteCommand(on, 'Insert snapshot of the board…');
    const form = on.page.locator('.modal.ops-form');
    const query = form.getByRole('textbox', { name: 'Which todos' });
    await query.fill('due:soon');
    await expect.poll(() => form.locator('.ops-form-error:visible').innerText(), SOON).toContain('“soon” is no date.');
    await query.fill('owner:"release manager"');
    await form.getByRole('combobox', { name: 'What of them' }).selectOption('list');
    const added = form.locator('.ops-preview-line.is-added');
    await expect
      .poll(async () => (await added.allInnerTexts()).join('\n'), SOON)
      .toContain('%% phase-board snapshot: owner:"release manager" show:list %%');
    await on.page.keyboard.press('ControlOrMeta+Enter');
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => readNote(on, path), SOON).toMatch(/\| Day 1 \| \[\[.*\\\|Schedule\]\]/);
    const after = await readNote(on, path);
    expect(after.startsWith(before.trimEnd())).toBe(true);
    expect(after).toMatch(/\n\n%% phase-board end [0-9a-f]{8} %%\n?$/);
  });
});
