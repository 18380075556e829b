// Published pages made whole, by hand: from the board's first words to the notes on disk, and back.
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FIXTURES } from '../built-plugin';
import { openNote, runPaletteCommand, settled } from '../workbench/open-workbench';
import { DEMO_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, SOON, type Opened } from './in-browser';

const NAME = 'Operations Overview.md';
const FOLDER = 'Engineering/Operations';

/** Every note of the vault's folder, by path; what was put into the trash is none. */
async function notesOnDisk({ bench }: Opened): Promise<Record<string, string>> {
  const entries = await readdir(bench.dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !entry.parentPath.includes('.trash'))
    .map((entry) => join(entry.parentPath, entry.name).slice(bench.dir.length + 1));
  return Object.fromEntries(
    await Promise.all(paths.sort().map(async (path) => [path, await readFile(join(bench.dir, path), 'utf8')] as const)),
  );
}

/** What the page says once whole, worked out from its text without the plugin: each block with a newline on each side is an embed. */
function whole(page: string): Record<string, string> {
  const notes: Record<string, string> = {};
  const text = page.replace(
    /\n<div class="transclusion[^>]*><a [^>]*href="\/engineering\/operations\/day-(\d)-operations\/#overview".*<div class="markdown-embed">\n\n\n\n([\s\S]*?)\n\n<\/div><\/div>\n/g,
    (_block, day: string, copied: string) => {
      const path = `${FOLDER}/Day ${day} Operations`;
      notes[`${path}.md`] = `---\ndg-publish: true\n---\n\n${copied}\n`;
      return `![[${path}#Overview]]`;
    },
  );
  return { ...notes, [`${FOLDER}/${NAME}`]: text };
}

const PAGES = [
  ['a published page', 'published-vault'],
  ['the owner’s page', 'owners-page'],
] as const;

for (const [name, folder] of PAGES) {
  const page = readFileSync(join(FIXTURES, folder, NAME), 'utf8');
  describeInBrowser(`${name} alone in a vault`, () => {
    const on = openForAll({ vault: { [NAME]: page } });

    it('says on the board that its pages are missing, and shows what rebuilding them writes', async () => {
      await on.board.open();
      const notice = on.board.root.locator('.ops-notice');
      expect(await notice.innerText()).toContain(
        'Operations Overview is a published copy. It holds frozen copies of 3 pages that are not in this vault; the board reads their todos from the copies.',
      );
      await notice.getByRole('button', { name: 'Rebuild the 3 pages…' }).click();
      const dialog = on.page.locator('.modal.ops-preview');
      await dialog.waitFor();
      expect(await dialog.innerText()).toContain('Preview: Writes 1 note, creates 3 notes, moves 1 note');
      expect(await dialog.innerText()).toContain('3 frozen copies become transclusions');
      expect(await dialog.locator('.ops-preview-line:visible').count()).toBe(0);
      await dialog.locator('summary').last().click();
      await dialog.locator('.ops-preview-line:visible').first().waitFor();
      for (const day of [0, 1, 2])
        expect(await dialog.getByLabel(`Path of Day ${day} Operations`).inputValue()).toBe(
          `${FOLDER}/Day ${day} Operations.md`,
        );
      expect(await dialog.innerText()).toContain(`To ${FOLDER}/${NAME}, where its address says it lives.`);
      expect(Object.keys(await notesOnDisk(on))).toEqual([NAME]);
    });

    it('becomes four notes, byte for byte', async () => {
      await on.page.getByRole('button', { name: 'Apply' }).click();
      await on.page
        .locator('.notice')
        .getByText(/^4 notes, 3 transclusions, \d+ todos\./)
        .waitFor();
      await settled(on);
      expect(await notesOnDisk(on)).toEqual(whole(page));
      await expect.poll(() => on.board.root.locator('.ops-card.is-frozen').count(), SOON).toBe(0);
      expect(
        await on.board.card('Day 1 responsibilities', 'Day 1').locator('.ops-shown-in').getAttribute('title'),
      ).toContain('Operations Overview');
    });

    it('is as it was after Undo', async () => {
      await on.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
      await expect.poll(async () => Object.keys(await notesOnDisk(on)), SOON).toEqual([NAME]);
      expect(await notesOnDisk(on)).toEqual({ [NAME]: page });
    });
  });
}

describeInBrowser('frozen copies beside their pages', () => {
  const on = openForAll({ vault: DEMO_VAULT });
  const glance = `${FOLDER}/Operations at a Glance.md`;
  const dialog = () => on.page.locator('.modal.ops-preview');

  it('are asked about one by one where they differ, by keyboard', async () => {
    await openNote(on, glance, 'tab');
    await runPaletteCommand(on, 'Turn frozen copies back into transclusions');
    await dialog().waitFor();
    const choice = dialog()
      .getByLabel(/^Operations at a Glance, line \d+$/)
      .first();
    expect(await choice.inputValue()).toBe('keep');
    expect(await dialog().innerText()).toMatch(/Differs from !\[\[Engineering/);
    const copies = (text: string): number => text.split('<div class="transclusion').length - 1;
    const before = (await notesOnDisk(on))[glance] ?? '';
    const kept = copies(before);
    await dialog().getByRole('button', { name: 'Apply' }).focus();
    await on.page.keyboard.press('Enter');
    await on.page
      .locator('.notice')
      .getByText(/^Turned \d+ frozen cop/)
      .waitFor();
    await settled(on);
    const after = (await notesOnDisk(on))[glance] ?? '';
    expect(copies(after)).toBeGreaterThan(0);
    expect(copies(after)).toBeLessThan(kept);
    expect(after).toContain('![[Engineering/Operations/Day 0 Operations#Overview]]');
  });

  it('give way to what their page says when that is chosen', async () => {
    await runPaletteCommand(on, 'Turn frozen copies back into transclusions');
    await dialog().waitFor();
    for (const choice of await dialog()
      .getByLabel(/^Operations at a Glance, line \d+$/)
      .all())
      await choice.selectOption('take');
    await expect.poll(() => dialog().innerText(), SOON).toContain('Preview: Writes 1 note');
    await dialog().getByRole('button', { name: 'Apply' }).click();
    await expect
      .poll(async () => (await notesOnDisk(on))[glance]?.includes('<div class="transclusion'), SOON)
      .toBe(false);
  });
});
