// The forms that make notes, by keyboard alone from the command palette: what the preview shows is what is written, and one goes on writing in the result.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openNote, runPaletteCommand, settled, type Workbench } from '../workbench/open-workbench';
import { DEMO_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { activeNote, cursorLine } from './on-page';

const OPS = 'Engineering/Operations';
const DAY_2 = `${OPS}/Day 2 Operations.md`;

/** The preview: by note, the lines that it adds. */
async function previewed({ page }: Workbench): Promise<Record<string, string[]>> {
  const notes = await page.locator('.ops-form-preview .ops-preview-note').evaluateAll((elements) =>
    elements.map((element) => [
      element.querySelector('.ops-preview-path')?.textContent.replace(/^[^:]*: /, '') ?? '',
      [...element.querySelectorAll('.ops-preview-line.is-added')].map((line) => line.lastElementChild?.textContent ?? ''),
    ] as const),
  );
  return Object.fromEntries(notes);
}

const read = ({ dir }: Workbench, path: string): Promise<string> => readFile(join(dir, path), 'utf8');

/** Waits for the preview, submits with Mod+Enter, and expects on disk every line that the preview added; new notes whole. */
async function submitAsShown(bench: Workbench, ...paths: string[]): Promise<void> {
  const { page } = bench;
  await expect.poll(async () => Object.keys(await previewed(bench)).sort(), SOON).toEqual([...paths].sort());
  const shown = await previewed(bench);
  const before = Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await read(bench, path).catch(() => null)] as const)));
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.locator('.ops-form').waitFor({ state: 'detached' });
  await settled(bench);
  for (const path of paths) {
    const written = await read(bench, path);
    if (before[path] === null) expect(written.replace(/\n$/, '').split('\n'), path).toEqual(shown[path]);
    else {
      const old = before[path]?.split('\n') ?? [];
      expect(written.split('\n').filter((line) => !old.includes(line)), path).toEqual(shown[path]?.filter((line) => !old.includes(line)));
    }
  }
}

describeInBrowser('the forms over the handbook', () => {
  const on = openForAll({ vault: DEMO_VAULT });
  const focused = (): Promise<string> => on.page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-labelledby') ?? '')?.textContent ?? document.activeElement?.tagName ?? '');

  it('make a responsibility note of the open page’s phase, and open it for writing', async () => {
    await openNote(on.bench, DAY_2);
    await runPaletteCommand(on.bench, 'New responsibility note…');
    expect(await focused()).toBe('Title');
    await on.page.keyboard.type('Key rotation');
    await submitAsShown(on.bench, `${OPS}/Key rotation.md`, DAY_2);
    expect(await activeNote(on)).toBe(`${OPS}/Key rotation.md`);
    await on.page.keyboard.type('We rotate keys.');
    await expect.poll(() => cursorLine(on), SOON).toBe('We rotate keys.');
    expect(await on.page.locator('.notice').innerText()).toContain('Created Key rotation and linked it from Day 2 Operations.');
  });

  it('say beside the field what will not do, and write nothing', async () => {
    await runPaletteCommand(on.bench, 'New responsibility note…');
    await on.page.keyboard.press('Enter');
    const error = on.page.locator('.ops-form-error:visible');
    await expect.poll(() => error.allInnerTexts(), SOON).toEqual(['Give the note a title.']);
    await on.page.keyboard.type('CI/CD');
    await expect.poll(() => error.allInnerTexts(), SOON).toEqual(['A title cannot hold /, because the file is named after it and links would break. “CI - CD” would do.']);
    expect(await on.page.locator('.ops-form input[aria-invalid="true"]').count()).toBe(1);
    await on.page.keyboard.press('ControlOrMeta+a');
    await on.page.keyboard.type('Key rotation');
    await expect.poll(() => error.innerText(), SOON).toContain('is there already');
    await on.page.keyboard.press('Escape');
    await on.page.locator('.ops-form').waitFor({ state: 'detached' });
  });

  it('turn several selected bullets into notes', async () => {
    await openNote(on.bench, `${OPS}/Day 0 Operations.md`);
    await on.page.evaluate(async () => {
      const { app } = await window.workbench;
      const editor = app.workspace.activeEditor?.editor;
      const lines = editor?.getValue().split('\n') ?? [];
      const at = (text: string): number => lines.findIndex((line) => line.includes(text));
      editor?.setSelection({ line: at('Draw the architecture'), ch: 0 }, { line: at('Agree with support'), ch: 3 });
    });
    await runPaletteCommand(on.bench, 'Turn into responsibility note…');
    expect(await focused()).toBe('Title 1');
    await on.page.keyboard.type('Architecture drawing');
    const [made, ...others] = ['Architecture drawing', 'Estimate load', 'Agree with support on service levels'].map((name) => `${OPS}/${name}.md`);
    await submitAsShown(on.bench, made ?? '', ...others, `${OPS}/Day 0 Operations.md`);
    expect(await read(on.bench, made ?? '')).toContain('due: 2026-12-01');
    expect(await read(on.bench, `${OPS}/Day 0 Operations.md`)).toContain('- [[Engineering/Operations/Architecture drawing|Draw the architecture with its data flows, so that a reviewer sees where trust ends.]]');
  });

  it('turn a card into a note, from its menu', async () => {
    await on.board.open();
    const menu = await on.board.openMenu(on.board.card('Metrics Tracking'));
    await menu.getByText('Turn into responsibility note…').click();
    await expect.poll(focused, SOON).toBe('Title');
    await submitAsShown(on.bench, `${OPS}/Metrics Tracking.md`, `${OPS}/Operations Overview.md`);
    expect(await read(on.bench, `${OPS}/Operations Overview.md`)).toContain('### [[Engineering/Operations/Metrics Tracking|Metrics Tracking]]\n');
  });

  it('make a phase, which the board then has a column for', async () => {
    await runPaletteCommand(on.bench, 'New phase page…');
    await on.page.keyboard.press('Tab');
    await on.page.keyboard.type('Decommissioning');
    await submitAsShown(on.bench, `${OPS}/Day 3 Operations.md`, `${OPS}/Operations Overview.md`);
    await on.board.open();
    expect(await on.board.columnNames()).toContain('Day 3');
    expect(await on.board.titles('Day 3')).toEqual(['Day 3 responsibilities']);
  });

  it('can be taken back', async () => {
    await runPaletteCommand(on.bench, 'Undo last board change');
    await expect.poll(() => read(on.bench, `${OPS}/Day 3 Operations.md`).catch(() => 'gone'), SOON).toBe('gone');
    expect(await read(on.bench, `${OPS}/Operations Overview.md`)).not.toContain('Day 3');
  });
});

describeInBrowser('the first pages of a folder', () => {
  const on = openForAll({ vault: { 'Welcome.md': '# Welcome\n', 'Team/Notes.md': 'x\n' } });

  it('are made from the palette, by keyboard, in the folder that is named', async () => {
    await runPaletteCommand(on.bench, 'Set up operations pages…');
    await on.page.locator('.ops-form').waitFor();
    await on.page.keyboard.press('ControlOrMeta+a');
    await on.page.keyboard.type('Team/Ops');
    await submitAsShown(on.bench, ...['Day 0 Operations', 'Day 1 Operations', 'Day 2 Operations', 'Operations Overview'].map((name) => `Team/Ops/${name}.md`));
    await runPaletteCommand(on.bench, 'Undo last board change');
    await expect.poll(() => read(on.bench, 'Team/Ops/Operations Overview.md').catch(() => 'gone'), SOON).toBe('gone');
    expect(await read(on.bench, 'Team/Notes.md')).toBe('x\n');
  });
});

describeInBrowser('the first board of an empty vault', () => {
  const on = openForAll({ vault: { 'Welcome.md': '# Welcome\n' } });

  it('makes the pages, and then has a card for each phase', async () => {
    await on.page.getByRole('button', { name: 'Open phase board', exact: true }).click();
    await on.page.getByRole('button', { name: 'Create the pages…' }).press('Enter');
    await on.page.getByRole('button', { name: 'Create 4 notes' }).waitFor();
    await submitAsShown(on.bench, ...['Day 0 Operations', 'Day 1 Operations', 'Day 2 Operations', 'Operations Overview'].map((name) => `Operations/${name}.md`));
    await on.board.grid.waitFor();
    await expect.poll(() => on.board.countCards(), SOON).toBe(3);
    expect(await on.page.locator('.notice').innerText()).toContain('Ready. Click a card to write, or + Add responsibility.');
  });

  it('has an overview in which the phases are shown', async () => {
    await openNote(on.bench, 'Operations/Operations Overview.md', 'tab');
    await on.page.evaluate(async () => {
      const { app } = await window.workbench;
      const leaf = app.workspace.activeLeaf;
      const state = leaf?.getViewState();
      if (leaf && state) await leaf.setViewState({ ...state, state: { ...state.state, mode: 'preview' } });
    });
    await settled(on.bench);
    const shown = on.page.locator('.markdown-reading-view .internal-embed, .markdown-preview-view .internal-embed');
    await expect.poll(() => shown.count(), SOON).toBe(3);
    await expect.poll(async () => (await shown.allInnerTexts()).every((text) => text.includes('Responsibilities')), SOON).toBe(true);
  });
});
