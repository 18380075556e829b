// A heading that is retyped in the editor: links to it follow when they are let, and never while somebody is typing.
import { expect, it } from 'vitest';
import { openNote } from '../workbench/open-workbench';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { readNote } from './on-disk';

const VAULT = {
  'Plan.md': '# Overview\ntext\n\n# Rest\ntext\n',
  'A.md': '![[Plan#Overview]]\n',
  'B.md': '[[Plan#Overview|see]] and ![[Plan#Rest]]\n',
};

describeInBrowser('a retyped heading', () => {
  const on = openForAll({ vault: VAULT });
  const notice = () => on.page.locator('.notice');
  const setCursor = (line: number, ch: number) =>
    on.page.evaluate(
      async ([at, col]) => {
        const editor = (await window.workbench).app.workspace.activeEditor?.editor;
        editor?.focus();
        editor?.setCursor({ line: at ?? 0, ch: col ?? 0 });
      },
      [line, ch],
    );

  it('offers to take its links along once the cursor has left its line', async () => {
    await openNote(on.bench, 'Plan.md');
    await setCursor(0, 10);
    await on.page.keyboard.type(' of it all');
    await new Promise((resolve) => setTimeout(resolve, 4500));
    expect(await notice().count()).toBe(0);
    await on.page.keyboard.press('ArrowDown');
    await expect
      .poll(() => notice().innerText(), { timeout: 8000 })
      .toContain('2 links still lead to “Overview” in Plan.');
    expect(await readNote(on, 'A.md')).toBe(VAULT['A.md']);
    await notice().getByRole('button', { name: 'Update them…' }).click();
    await on.page.locator('.modal').getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => readNote(on, 'A.md'), SOON).toBe('![[Plan#Overview of it all]]\n');
    await expect.poll(() => readNote(on, 'B.md'), SOON).toBe('[[Plan#Overview of it all|see]] and ![[Plan#Rest]]\n');
    await notice().first().click();
  });

  it('says once that a heading is gone which others show', async () => {
    await setCursor(3, 0);
    await on.page.keyboard.press('Shift+End');
    await on.page.keyboard.press('Delete');
    const told = '“Rest” of Plan is transcluded in B, which now shows nothing there.';
    await expect.poll(() => notice().allInnerTexts(), { timeout: 12_000 }).toContain(told);
    await on.page.keyboard.type('words');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect((await notice().allInnerTexts()).filter((text) => text === told)).toHaveLength(1);
  });

  it('leaves a renamed note alone, whose links the app has updated, and goes on from there', async () => {
    for (const one of await notice().all()) await one.click();
    await on.page.evaluate(async () => {
      const { app } = await window.workbench;
      const file = app.vault.getFileByPath('Plan.md');
      if (file) await app.fileManager.renameFile(file, 'Plan B.md');
    });
    await expect.poll(() => readNote(on, 'A.md'), SOON).toBe('![[Plan B#Overview of it all]]\n');
    await setCursor(0, 20);
    await on.page.keyboard.type(' now');
    await on.page.keyboard.press('ArrowDown');
    await expect
      .poll(() => notice().allInnerTexts(), { timeout: 8000 })
      .toEqual([expect.stringContaining('2 links still lead to “Overview of it all” in Plan B.')]);
  });
});
