// The README's pictures, taken of the workbench over the demo vault: npm run screenshots.
import process from 'node:process';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  closeBrowser,
  executeCommand,
  openNote,
  openWorkbench,
  settled,
  type Workbench,
  type WorkbenchOptions,
} from '../workbench/open-workbench';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const DEMO = here('../fixtures/demo-vault');

interface Picture {
  readonly name: string;
  readonly options: WorkbenchOptions;
  readonly prepare: (workbench: Workbench) => Promise<void>;
  /** What is shown is shown to a pointer. */
  readonly isUnderPointer?: boolean;
}

async function openBoard(workbench: Workbench): Promise<void> {
  await executeCommand(workbench, 'operations-lifecycle:open-board');
  await workbench.page.locator('.ops-card, .ops-first-run').first().waitFor();
  await settled(workbench);
}

async function openSettledBoard(workbench: Workbench): Promise<void> {
  await openBoard(workbench);
  const looksRight = workbench.page.getByRole('button', { name: 'Looks right' });
  if (await looksRight.isVisible()) await looksRight.click();
  await settled(workbench);
}

/** The vault whose lines are marked with what is wrong in them, without the marks. */
async function checkedVault(): Promise<Record<string, string>> {
  const folder = here('../fixtures/check-vault');
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path)] = (await readFile(path, 'utf8')).replace(/[ \t]*(?:\{[a-z-]+\})+(?=\r?$)/gm, '');
  }
  return files;
}

const WIDE = { width: 1360, height: 800 };

/** A handbook that somebody is writing in. */
const WRITTEN = {
  'Operations/Operations Overview.md':
    '# Operations\n## [[Day 0 Operations|Day 0]]\n\n![[Day 0 Operations#Overveiw]]\n\n## [[Day 1 Operations|Day 1]]\n\n![[Day 1 Operations#Overview]]\n\n![[Rollback plan]]\n',
  'Operations/Day 0 Operations.md': '# Overview\nPlan it.\n## Responsibilities\n- Draw the network #todo/blocked\n',
  'Operations/Day 1 Operations.md': '# Overview\nPut it live.\n## Responsibilities\n- Move the data\n',
  'Roles/SRE.md': '',
  'Roles/Release Manager.md': '',
};

const PICTURES: readonly Picture[] = [
  { name: 'board-light', options: { vault: DEMO, viewport: WIDE }, prepare: openSettledBoard },
  { name: 'board-dark', options: { vault: DEMO, viewport: WIDE, theme: 'dark' }, prepare: openSettledBoard },
  {
    name: 'board-phone',
    options: { vault: DEMO, mobile: true, viewport: { width: 390, height: 844 } },
    prepare: openSettledBoard,
  },
  {
    name: 'board-sidebar',
    options: { vault: DEMO, viewport: { width: 1200, height: 780 } },
    async prepare(workbench) {
      await executeCommand(workbench, 'operations-lifecycle:open-board-right');
      await workbench.page.locator('.ops-card').first().waitFor();
      await settled(workbench);
    },
  },
  {
    name: 'rows',
    options: { vault: DEMO, viewport: WIDE },
    async prepare(workbench) {
      await openSettledBoard(workbench);
      const { page } = workbench;
      await page.getByRole('button', { name: 'I know' }).click();
      await page.getByRole('button', { name: 'Owners' }).click();
      await settled(workbench);
    },
  },
  {
    name: 'block',
    options: { vault: DEMO, viewport: { width: 1100, height: 860 } },
    async prepare(workbench) {
      await workbench.page.evaluate(async () => {
        const { app } = await window.workbench;
        const text =
          '# Status of operations\n\n```phase-board\nshow: progress\n```\n\n## Due\n\n```phase-board\nquery: due:any\nshow: list\n```\n';
        const { path: file } = await app.vault.create('Status of operations.md', text);
        await app.workspace.getLeaf(false).setViewState({ type: 'markdown', state: { file, mode: 'preview' } });
      });
      await workbench.page.locator('.ops-card').first().waitFor();
      await settled(workbench);
    },
  },
  {
    name: 'base',
    options: { vault: DEMO, viewport: { width: 1200, height: 700 } },
    async prepare(workbench) {
      await workbench.page.evaluate(async () => {
        const { app } = await window.workbench;
        const text =
          'filters: file.inFolder("Engineering/Operations")\nviews:\n  - type: operations-lifecycle-board\n    name: By phase\n    order: [file.name, phase]\n    elsewhere: false\n    todosOnCard: 2\n';
        await app.workspace.getLeaf(false).openFile(await app.vault.create('Handbook.base', text));
      });
      await workbench.page.locator('.ops-base .ops-card').first().waitFor();
      await settled(workbench);
    },
  },
  {
    name: 'check',
    options: { vault: await checkedVault(), viewport: { width: 1200, height: 780 } },
    async prepare(workbench) {
      await executeCommand(workbench, 'operations-lifecycle:handbook-check');
      const first = workbench.page.locator('.ops-finding-main').first();
      await first.waitFor();
      await first.click();
      await settled(workbench);
    },
  },
  {
    name: 'editor-check',
    options: { vault: WRITTEN, viewport: { width: 900, height: 620 } },
    isUnderPointer: true,
    async prepare(workbench) {
      await openNote(workbench, 'Operations/Operations Overview.md');
      await workbench.page.locator('.ops-mark.is-error').first().hover();
      await workbench.page.locator('.ops-tip').waitFor();
    },
  },
  {
    name: 'editor-suggest',
    options: { vault: WRITTEN, viewport: { width: 900, height: 620 } },
    async prepare(workbench) {
      await openNote(workbench, 'Operations/Day 1 Operations.md');
      await workbench.page.locator('.cm-content').click();
      await workbench.page.keyboard.press('ControlOrMeta+End');
      await workbench.page.keyboard.type('- Cut the old environment off #todo/');
      await workbench.page.locator('.suggestion-item').first().waitFor();
    },
  },
  {
    name: 'first-run',
    options: { vault: { 'Welcome.md': '# Welcome\n' }, viewport: { width: 1100, height: 620 } },
    prepare: openBoard,
  },
  {
    name: 'form',
    options: { vault: DEMO, viewport: { width: 1100, height: 860 } },
    async prepare(workbench) {
      await openNote(workbench, 'Engineering/Operations/Day 1 Operations.md');
      await executeCommand(workbench, 'operations-lifecycle:new-responsibility-note');
      await workbench.page.locator('.ops-form').waitFor();
      await workbench.page.keyboard.type('Smoke tests');
      await workbench.page.locator('.ops-form-preview .ops-preview-line').first().waitFor();
      await settled(workbench);
    },
  },
  {
    name: 'snapshot',
    options: { vault: DEMO, viewport: { width: 1200, height: 1160 } },
    async prepare(workbench) {
      await openNote(workbench, 'Engineering/Operations/Where We Stand.md');
      await workbench.page.evaluate(async () => {
        const leaf = (await window.workbench).app.workspace.activeLeaf;
        const shown = leaf?.getViewState();
        if (leaf && shown) await leaf.setViewState({ ...shown, state: { ...shown.state, mode: 'preview' } });
      });
      await settled(workbench);
    },
  },
  {
    name: 'settings',
    options: { vault: DEMO, viewport: { width: 1200, height: 780 } },
    async prepare(workbench) {
      await openBoard(workbench);
      await workbench.page.getByRole('button', { name: 'Change…' }).click();
      await settled(workbench);
    },
  },
];

// With names behind the command, only those.
const wanted = process.argv.slice(2);
for (const { name, options, prepare, isUnderPointer = false } of PICTURES.filter(
  (picture) => wanted.length === 0 || wanted.includes(picture.name),
)) {
  const workbench = await openWorkbench(options);
  await prepare(workbench);
  // Nothing is under the pointer.
  if (!isUnderPointer) await workbench.page.mouse.move(1, 1);
  await settled(workbench);
  await workbench.page.screenshot({ path: here(`./${name}.png`) });
  for (const error of workbench.consoleErrors) process.stderr.write(`${name}: ${error}\n`);
  await workbench.close();
  process.stdout.write(`test/screenshots/${name}.png\n`);
}
await closeBrowser();
