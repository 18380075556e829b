// The workbench itself, with a plugin of a few lines: disk and page, panes, palette, menus, settings, windows.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inVault, openNote, restart, runPaletteCommand, settled, type Workbench } from './open-workbench';
import { openSample } from './testing/open-test-workbench';
import { hasSharedWorkbench } from './testing/use-shared-workbench';

const onDisk = (workbench: Workbench, path: string): string => readFileSync(inVault(workbench, path), 'utf8');
const noticesOf = ({ page }: Workbench): Promise<string[]> => page.locator('.notice').allTextContents();

describe.runIf(hasSharedWorkbench)('the workbench', { timeout: 30_000 }, () => {
  describe('page and disk', () => {
    it('show each other’s changes within a second', async () => {
      const workbench = await openSample({ 'Note.md': 'from disk\n' });
      const { page } = workbench;
      await page.locator('.nav-file-title', { hasText: 'Note' }).click();
      const text = page.locator('.cm-content');
      await text.getByText('from disk').waitFor();

      writeFileSync(inVault(workbench, 'Note.md'), 'changed on disk\n');
      await text.getByText('changed on disk').waitFor({ timeout: 1000 });

      await text.click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('typed');
      await expect.poll(() => onDisk(workbench, 'Note.md'), { timeout: 1000 }).toBe('changed on disk\ntyped');
    });

    it('agree on files that come, move and go', async () => {
      const workbench = await openSample({ 'Note.md': '', 'Folder/Other.md': '' });
      const tree = workbench.page.locator('.nav-file-title-content');
      await expect.poll(() => tree.allTextContents()).toEqual(['Other', 'Note']);
      renameSync(inVault(workbench, 'Note.md'), inVault(workbench, 'New.md'));
      await expect.poll(() => tree.allTextContents(), { timeout: 1000 }).toEqual(['Other', 'New']);
    });

    it('an open note that was deleted leaves an empty tab, and is not written again', async () => {
      const workbench = await openSample();
      await openNote(workbench, 'Note.md');
      await runPaletteCommand(workbench, 'Delete current file');
      await workbench.page.getByText('No file is open').waitFor();
      expect(existsSync(inVault(workbench, 'Note.md'))).toBe(false);
    });
  });

  describe('commands', () => {
    it('run from the palette, by keyboard alone', async () => {
      const workbench = await openSample();
      await runPaletteCommand(workbench, 'Sample: Greet');
      expect(await noticesOf(workbench)).toEqual(['Hello']);
    });

    it('for an editor are offered only where a note is edited, and what they write is saved', async () => {
      const workbench = await openSample({ 'Note.md': 'quiet\n' });
      const { page } = workbench;
      await page.keyboard.press('ControlOrMeta+p');
      await page.locator('.prompt-input').fill('upper');
      await page.getByText('No commands found.').waitFor();
      await page.keyboard.press('Escape');
      await openNote(workbench, 'Note.md');
      await runPaletteCommand(workbench, 'Make upper case');
      await expect.poll(() => onDisk(workbench, 'Note.md')).toBe('QUIET\n');
    });

    it('a confirmation closes with its button, and gives the focus back', async () => {
      const workbench = await openSample();
      const { page } = workbench;
      await runPaletteCommand(workbench, 'Sample: Ask');
      await page.getByRole('alertdialog', { name: 'Sure?' }).getByRole('button', { name: 'Yes' }).click();
      await expect.poll(() => page.locator('.modal').count()).toBe(0);
      expect(await noticesOf(workbench)).toEqual(['Yes it is']);
    });
  });

  describe('panes', () => {
    it('open from the ribbon, take their own keys, and come back after a restart', async () => {
      const workbench = await openSample();
      const { page } = workbench;
      await page.getByRole('button', { name: 'Open sample' }).click();
      await page.getByRole('button', { name: 'Count 0' }).click();
      await page.keyboard.press('F9');
      await page.getByRole('button', { name: 'Count 2' }).waitFor();
      await restart(workbench);
      await page.getByRole('button', { name: 'Count 2' }).waitFor();
    });

    it('wait in the background until they are looked at', async () => {
      const workbench = await openSample();
      const { page } = workbench;
      await page.getByRole('button', { name: 'Open sample' }).click();
      await openNote(workbench, 'Note.md', 'tab');
      await restart(workbench);
      const deferred = () =>
        page.evaluate(async () =>
          (await window.workbench).app.workspace.getLeavesOfType('sample').map((leaf) => leaf.isDeferred),
        );
      expect(await deferred()).toEqual([true]);
      await page.getByRole('tab', { name: 'Sample' }).click();
      await page.getByRole('button', { name: 'Count 0' }).waitFor();
      expect(await deferred()).toEqual([false]);
    });

    it('stand in the sidebar, which opens for them', async () => {
      const workbench = await openSample();
      await runPaletteCommand(workbench, 'Open in sidebar');
      await workbench.page.locator('.mod-right-split').getByRole('button', { name: 'Count 0' }).waitFor();
    });

    it('move to a window of their own', async () => {
      const workbench = await openSample();
      const { page } = workbench;
      await page.getByRole('button', { name: 'Open sample' }).click();
      const opened = page.context().waitForEvent('page');
      await runPaletteCommand(workbench, 'Move current pane to new window');
      const popout = await opened;
      await popout.getByRole('button', { name: 'Count 0' }).click();
      await popout.getByRole('button', { name: 'Count 1' }).waitFor();
      await popout.close();
      await expect
        .poll(() => page.evaluate(async () => (await window.workbench).app.workspace.getLeavesOfType('sample').length))
        .toBe(0);
    });
  });

  it('edits a note in a window of its own', async () => {
    const workbench = await openSample({ 'Note.md': 'text\n' });
    const { page } = workbench;
    const opened = page.context().waitForEvent('page');
    await page.evaluate(async () => {
      const { app } = await window.workbench;
      await app.workspace.getLeaf('window').openFile(app.vault.getFileByPath('Note.md')!);
    });
    const popout = await opened;
    await popout.locator('.cm-content').click();
    await popout.keyboard.press('Control+End');
    await popout.keyboard.type('typed');
    await expect.poll(() => onDisk(workbench, 'Note.md')).toBe('text\ntyped');
  });

  it('keeps up with a flood of changes', async () => {
    const workbench = await openSample({ 'Note.md': '0' });
    await openNote(workbench, 'Note.md');
    for (let i = 1; i <= 100; i++) {
      writeFileSync(inVault(workbench, 'Note.md'), String(i));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await workbench.page.locator('.cm-line', { hasText: /^100$/ }).waitFor();
    expect(onDisk(workbench, 'Note.md')).toBe('100');
  });

  describe('menus', () => {
    it('hold the plugin’s entries and the file’s, and are walked by keyboard', async () => {
      const workbench = await openSample();
      const { page } = workbench;
      await page.getByRole('button', { name: 'Open sample' }).click();
      await page.locator('.sample-link').click({ button: 'right' });
      const titles = page.locator('.menu-item-title');
      expect(await titles.allTextContents()).toEqual(['First', 'Off', 'Second', 'Rename…', 'Delete']);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => noticesOf(workbench)).toEqual(['Second chosen']);
      expect(await page.locator('.menu').count()).toBe(0);
    });

    it('go with Escape or a press elsewhere', async () => {
      const { page } = await openSample();
      for (const leave of [() => page.keyboard.press('Escape'), () => page.mouse.click(700, 600)]) {
        await page.locator('.nav-file-title').click({ button: 'right' });
        await page.locator('.menu').waitFor();
        await leave();
        await expect.poll(() => page.locator('.menu').count()).toBe(0);
      }
    });
  });

  describe('notes', () => {
    it('are read with their links, tags, tasks and transclusions, and other plugins’ code blocks', async () => {
      const workbench = await openSample({
        'Note.md':
          '---\nkey: 1\n---\n# Title\n[[Other|link]] #tag\n![[Other#Part]]\n\n- [x] done\n\n```sample\ncode\n```\n%%hidden%%\n',
        'Other.md': '# Before\nno\n# Part\nshown\n# After\nno\n',
      });
      const { page } = workbench;
      await openNote(workbench, 'Note.md');
      await runPaletteCommand(workbench, 'Toggle reading view');
      const note = page.locator('.markdown-reading-view');
      await note.getByText('processed code').waitFor();
      expect(await note.locator('.markdown-embed').innerText()).toBe('Part\n\nshown');
      expect(await note.locator('a.tag').textContent()).toBe('#tag');
      expect(await note.locator('.task-list-item.is-checked').count()).toBe(1);
      expect(await note.innerText()).not.toMatch(/key: 1|hidden/);
      await note.getByRole('link', { name: 'link' }).click();
      await page.getByRole('tab', { name: 'Other' }).waitFor();
    });

    it('run no script of theirs', async () => {
      const workbench = await openSample({
        'Note.md':
          '<img src=x onerror="document.title=1"><script>document.title = 2</script> <a href="javascript:document.title=3">press</a>\n',
      });
      await openNote(workbench, 'Note.md');
      await runPaletteCommand(workbench, 'Toggle reading view');
      await workbench.page.locator('.markdown-reading-view').getByText('press').click();
      await settled(workbench);
      expect(await workbench.page.title()).toBe('Workbench: a stand-in for Obsidian');
      // The image that is not there is the page's, not the script's.
      workbench.consoleErrors.splice(0);
    });

    it('open at a line, the first one included', async () => {
      const workbench = await openSample({ 'Note.md': 'first\nsecond\n' });
      const { page } = workbench;
      await page.getByRole('button', { name: 'Open sample' }).click();
      await page.locator('.sample-link').click();
      await page.locator('.cm-line.is-flashing', { hasText: 'first' }).waitFor();
    });

    it('are previewed where the mouse rests on a link', async () => {
      const workbench = await openSample({ 'Note.md': 'a preview\n' });
      const { page } = workbench;
      await page.getByRole('button', { name: 'Open sample' }).click();
      await page.locator('.sample-link').hover();
      await page.locator('.hover-popover').getByText('a preview').waitFor();
      await page.mouse.move(5, 500);
      await expect.poll(() => page.locator('.hover-popover').count()).toBe(0);
    });
  });

  describe('settings', () => {
    const stored = (workbench: Workbench): unknown => {
      const path = '.obsidian/plugins/sample/data.json';
      return existsSync(inVault(workbench, path)) ? JSON.parse(onDisk(workbench, path)) : null;
    };

    it('are stored when they are valid, and say beside the field what is wrong', async () => {
      const workbench = await openSample();
      const { page } = workbench;
      await page.keyboard.press('ControlOrMeta+,');
      await page.getByRole('checkbox', { name: 'Loud' }).click({ force: true });
      await expect.poll(() => stored(workbench)).toMatchObject({ loud: true });
      await page.getByRole('textbox', { name: 'Greeting' }).fill('');
      await page.getByRole('alert').getByText('Say something.').waitFor();
      await page.getByRole('textbox', { name: 'Greeting' }).fill('Good day');
      await expect.poll(() => stored(workbench)).toMatchObject({ greeting: 'Good day' });
      expect(await page.getByRole('alert').count()).toBe(0);
    });

    it('hold lists to add to, rearrange and delete from', async () => {
      const workbench = await openSample();
      const { page } = workbench;
      const names = () => page.locator('.mod-list .setting-items .setting-item-name').allTextContents();
      await page.keyboard.press('ControlOrMeta+,');
      await page.getByRole('button', { name: 'Add name' }).click();
      await expect.poll(names).toEqual(['Ada', 'Bert', 'Cora']);
      await page.locator('.setting-item-drag-handle').nth(2).press('ArrowUp');
      await expect.poll(names).toEqual(['Ada', 'Cora', 'Bert']);
      await page.getByRole('button', { name: 'Delete' }).first().click();
      await expect.poll(names).toEqual(['Cora', 'Bert']);
    });

    it('lead to pages of their own, with paths to choose from', async () => {
      const workbench = await openSample({ 'Note.md': '', 'Other.md': '' });
      const { page } = workbench;
      await page.keyboard.press('ControlOrMeta+,');
      await page.getByRole('button', { name: 'Ada' }).click();
      await page.getByRole('heading', { name: 'Ada' }).waitFor();
      await page.getByRole('combobox', { name: 'Note' }).fill('oth');
      await page.getByRole('option', { name: 'Other.md' }).click();
      await expect.poll(() => stored(workbench)).toMatchObject({ note: 'Other.md' });
      await page.getByRole('button', { name: 'Back' }).click();
      await page.getByRole('button', { name: 'Bert' }).waitFor();
    });
  });

  describe('appearance', () => {
    it('is light or dark as the address says, and can be switched', async () => {
      const { page } = await openSample({}, { theme: 'dark' });
      const isDark = () => page.evaluate(async () => (await window.workbench).app.isDarkMode());
      expect(await isDark()).toBe(true);
      await page.getByRole('button', { name: 'Switch between light and dark' }).click();
      expect(await isDark()).toBe(false);
    });

    it('has the letters of the app, and those of other scripts, out of packages', async () => {
      const { page } = await openSample();
      const drawn = await page.evaluate(async () => {
        await Promise.all(
          ['Inter Variable', 'Noto Sans Arabic Variable', 'Noto Sans SC Variable', 'Noto Emoji'].map((name) =>
            document.fonts.load(`16px "${name}"`, 'aع中🙂'),
          ),
        );
        const families = [...document.fonts]
          .filter(({ status }) => status === 'loaded')
          .map(({ family }) => family.replaceAll('"', ''));
        return [[...new Set(families)].sort(), getComputedStyle(document.body).fontFamily];
      });
      expect(drawn[0]).toEqual(['Inter Variable', 'Noto Emoji', 'Noto Sans Arabic Variable', 'Noto Sans SC Variable']);
      expect(drawn[1]).toMatch(/Inter Variable.*Noto/);
    });

    it('gives every view padding and a scroll bar by two classes, as the app does', async () => {
      const { page } = await openSample();
      await page.getByRole('button', { name: 'Open sample' }).click();
      const look = await page
        .locator('.view-content')
        .last()
        .evaluate((view) => {
          view.classList.add('one-class');
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('.one-class { padding: 0; overflow: hidden }');
          document.adoptedStyleSheets.push(sheet);
          const { paddingTop, overflow } = getComputedStyle(view);
          return [paddingTop !== '0px', overflow];
        });
      expect(look).toEqual([true, 'auto']);
    });

    it('on a phone there is no status bar, and the plugin is told', async () => {
      const desktop = await openSample();
      expect(await desktop.page.locator('.status-bar').innerText()).toBe('sample');
      const phone = await openSample({}, { mobile: true });
      expect(await phone.page.locator('.status-bar').count()).toBe(0);
      expect(await phone.page.evaluate(() => document.body.className)).toContain('is-mobile');
    });
  });
});
