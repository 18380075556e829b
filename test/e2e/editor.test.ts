// The handbook in the editor: what is wrong is underlined where it stands, and fixed from there.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Editor, EditorPosition } from 'obsidian';
import { expect, it } from 'vitest';
import { openNote, runPaletteCommand, settled } from '../workbench/drive';
import { cursorLine } from './on-page';
import { describeInBrowser, openForAll, SOON } from './in-browser';

const OVERVIEW = 'Ops/Operations Overview.md';
const PAGE = '# Overview\nPlan it.\n## Responsibilities\n- Draw it\n';
const VAULT = {
  [OVERVIEW]:
    '[[Day 0 Operations]], [[Day 1 Operations]]\n# Operations\n\n![[Day 0 Operations#Overveiw]]\n\n![[Gone#Overview]]\n\nEnd, and ![[Day 1 Operations#Overveiw]]\n',
  'Ops/Day 0 Operations.md': PAGE,
  'Ops/Day 1 Operations.md': PAGE,
  'Elsewhere/Diary.md': '![[Gone too]]\n',
};

describeInBrowser('what is wrong, in the editor', () => {
  const on = openForAll({ vault: VAULT });
  const text = (): Promise<string> => readFile(join(on.bench.dir, OVERVIEW), 'utf8');
  const marked = (): Promise<string[]> => on.page.locator('.ops-mark').allTextContents();
  const open = async (count: number): Promise<void> => {
    await openNote(on, OVERVIEW);
    await expect.poll(marked, SOON).toHaveLength(count);
  };

  it('is underlined at its place, in notes of the handbook', async () => {
    await open(3);
    expect(await marked()).toEqual([
      '![[Day 0 Operations#Overveiw]]',
      '![[Gone#Overview]]',
      '![[Day 1 Operations#Overveiw]]',
    ]);
    await openNote(on, 'Elsewhere/Diary.md');
    await settled(on);
    await expect.poll(marked, SOON).toEqual([]);
  });

  it('is told under the pointer, and fixed there', async () => {
    await open(3);
    await on.page.locator('.ops-mark').first().hover();
    const tip = on.page.locator('.ops-tip');
    await tip.waitFor();
    expect(await tip.innerText()).toContain('Day 0 Operations has no heading Overveiw; did you mean Overview?');
    await tip.getByRole('button', { name: 'Fix' }).click();
    await expect.poll(text, SOON).toContain('![[Day 0 Operations#Overview]]');
    await expect.poll(marked, SOON).toEqual(['![[Gone#Overview]]', '![[Day 1 Operations#Overveiw]]']);
    await expect.poll(() => tip.count(), SOON).toBe(0);
  });

  it('goes while it is being written, and what stands around it moves; once it is saved, it is judged', async () => {
    await open(2);
    await on.page.locator('.cm-content').click();
    await on.page.keyboard.press('ControlOrMeta+Home');
    await on.page.keyboard.type('New. ');
    expect(await marked()).toEqual(['![[Gone#Overview]]', '![[Day 1 Operations#Overveiw]]']);
    for (let line = 0; line < 5; line++) await on.page.keyboard.press('ArrowDown');
    await on.page.keyboard.press('End');
    for (let letter = 0; letter < 2; letter++) await on.page.keyboard.press('ArrowLeft');
    await on.page.keyboard.type('2');
    expect(await marked()).toEqual(['![[Day 1 Operations#Overveiw]]']);
    await expect.poll(marked, SOON).toEqual(['![[Gone#Overview2]]', '![[Day 1 Operations#Overveiw]]']);
  });

  it('is fixed by a command at the cursor, with all that was typed meanwhile', async () => {
    await open(2);
    await on.page.locator('.cm-content').click();
    await on.page.keyboard.press('ControlOrMeta+End');
    await on.page.keyboard.press('ArrowUp');
    await on.page.keyboard.type('The ');
    await runPaletteCommand(on, 'Fix problem at cursor');
    await expect.poll(text, SOON).toContain('The End, and ![[Day 1 Operations#Overview]]\n');
    await expect.poll(marked, SOON).toEqual(['![[Gone#Overview2]]']);
  });

  it('is told by that command where only its author can decide', async () => {
    await open(1);
    await on.page.locator('.ops-mark').click();
    await runPaletteCommand(on, 'Fix problem at cursor');
    await expect.poll(() => on.page.locator('.notice').last().innerText(), SOON).toContain('Gone');
  });

  it('is shown no more once it is ignored, or the setting is off', async () => {
    await open(1);
    await on.page.locator('.ops-mark').hover();
    await on.page.locator('.ops-tip').getByRole('button', { name: 'Ignore…' }).click();
    await on.page.getByLabel('Reason').fill('Not written yet');
    await on.page.keyboard.press('Enter');
    await expect.poll(marked, SOON).toEqual([]);
    await on.page.evaluate(async () => {
      const { app } = await window.workbench;
      const file = app.vault.getFileByPath('Ops/Operations Overview.md');
      if (file) await app.vault.process(file, (text) => `${text}![[Gone as well]]\n`);
    });
    await expect.poll(marked, SOON).toEqual(['![[Gone as well]]']);
    await on.page.getByRole('button', { name: 'Settings', exact: true }).click();
    const dialog = on.page.getByRole('dialog', { name: 'Settings' });
    await dialog.locator('.setting-item', { hasText: 'Underline problems' }).locator('.checkbox-container').click();
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await expect.poll(marked, SOON).toEqual([]);
  });
});

describeInBrowser('suggestions behind a todo tag', () => {
  const on = openForAll({
    vault: {
      ...VAULT,
      'Ops/Runbook.md': '# Runbook\nText.\n\n',
      'Ops/Stuck.md': '- Wait #todo/blocked\n',
      'Roles/SRE.md': '',
    },
  });
  const text = (): Promise<string> => readFile(join(on.bench.dir, 'Ops/Runbook.md'), 'utf8');
  const offered = (): Promise<string[]> => on.page.locator('.suggestion-item > span:first-child').allTextContents();
  const begin = async (): Promise<void> => {
    await openNote(on, 'Ops/Runbook.md');
    await on.page.evaluate(async () =>
      (await window.workbench).app.workspace.activeEditor?.editor?.setValue('# Runbook\nText.\n\n'),
    );
    await on.page.locator('.cm-content').click();
    await on.page.keyboard.press('ControlOrMeta+End');
  };

  it('are chosen by keyboard, one after the other, and one writes on', async () => {
    await begin();
    await on.page.keyboard.type('#todo/bl');
    await expect.poll(offered, SOON).toEqual(['blocked']);
    await on.page.keyboard.press('Enter');
    await expect.poll(() => cursorLine(on), SOON).toBe('#todo/blocked');
    expect(await offered()).toEqual([]);
    await on.page.keyboard.type(' to');
    await expect.poll(offered, SOON).toEqual(['Today', 'Tomorrow']);
    await on.page.keyboard.press('ArrowDown');
    await on.page.keyboard.press('Enter');
    await expect.poll(() => cursorLine(on), SOON).toMatch(/^#todo\/blocked 📅 \d{4}-\d\d-\d\d$/);
    await on.page.keyboard.press('Home');
    for (const _letter of '#todo/blocked') await on.page.keyboard.press('ArrowRight');
    await on.page.keyboard.type('/sr');
    await expect.poll(offered, SOON).toEqual(['SRE']);
    await on.page.keyboard.press('Enter');
    await expect.poll(() => cursorLine(on), SOON).toMatch(/^#todo\/blocked \[\[SRE\]\] 📅 \d{4}-\d\d-\d\d$/);
    await expect.poll(text, SOON).toContain('#todo/blocked [[SRE]] 📅');
    await on.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => cursorLine(on), SOON).toMatch(/^#todo\/blocked(?:\/sr)? 📅/);
    expect(await on.page.locator('.notice').count()).toBe(0);
  });

  it('ask for another day', async () => {
    await begin();
    await on.page.keyboard.type('- Draw it #todo/date');
    await expect.poll(offered, SOON).toEqual(['Another day…']);
    await on.page.keyboard.press('Enter');
    await on.page.getByLabel('Date', { exact: true }).fill('2030-02-03');
    await on.page.keyboard.press('Enter');
    await expect.poll(() => cursorLine(on), SOON).toBe('- Draw it #todo 📅 2030-02-03');
    await on.page.keyboard.press('Enter');
    await on.page.keyboard.type('Next');
    expect(await cursorLine(on)).toBe('- Next');
  });

  it('go with Escape, and when the cursor goes; Enter then begins a line', async () => {
    await begin();
    await on.page.keyboard.type('#todo/');
    await expect.poll(async () => (await offered()).length, SOON).toBeGreaterThan(5);
    await on.page.keyboard.press('Escape');
    await expect.poll(offered, SOON).toEqual([]);
    await on.page.keyboard.type('t');
    await expect.poll(offered, SOON).toEqual(['Today', 'Tomorrow']);
    await on.page.keyboard.press('ArrowLeft');
    await expect.poll(offered, SOON).toEqual([]);
    await on.page.keyboard.press('End');
    await on.page.keyboard.press('Backspace');
    await on.page.keyboard.press('Backspace');
    await on.page.keyboard.press('Enter');
    await on.page.keyboard.type('x');
    expect(await cursorLine(on)).toBe('x');
  });

  it('leave the app’s own for tags alone: where nothing of ours fits those are shown, and Enter takes one of them', async () => {
    await on.page.evaluate(async () => {
      const { app, obsidian, plugin } = await window.workbench;
      // As the app's: whatever is typed behind a hash.
      class Tags extends obsidian.EditorSuggest<string> {
        onTrigger({ line, ch }: EditorPosition, editor: Editor) {
          const typed = /#([\w/]*)$/.exec(editor.getLine(line).slice(0, ch));
          return typed && { start: { line, ch: typed.index }, end: { line, ch }, query: typed[1] ?? '' };
        }
        getSuggestions({ query }: { readonly query: string }) {
          return ['todo', 'todos/later', 'town'].filter((tag) => tag.startsWith(query));
        }
        renderSuggestion(tag: string, el: HTMLElement) {
          el.createSpan({ text: `the app’s ${tag}` });
        }
        selectSuggestion(tag: string) {
          const { editor, start, end } = this.context!;
          editor.replaceRange(`#${tag}`, start, end);
          this.close();
        }
      }
      plugin.registerEditorSuggest(new Tags(app));
    });
    await begin();
    await on.page.keyboard.type('#to');
    await expect.poll(offered, SOON).toEqual(['todo', 'todos/later', 'town'].map((tag) => `the app’s ${tag}`));
    await on.page.keyboard.press('ArrowDown');
    await on.page.keyboard.press('Enter');
    await expect.poll(() => cursorLine(on), SOON).toBe('#todos/later');
    await begin();
    await on.page.keyboard.type('#todo');
    await expect.poll(offered, SOON).toEqual(['the app’s todo', 'the app’s todos/later']);
    await on.page.keyboard.type('/bl');
    await expect.poll(offered, SOON).toEqual(['blocked']);
  });

  it('are none in code, and none of a sentence', async () => {
    await begin();
    await on.page.keyboard.type('```\n#todo/b');
    await settled(on);
    expect(await offered()).toEqual([]);
    await begin();
    await on.page.keyboard.type('---\n`#todo/b');
    await settled(on);
    expect(await offered()).toEqual([]);
    await begin();
    await on.page.keyboard.press('ControlOrMeta+Home');
    await on.page.keyboard.type('---\nkey: #todo/b');
    await on.page.keyboard.type('\n---\n');
    for (const key of ['ArrowUp', 'ArrowUp', 'End', 'l']) await on.page.keyboard.press(key);
    await settled(on);
    expect(await offered()).toEqual([]);
    await begin();
    await on.page.keyboard.type('#todo Write it\n');
    await settled(on);
    expect(await offered()).toEqual([]);
    await expect.poll(text, SOON).toContain('#todo Write it\n');
  });
});
