// Transclusions by keyboard alone, from the palette: chosen by note and section, written at the cursor, or copied.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openNote, runPaletteCommand } from '../workbench/drive';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { cursorLine } from './on-page';

const VAULT = {
  'Ops/Day 0 Operations.md': '---\ndg-publish: true\n---\n# Overview\nPlan it.\n## Responsibilities\n- Draw it\n',
  'Ops/Notes.md': '# Notes\n\n',
  'Ops/Overview.md': '---\ndg-publish: true\n---\n# Lifecycle\n- first\n\n',
};

describeInBrowser('transclusions', () => {
  const on = openForAll({ vault: VAULT });
  const text = (path: string): Promise<string> => readFile(join(on.bench.dir, path), 'utf8');
  const notices = (): Promise<string[]> => on.page.locator('.notice').allTextContents();
  const cursorTo = async (line: number): Promise<void> => {
    await on.page.locator('.cm-content').click();
    await on.page.keyboard.press('ControlOrMeta+Home');
    for (let at = 0; at < line; at++) await on.page.keyboard.press('ArrowDown');
    await on.page.keyboard.press('End');
  };
  const pick = async (typed: string): Promise<void> => {
    await on.page.locator('.prompt-input').fill(typed);
    await on.page.locator('.suggestion-item.is-selected').waitFor();
    await on.page.keyboard.press('Enter');
  };

  it('go where the cursor is, and one writes on behind them', async () => {
    await openNote(on, 'Ops/Notes.md');
    await cursorTo(2);
    await runPaletteCommand(on, 'Insert transclusion (embed) of a section');
    await pick('Day 0');
    await on.page.getByPlaceholder('Which section of Day 0 Operations?').waitFor();
    await pick('Respons');
    await expect.poll(() => text('Ops/Notes.md'), SOON).toBe('# Notes\n\n![[Day 0 Operations#Responsibilities]]');
    const cursor = (): Promise<number | undefined> =>
      on.page.evaluate(async () => (await window.workbench).app.workspace.activeEditor?.editor?.getCursor().ch);
    await expect.poll(cursor, SOON).toBe('![[Day 0 Operations#Responsibilities]]'.length);
    await on.page.keyboard.type(' on');
    expect(await cursorLine(on)).toBe('![[Day 0 Operations#Responsibilities]] on');
  });

  it('show their section to a reader', async () => {
    await runPaletteCommand(on, 'Toggle reading view');
    await expect
      .poll(() => on.page.locator('.internal-embed').allInnerTexts(), SOON)
      .toEqual([expect.stringContaining('Draw it')]);
    await runPaletteCommand(on, 'Toggle reading view');
  });

  it('are refused in a bullet of a published note, before anything is asked', async () => {
    await openNote(on, 'Ops/Overview.md');
    await cursorTo(4);
    await runPaletteCommand(on, 'Insert transclusion (embed) of a section');
    await expect
      .poll(async () => (await notices()).join(), SOON)
      .toContain(
        'A transclusion in a bullet breaks when this note is published. Put the cursor on an empty line below it.',
      );
    expect(await on.page.locator('.prompt-input').count()).toBe(0);
    expect(await text('Ops/Overview.md')).toBe(VAULT['Ops/Overview.md']);
  });

  it('stand on a line of their own in a published note', async () => {
    await openNote(on, 'Ops/Overview.md');
    await cursorTo(3);
    await runPaletteCommand(on, 'Insert transclusion (embed) of a section');
    await pick('Day 0');
    await on.page.getByPlaceholder('Which section of Day 0 Operations?').waitFor();
    await pick('Overview');
    await expect
      .poll(() => text('Ops/Overview.md'), SOON)
      .toBe('---\ndg-publish: true\n---\n# Lifecycle\n\n![[Day 0 Operations#Overview]]\n\n- first\n\n');
  });

  it("are offered in the editor's menu", async () => {
    await openNote(on, 'Ops/Notes.md');
    const titles = await on.page.evaluate(async () => {
      const { app } = await window.workbench;
      const found: string[] = [];
      const item = {
        setTitle(title: string) {
          found.push(title);
          return item;
        },
        setIcon: () => item,
        setSection: () => item,
        onClick: () => item,
      };
      const menu = { addItem: (add: (one: typeof item) => void) => add(item) };
      app.workspace.trigger('editor-menu', menu, app.workspace.activeEditor?.editor, app.workspace.activeEditor);
      return found;
    });
    expect(titles).toContain('Copy transclusion (embed) of this section');
  });

  it('are copied for the section at the cursor', async () => {
    await on.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openNote(on, 'Ops/Day 0 Operations.md');
    await cursorTo(6);
    await runPaletteCommand(on, 'Copy transclusion (embed) of this section');
    await expect
      .poll(async () => (await notices()).join(), SOON)
      .toContain('Copied ![[Day 0 Operations#Responsibilities]]');
    expect(await on.page.evaluate(() => navigator.clipboard.readText())).toBe('![[Day 0 Operations#Responsibilities]]');
  });
});
