// The forms that make notes, by keyboard alone from the command palette: what the preview shows is what is written, and one goes on writing in the result.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Settings } from '../../src/core/settings/settings';
import { openNote, runPaletteCommand, settled, type Workbench } from '../workbench/open-workbench';
import { DEMO_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { activeNote, cursorLine } from './on-page';

const OPS = 'Engineering/Operations';
/** The least that is a handbook. */
const PAGES = Object.fromEntries(
  [0, 1, 2].map((day) => [`Ops/Day ${day} Operations.md`, '# Overview\n## Responsibilities\n- a\n']),
);
const DAY_2 = `${OPS}/Day 2 Operations.md`;

/** The preview: by note, the lines that it adds; of the settings, what it says in words. */
async function previewed({ page }: Workbench): Promise<Record<string, string[]>> {
  const notes = await page
    .locator('.ops-form-preview .ops-preview-note')
    .evaluateAll((elements) =>
      elements.map((element): [string, string[]] => [
        element.querySelector('.ops-preview-path')?.textContent.replace(/^[^:]*: /, '') ?? '',
        [
          ...[...element.querySelectorAll('.ops-preview-line.is-added')].map(
            (line) => line.lastElementChild?.textContent ?? '',
          ),
          ...[...element.querySelectorAll('.ops-preview-setting')].map((told) => told.textContent),
        ],
      ]),
    );
  return Object.fromEntries(notes);
}

/** The label of what has the focus. */
const focused = ({ page }: Workbench): Promise<string> =>
  page.evaluate(
    () =>
      document.getElementById(document.activeElement?.getAttribute('aria-labelledby') ?? '')?.textContent ??
      document.activeElement?.tagName ??
      '',
  );

async function tabTo(bench: Workbench, field: string): Promise<void> {
  for (let tabs = 0; tabs < 15 && (await focused(bench)) !== field; tabs++) await bench.page.keyboard.press('Tab');
  expect(await focused(bench)).toBe(field);
}

/** How the preview calls the plugin's own file. */
const SETTINGS = 'Settings';

const read = ({ dir }: Workbench, path: string): Promise<string> =>
  readFile(join(dir, path === SETTINGS ? '.obsidian/plugins/operations-lifecycle/data.json' : path), 'utf8');

/** Shows the active note as a reader sees it. */
async function showReading({ page }: Workbench): Promise<void> {
  await page.evaluate(async () => {
    const { app } = await window.workbench;
    const leaf = app.workspace.activeLeaf;
    const state = leaf?.getViewState();
    if (leaf && state) await leaf.setViewState({ ...state, state: { ...state.state, mode: 'preview' } });
  });
}

/** What the transclusions of the note in reading view show. */
const shown = ({ page }: Workbench): Promise<string[]> =>
  page.locator('.markdown-reading-view .internal-embed, .markdown-preview-view .internal-embed').allInnerTexts();

/** Waits for the preview, submits with Mod+Enter, and expects on disk every line that the preview added; new notes whole. Of the settings it says words: what they come to is the test's to say. */
async function submitAsShown(bench: Workbench, ...paths: string[]): Promise<void> {
  const { page } = bench;
  await expect.poll(async () => Object.keys(await previewed(bench)).sort(), SOON).toEqual([...paths].sort());
  const shown = await previewed(bench);
  const before = Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await read(bench, path).catch(() => null)] as const)),
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.locator('.ops-form').waitFor({ state: 'detached' });
  await settled(bench);
  for (const path of paths) {
    const written = await read(bench, path);
    if (path === SETTINGS) continue;
    if (before[path] === null) expect(written.replace(/\n$/, ''), path).toEqual(shown[path]?.join('\n'));
    else {
      const old = before[path]?.split('\n') ?? [];
      expect(
        written.split('\n').filter((line) => !old.includes(line)),
        path,
      ).toEqual(shown[path]?.filter((line) => !old.includes(line)));
    }
  }
}

describeInBrowser('the forms over the handbook', () => {
  const on = openForAll({ vault: DEMO_VAULT });

  it('make a responsibility note of the open page’s phase, and open it for writing', async () => {
    await openNote(on.bench, DAY_2);
    await runPaletteCommand(on.bench, 'New responsibility note…');
    expect(await focused(on.bench)).toBe('Title');
    await on.page.keyboard.type('Key rotation');
    await submitAsShown(on.bench, `${OPS}/Key rotation.md`, DAY_2);
    expect(await activeNote(on)).toBe(`${OPS}/Key rotation.md`);
    await on.page.keyboard.type('We rotate keys.');
    await expect.poll(() => cursorLine(on), SOON).toBe('We rotate keys.');
    expect(await on.page.locator('.notice').innerText()).toContain(
      'Created Key rotation and linked it from Day 2 Operations.',
    );
  });

  it('say beside the field what will not do, and write nothing', async () => {
    await runPaletteCommand(on.bench, 'New responsibility note…');
    await on.page.keyboard.press('Enter');
    const error = on.page.locator('.ops-form-error:visible');
    await expect.poll(() => error.allInnerTexts(), SOON).toEqual(['Give the note a title.']);
    await on.page.keyboard.type('CI/CD');
    await expect
      .poll(() => error.allInnerTexts(), SOON)
      .toEqual([
        'A title cannot hold /, because the file is named after it and links would break. “CI - CD” would do.',
      ]);
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
    expect(await focused(on.bench)).toBe('Title 1');
    await on.page.keyboard.type('Architecture drawing');
    const [made, ...others] = ['Architecture drawing', 'Estimate load', 'Agree with support on service levels'].map(
      (name) => `${OPS}/${name}.md`,
    );
    await submitAsShown(on.bench, made ?? '', ...others, `${OPS}/Day 0 Operations.md`);
    expect(await read(on.bench, made ?? '')).toContain('due: 2026-12-01');
    expect(await read(on.bench, `${OPS}/Day 0 Operations.md`)).toContain(
      '- [[Engineering/Operations/Architecture drawing|Draw the architecture with its data flows, so that a reviewer sees where trust ends.]]',
    );
  });

  it('turn a card into a note, from its menu', async () => {
    await on.board.open();
    const menu = await on.board.openMenu(on.board.card('Metrics Tracking'));
    await menu.getByText('Turn into responsibility note…').click();
    await expect.poll(() => focused(on.bench), SOON).toBe('Title');
    await submitAsShown(on.bench, `${OPS}/Metrics Tracking.md`, `${OPS}/Operations Overview.md`);
    expect(await read(on.bench, `${OPS}/Operations Overview.md`)).toContain(
      '### [[Engineering/Operations/Metrics Tracking|Metrics Tracking]]\n',
    );
  });

  it('make a phase, which the board then has a column for', async () => {
    await runPaletteCommand(on.bench, 'New phase page…');
    await on.page.keyboard.press('Tab');
    await on.page.keyboard.type('Decommissioning');
    await expect
      .poll(async () => (await previewed(on.bench))[SETTINGS], SOON)
      .toEqual(['New phase: Day 3 (Decommissioning), behind Day 2']);
    await submitAsShown(on.bench, `${OPS}/Day 3 Operations.md`, `${OPS}/Operations Overview.md`, SETTINGS);
    const { phases } = JSON.parse(await read(on.bench, SETTINGS)) as Pick<Settings, 'phases'>;
    expect(phases.map(({ name, title }) => [name, title])).toEqual([
      ['Day 0', 'Planning'],
      ['Day 1', 'Deployment'],
      ['Day 2', 'Maintenance'],
      ['Day 3', 'Decommissioning'],
    ]);
    expect(await activeNote(on)).toBe(`${OPS}/Day 3 Operations.md`);
    await expect.poll(() => cursorLine(on), SOON).toBe('This phase is about …');
    await openNote(on.bench, `${OPS}/Operations Overview.md`, 'tab');
    await showReading(on.bench);
    await expect.poll(async () => (await shown(on.bench)).join('\n'), SOON).toContain('This phase is about …');
    await on.board.open();
    expect(await on.board.columnNames()).toContain('Day 3');
    expect(await on.board.titles('Day 3')).toEqual(['Day 3 responsibilities']);
  });

  it('can be taken back', async () => {
    await runPaletteCommand(on.bench, 'Undo last board change');
    await expect.poll(() => read(on.bench, `${OPS}/Day 3 Operations.md`).catch(() => 'gone'), SOON).toBe('gone');
    await expect.poll(() => read(on.bench, SETTINGS), SOON).not.toContain('Day 3');
    expect(await read(on.bench, `${OPS}/Operations Overview.md`)).not.toContain('Day 3');
  });

  it('turn the bullet under the cursor into a note that is transcluded, and one reads it there', async () => {
    await openNote(on.bench, `${OPS}/Day 1 Operations.md`);
    await on.page.evaluate(async () => (await window.workbench).app.workspace.activeEditor?.editor?.focus());
    await on.page.keyboard.press('ControlOrMeta+Home');
    for (let line = 0; line < 30 && !(await cursorLine(on)).includes('Prove that the pipeline'); line++)
      await on.page.keyboard.press('ArrowDown');
    await runPaletteCommand(on.bench, 'Turn into responsibility note…');
    await tabTo(on.bench, 'What stays here');
    await on.page.keyboard.press('ArrowDown');
    const made = `${OPS}/Day 1 Operations/Prove that the pipeline refuses a build that fails.md`;
    await expect
      .poll(async () => (await previewed(on.bench))[`${OPS}/Day 1 Operations.md`]?.join('\n'), SOON)
      .toContain('#Overview]]');
    await submitAsShown(on.bench, made, `${OPS}/Day 1 Operations.md`);
    expect(await activeNote(on)).toBe(made);
    await openNote(on.bench, `${OPS}/Day 1 Operations.md`);
    await showReading(on.bench);
    await expect
      .poll(
        async () =>
          (await shown(on.bench)).some((text) =>
            text.includes('Prove that the pipeline refuses a build that fails its checks.'),
          ),
        SOON,
      )
      .toBe(true);
  });

  it('make a responsibility note that is transcluded, by a switch', async () => {
    await openNote(on.bench, DAY_2, 'tab');
    await runPaletteCommand(on.bench, 'New responsibility note…');
    await expect.poll(() => focused(on.bench), SOON).toBe('Title');
    await on.page.keyboard.type('Night watch');
    await tabTo(on.bench, 'Transclude it on the phase page');
    await on.page.keyboard.press('Space');
    await expect
      .poll(async () => (await previewed(on.bench))[DAY_2]?.join('\n'), SOON)
      .toContain('![[Engineering/Operations/Night watch#Overview]]');
    await submitAsShown(on.bench, `${OPS}/Night watch.md`, DAY_2);
    await expect.poll(() => activeNote(on), SOON).toBe(`${OPS}/Night watch.md`);
    // What is typed before the editor has the focus goes nowhere.
    await expect
      .poll(() => on.page.evaluate(() => document.activeElement?.closest('.cm-editor') != null), SOON)
      .toBe(true);
    await on.page.keyboard.type('Who is awake, and when.');
    await expect.poll(() => cursorLine(on), SOON).toBe('Who is awake, and when.');
    // Whoever reads the page reads what is on disk.
    await expect.poll(() => read(on.bench, `${OPS}/Night watch.md`), SOON).toContain('Who is awake, and when.');
    await settled(on.bench);
    await openNote(on.bench, DAY_2);
    await showReading(on.bench);
    await expect
      .poll(async () => (await shown(on.bench)).some((text) => text.includes('Who is awake, and when.')), SOON)
      .toBe(true);
  });
});

describeInBrowser('a form that is given what will not do', () => {
  const on = openForAll({ vault: { ...PAGES, 'Ops/Day 1 Operations/Taken.md': 'x\n', Attic: '' } });
  const error = (): Promise<string[]> => on.page.locator('.ops-form-error:visible').allInnerTexts();
  const type = async (text: string): Promise<void> => {
    await on.page.keyboard.press('ControlOrMeta+a');
    await on.page.keyboard.insertText(text);
  };
  const blamed = (): Promise<string> =>
    on.page
      .locator('.ops-form [aria-invalid="true"]')
      .evaluate((input) => document.getElementById(input.getAttribute('aria-labelledby') ?? '')?.textContent ?? '');

  it('says so beside the title, for each that no file can have, and makes nothing', async () => {
    await openNote(on.bench, 'Ops/Day 1 Operations.md');
    await runPaletteCommand(on.bench, 'New responsibility note…');
    for (const [title, reason] of [
      ...['/', '\\', ':', '*', '?', '"', '<', '>', '|', '#', '^', '[', ']'].map(
        (sign) => [`a ${sign} b`, `A title cannot hold ${sign},`] as const,
      ),
      ['x'.repeat(300), 'The title is too long for a file: 300 bytes, and 252 fit.'],
      ['', 'Give the note a title.'],
      ['Done...', 'A title cannot end with a stop: Windows takes it away. “Done” would do.'],
      ['CON', '“CON” is a name that Windows keeps for itself. “CON note” would do.'],
      ['<% x %>', '“<%” would be run by Templater. Leave it out.'],
    ] as const) {
      await type(title === '' ? 'x' : title);
      if (title === '') await on.page.keyboard.press('Backspace');
      await expect.poll(async () => (await error()).join(), SOON).toContain(reason);
      expect(await blamed()).toBe('Title');
      await on.page.keyboard.press('Enter');
      await settled(on.bench);
      expect(await on.page.locator('.ops-form').count(), title).toBe(1);
    }
    expect(await on.page.evaluate(async () => (await window.workbench).app.vault.getMarkdownFiles().length)).toBe(
      Object.keys(PAGES).length + 1,
    );
  });

  it('opens the note that is there already, by keyboard', async () => {
    await type('taken');
    await expect
      .poll(async () => (await error()).join(), SOON)
      .toContain('Ops/Day 1 Operations/Taken.md is there already. Open it, or give another title.');
    await on.page.keyboard.press('Tab');
    await on.page.keyboard.press('Enter');
    await on.page.locator('.ops-form').waitFor({ state: 'detached' });
    await expect.poll(() => activeNote(on), SOON).toBe('Ops/Day 1 Operations/Taken.md');
  });

  it('says beside the name, or the purpose, why there is no such phase', async () => {
    await runPaletteCommand(on.bench, 'New phase page…');
    await type('Day 1');
    await expect
      .poll(async () => (await error()).join(), SOON)
      .toBe('Day 1 has a page already: Ops/Day 1 Operations.md.');
    expect(await blamed()).toBe('Name');
    await type('Day 3');
    await on.page.keyboard.press('Tab');
    await type('a # b');
    await expect.poll(async () => (await error()).join(), SOON).toContain('A purpose is a word or two');
    expect(await blamed()).toBe('Purpose');
    await on.page.keyboard.press('Escape');
  });
});

describeInBrowser('a form in a vault that has no roles yet, and is not published', () => {
  const on = openForAll({ vault: PAGES });

  it('asks nothing of the site, says that there are no roles, and makes the first with the note', async () => {
    await openNote(on.bench, 'Ops/Day 1 Operations.md');
    await runPaletteCommand(on.bench, 'New responsibility note…');
    await on.page.keyboard.type('Night watch');
    const form = on.page.locator('.ops-form');
    expect(await form.getByText('Publish', { exact: true }).count()).toBe(0);
    const owner = form.getByRole('combobox', { name: 'Owner' });
    expect(await owner.locator('option').allInnerTexts()).toEqual(['No roles yet', 'Create the first role…']);
    await owner.selectOption({ label: 'Create the first role…' });
    await on.page.keyboard.press('Escape');
    await expect.poll(() => owner.evaluate((one: HTMLSelectElement) => one.value), SOON).toBe('');
    await owner.selectOption({ label: 'Create the first role…' });
    await on.page.keyboard.type('Watch lead');
    await on.page.getByText('Create role “Watch lead”').click();
    await submitAsShown(
      on.bench,
      'Roles/Watch lead.md',
      'Ops/Day 1 Operations/Night watch.md',
      'Ops/Day 1 Operations.md',
    );
    expect(await read(on.bench, 'Ops/Day 1 Operations/Night watch.md')).toContain('owner: "[[Watch lead]]"');
    await runPaletteCommand(on.bench, 'Undo last board change');
    await expect.poll(() => read(on.bench, 'Roles/Watch lead.md').catch(() => 'gone'), SOON).toBe('gone');
  });

  it('says in words what a new phase writes; the text is behind a fold that stays open while one types', async () => {
    await runPaletteCommand(on.bench, 'New phase page…');
    await on.page.keyboard.press('Tab');
    await on.page.keyboard.type('Retirement');
    const form = on.page.locator('.ops-form');
    const note = form.locator('.ops-preview-note').first();
    await expect
      .poll(() => note.innerText(), SOON)
      .toBe('New note:\nOps/Day 3 Operations.md\nOverview · Retirement Phase · Responsibilities\nText');
    await note.locator('summary').press('Enter');
    await note.locator('.ops-preview-line').first().waitFor();
    await form.getByRole('textbox', { name: 'Purpose' }).fill('Decommissioning');
    await expect.poll(() => note.innerText(), SOON).toContain('## Decommissioning Phase');
    await on.page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  it('cuts a path at its beginning where there is no room for it', async () => {
    await on.page.setViewportSize({ width: 420, height: 800 });
    await runPaletteCommand(on.bench, 'New phase page…');
    await on.page.keyboard.press('ControlOrMeta+a');
    await on.page.keyboard.type('A stage whose name is longer than a line of a narrow window');
    await on.page.keyboard.press('Tab');
    await on.page.keyboard.type('Trial');
    const path = on.page.locator('.ops-form .ops-cut-path bdi').first();
    await expect.poll(() => path.innerText(), SOON).toContain('narrow window');
    const [line, end] = await path.evaluate((text) => {
      const [whole, box] = [text.getBoundingClientRect(), text.parentElement!.getBoundingClientRect()];
      return [
        [whole.left < box.left, Math.abs(whole.right - box.right) < 1],
        getComputedStyle(text.parentElement!).textOverflow,
      ];
    });
    expect([line, end]).toEqual([[true, true], 'ellipsis']);
    await on.page.keyboard.press('Escape');
  });
});

describeInBrowser('a form over templates of one’s own', () => {
  const on = openForAll({
    vault: {
      ...PAGES,
      'Templates/Runbook.md': '# {{title}} in {{phase}}\n<% 1 + 1 %>\n{{nonsense}}\n',
      '.obsidian/templates.json': '{"folder": "Templates"}',
    },
  });

  it('begins with the column’s phase and the words that were typed there', async () => {
    await on.board.open();
    await on.board.header('Day 1').focus();
    await on.page.keyboard.press('a');
    await expect.poll(() => on.board.focused(), SOON).toBe('New responsibility of Day 1');
    await on.page.keyboard.type('Night watch');
    await on.page.keyboard.press('Tab');
    await expect.poll(() => on.page.evaluate(() => document.activeElement?.textContent), SOON).toBe('in another note…');
    await on.page.keyboard.press('Enter');
    await expect.poll(() => focused(on.bench), SOON).toBe('Title');
    expect(await on.page.locator('.ops-form input[type="text"]').inputValue()).toBe('Night watch');
    await tabTo(on.bench, 'Phase');
    expect(await on.page.locator('.ops-form select:focus option:checked').innerText()).toBe('Day 1 · Deployment');
  });

  it('marks what Templater is to run, and tells that it is not on, and what is no placeholder', async () => {
    await tabTo(on.bench, 'Template');
    await on.page.keyboard.press('ArrowDown');
    await expect
      .poll(() => on.page.locator('.ops-form .is-templater').allInnerTexts(), SOON)
      .toEqual([expect.stringContaining('<% 1 + 1 %>')]);
    expect(await on.page.locator('.ops-form .ops-preview-remark').allInnerTexts()).toEqual([
      'The template’s {{nonsense}} is no placeholder and stays as it is',
      'Templater is not on: what stands between <% and %> is not run',
    ]);
    await submitAsShown(on.bench, 'Ops/Day 1 Operations/Night watch.md', 'Ops/Day 1 Operations.md');
    expect(await read(on.bench, 'Ops/Day 1 Operations/Night watch.md')).toBe(
      '# Night watch in Day 1\n<% 1 + 1 %>\n{{nonsense}}\n',
    );
  });
});

describeInBrowser('the first pages in a folder that is a file', () => {
  const on = openForAll({ vault: { 'Welcome.md': '# Welcome\n' } });

  it('are refused beside the folder', async () => {
    await runPaletteCommand(on.bench, 'Set up operations pages…');
    await on.page.keyboard.press('ControlOrMeta+a');
    await on.page.keyboard.type('Welcome.md/Ops');
    const error = on.page.locator('.ops-form-error:visible');
    await expect
      .poll(() => error.allInnerTexts(), SOON)
      .toEqual(['Welcome.md is a file, so no notes can be made in it. Rename it, or choose another folder.']);
    await on.page.keyboard.press('ControlOrMeta+Enter');
    await settled(on.bench);
    expect(await on.page.locator('.ops-form').count()).toBe(1);
  });
});

describeInBrowser('the first pages of a folder', () => {
  const on = openForAll({ vault: { 'Welcome.md': '# Welcome\n', 'Team/Notes.md': 'x\n' } });

  it('are made from the palette, by keyboard, in the folder that is named', async () => {
    await runPaletteCommand(on.bench, 'Set up operations pages…');
    await on.page.locator('.ops-form').waitFor();
    await on.page.keyboard.press('ControlOrMeta+a');
    await on.page.keyboard.type('Team/Ops');
    // In words; the texts are behind folds.
    const form = on.page.locator('.ops-form-preview');
    await expect.poll(() => form.locator('.ops-preview-words').count(), SOON).toBe(4);
    expect(await form.locator('.ops-preview-words').first().innerText()).toMatch(
      /^Overview · Planning Phase · Responsibilities/,
    );
    expect(await form.locator('.ops-preview-line:visible').count()).toBe(0);
    await submitAsShown(
      on.bench,
      ...['Day 0 Operations', 'Day 1 Operations', 'Day 2 Operations', 'Operations Overview'].map(
        (name) => `Team/Ops/${name}.md`,
      ),
    );
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
    await submitAsShown(
      on.bench,
      ...['Day 0 Operations', 'Day 1 Operations', 'Day 2 Operations', 'Operations Overview'].map(
        (name) => `Operations/${name}.md`,
      ),
    );
    await on.board.grid.waitFor();
    await expect.poll(() => on.board.countCards(), SOON).toBe(3);
    expect(await on.page.locator('.notice').innerText()).toContain(
      'Ready. Click a card to write, or + Add responsibility.',
    );
  });

  it('has an overview in which the phases are shown', async () => {
    await openNote(on.bench, 'Operations/Operations Overview.md', 'tab');
    await showReading(on.bench);
    await expect
      .poll(async () => (await shown(on.bench)).filter((text) => text.includes('Responsibilities')).length, SOON)
      .toBe(3);
  });
});
