// What a vault can hold and do that nobody thought of: the board stays right and usable, runs nothing, and loads nothing.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import type { Locator } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { settled } from '../workbench/open-workbench';
import { DEMO_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { writeNote } from './on-disk';
import { activeNote, tooWide } from './on-page';

/** Sets a flag on the window when it runs. */
const RUN = 'window.hasRun=1';
const REMOTE = 'https://remote.example';

const POWERFUL = [
  `Look at <script>${RUN}</script> this`,
  `<img src="x" onerror="${RUN}">`,
  `<img src=x onerror=${RUN}//`,
  `<svg onload="${RUN}"><animate onbegin="${RUN}" attributeName="x"></svg>`,
  `<iframe src="javascript:parent.hasRun=1" srcdoc="<script>parent.hasRun=1</script>"></iframe>`,
  `<details open ontoggle="${RUN}">More</details>`,
  `<style>@import "${REMOTE}/style.css"; .ops-card { background: url(${REMOTE}/style.png) }</style>`,
  `<div style="background: url(${REMOTE}/div.png)">Look</div>`,
  `<video poster="${REMOTE}/poster.png"><source src="${REMOTE}/film.mp4"></video>`,
  `<link rel="stylesheet" href="${REMOTE}/link.css"><object data="${REMOTE}/object"></object>`,
  `![remote](${REMOTE}/image.png) and ![[${REMOTE}/embed.png]]`,
  `![by reference][picture]`,
  `[picture]: ${REMOTE}/reference.png`,
  `![<img src=x onerror=${RUN}>](${REMOTE}/alt.png "<b>")`,
  '`` <img src=x onerror=' + RUN + '> ``',
  '```dataviewjs',
  RUN,
  '```',
  `<!-- --!><img src=x onerror=${RUN}> -->`,
  `%% <img src=x onerror=${RUN}> %%`,
  `<<a>img src=x onerror=${RUN}>`,
  `&lt;img src=x onerror=${RUN}&gt;`,
].join('\n\n');

/** A name that no other system than these lets a file have. */
const HTML_NAME = process.platform === 'win32' ? "'&amp; {{x}}" : `<img src=x onerror=${RUN}>`;

/** Cards show their text only when they are opened. */
async function openInPlace(card: Locator): Promise<void> {
  await card.focus();
  await card.press('ArrowRight');
  await card.locator('.ops-excerpt').waitFor();
}

const VAULT = {
  'Day 0 Operations.md': '# Overview\n## Responsibilities\n- Plan it #todo\n',
  'Day 1 Operations.md': `# Overview\n## Responsibilities\n- ${'A long story without an end. '.repeat(180)}#todo\n- ${'w'.repeat(500)} #todo\n- Short #todo\n`,
  'Powerful.md': `---\nphase: Day 2\nowner: "[[<img src=x onerror=${RUN}>]]"\n---\n\n# Powers <img src=x onerror=${RUN}>\n#todo\n\n${POWERFUL}\n`,
  'Links.md': `---\nphase: Day 2\n---\n\n# Links\n#todo\n\n[run](javascript:${RUN}) and <javascript:${RUN}> and [data](data:text/html,<script>opener.hasRun=1</script>)\n`,
  [`${HTML_NAME}.md`]: `---\nphase: Day 2\n---\n\n- In a file with markup for a name <b onclick="${RUN}">bold</b> #todo\n`,
  'Mirror.md': '---\nphase: Day 2\n---\n\n# Mirror\n#todo\n\nBefore ![[Mirror]] ![[Mirror#Mirror]] after\n',
};

describeInBrowser('the board over what should not be there', () => {
  const on = openForAll({ vault: VAULT });
  const asked: string[] = [];
  const hasRun = () => on.page.evaluate(() => 'hasRun' in window);

  beforeAll(async () => {
    on.page.on('request', (request) => asked.push(request.url()));
    await on.page.route(`${REMOTE}/**`, (route) => route.fulfill({ body: '' }));
    await on.board.open();
  });

  it('keeps a title of 5,000 characters to a few lines', async () => {
    const card = on.board.root.locator('.ops-card').filter({ hasText: 'A long story' });
    expect((await card.boundingBox())?.height).toBeLessThan(400);
  });

  it('breaks a word of 500 characters, and nothing gets wider than its place', async () => {
    const card = on.board.root.locator('.ops-card').filter({ hasText: 'wwww' });
    await card.scrollIntoViewIfNeeded();
    expect((await card.boundingBox())?.height).toBeLessThan(300);
    expect(await tooWide(on.board.root, '.ops-board, .ops-grid, .ops-column, .ops-cards, .ops-card')).toEqual([]);
  });

  it('shows HTML and script as the text that they are, and runs none of it', async () => {
    const card = on.board.root.locator('.ops-card').filter({ hasText: 'Powers' });
    await openInPlace(card);
    await expect.poll(() => card.locator('.ops-excerpt').innerText(), SOON).toContain('by reference');
    await settled(on);
    expect(await card.locator('.ops-excerpt').innerText()).toContain('onerror=');
    expect(
      await card
        .locator('script, img, svg:not(.svg-icon), iframe, details, style, video, object, link, [onerror], [onclick]')
        .count(),
    ).toBe(0);
    expect(await hasRun()).toBe(false);
  });

  it('runs nothing of a note’s name either, on the card, in its menu or in its dialog', async () => {
    const card = on.board.root.locator('.ops-card').filter({ hasText: 'In a file with markup for a name' });
    expect(await card.locator('.ops-breadcrumb').innerText()).toBe(HTML_NAME);
    const menu = await on.board.openMenu(card);
    expect(await menu.innerText()).toContain(HTML_NAME);
    await menu.getByRole('menuitem', { name: 'Why in Day 2?' }).click();
    const dialog = on.page.getByRole('dialog', { name: 'Why in Day 2?' });
    expect(await dialog.innerText()).toContain(HTML_NAME);
    await on.page.keyboard.press('Escape');
    await card.hover();
    await on.board.filter.fill(HTML_NAME);
    await on.board.filter.fill('');
    expect(await on.page.locator('.workspace img, .modal img, .menu img').count()).toBe(0);
    expect(await hasRun()).toBe(false);
  });

  it('runs no link that is a script', async () => {
    const card = on.board.card('Links');
    await openInPlace(card);
    await expect.poll(() => card.locator('.ops-excerpt').innerText(), SOON).toContain('run');
    for (const link of await card.locator('.ops-excerpt a').all()) {
      expect(await link.getAttribute('href')).not.toMatch(/^\s*(?:javascript|data):/i);
    }
    expect(await hasRun()).toBe(false);
  });

  it('loads nothing from anywhere else', async () => {
    for (const card of await on.board.root.locator('.ops-card').all()) {
      await card.focus();
      await card.press('ArrowRight');
    }
    for (const title of ['Links', 'Mirror'])
      await expect.poll(() => on.board.card(title).locator('.ops-excerpt:not(:empty)').count(), SOON).toBe(1);
    await expect
      .poll(
        () => on.board.root.locator('.ops-card').filter({ hasText: 'Powers' }).locator('.ops-excerpt').innerText(),
        SOON,
      )
      .toContain('by reference');
    await settled(on);
    const own = new URL(on.bench.url).origin;
    expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('data:'))).toEqual([]);
  });

  it('shows a note that embeds itself once, and the embeds as a line', async () => {
    const card = on.board.card('Mirror');
    await openInPlace(card);
    await expect
      .poll(() => card.locator('.ops-excerpt').innerText(), SOON)
      .toMatch(/Before ↪ Mirror ↪ Mirror › Mirror after/);
  });
});

describeInBrowser('the board while the ground moves', () => {
  const on = openForAll({ vault: DEMO_VAULT });
  const operations = (path: string) => join(on.bench.dir, 'Engineering/Operations', path);
  // Its published copies would stand in for what is deleted here.
  beforeAll(() => rm(operations('Operations at a Glance.md')));

  it('survives that a card’s note is deleted while its menu is open', async () => {
    await on.board.openAnew();
    const menu = await on.board.openMenu(on.board.card('Tell support and the two teams next to us.'));
    await rm(operations('Day 1 Operations/Rollback Drill.md'));
    await on.board.card('Schedule', 'Day 1').waitFor({ state: 'detached' });
    await menu.getByRole('menuitem', { name: /^Open\b(?! in| to)/ }).click();
    await settled(on);
    expect(await activeNote(on)).toBeNull();
    expect(await on.board.grid.isVisible()).toBe(true);
  });

  it('survives that the card goes that its dialog explains', async () => {
    await on.board.openAnew();
    await on.board.openMenu(on.board.card('Restore Test'));
    await on.page.getByRole('menuitem', { name: 'Why in Day 1?' }).click();
    await rm(join(on.bench.dir, 'Engineering/Runbooks/Backup and Restore.md'));
    await on.board.card('Restore Test').waitFor({ state: 'detached' });
    await on.page.keyboard.press('Escape');
    expect(await on.page.getByRole('dialog').count()).toBe(0);
  });

  it('keeps the column of a phase whose page is deleted, and says that it has none', async () => {
    await on.board.openAnew();
    await rm(operations('Day 2 Operations.md'));
    await on.board.card('Day 2 responsibilities').waitFor({ state: 'detached' });
    await settled(on);
    expect(await on.board.columnNames()).toContain('Day 2');
    expect(await on.board.header('Day 2').locator('a').count()).toBe(0);
    await on.board.header('Day 2').focus();
    await on.page.keyboard.press('Enter');
    await settled(on);
    expect(await activeNote(on)).toBeNull();
    expect(await on.board.titles('Day 2')).toContain('Cost Review');
  });

  it('stays right and usable while 100 changes a second come from disk', async () => {
    await on.board.openAnew();
    const changes = 150;
    const started = performance.now();
    for (let at = 1; at <= changes; at++) {
      await writeFile(
        operations(`Sync ${at % 10}.md`),
        `---\nphase: Day 0\n---\n\n- Change ${at} of note ${at % 10} #todo\n`,
      );
      const wait = started + at * 10 - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      if (at !== changes / 2) continue;
      // In the middle of it all somebody looks for something.
      await on.board.filter.fill('change');
      await on.board.filter.press('Enter');
      await expect.poll(() => on.board.focused(), SOON).toMatch(/^Change \d+ of note/);
    }
    await on.board.filter.fill('');
    const last = Array.from(
      { length: 10 },
      (_, note) => `Change ${note === 0 ? changes : changes - 10 + note} of note ${note}`,
    );
    await expect
      .poll(async () => (await on.board.titles('Day 0')).filter((title) => title.startsWith('Change')).sort(), SOON)
      .toEqual(last.sort());
    expect(await on.board.header('Day 0').innerText()).toContain(`${await on.board.countCards('Day 0')} open`);
  });

  it('has a column still when all phases are deleted, and says how to get them back', async () => {
    await on.board.openAnew();
    await on.page.getByRole('button', { name: 'Settings', exact: true }).click();
    const dialog = on.page.getByRole('dialog', { name: 'Settings' });
    for (let left = 3; left > 0; left--) {
      await dialog.getByRole('button', { name: 'Delete' }).first().click();
      await expect.poll(() => dialog.getByRole('button', { name: 'Delete' }).count(), SOON).toBe(left - 1);
    }
    expect(await dialog.innerText()).toContain('No phases. Add one');
    await on.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => on.board.columnNames(), SOON).toEqual(['Cross-phase']);
    await on.board.root.getByRole('button', { name: 'Show', exact: true }).click();
    expect(await on.board.columnNames()).toEqual(['Cross-phase', 'Elsewhere']);
    const counts = await Promise.all(
      ['Cross-phase', 'Elsewhere'].map(async (name) =>
        Number(/(\d+) open/.exec(await on.board.header(name).innerText())?.[1]),
      ),
    );
    expect(await on.board.totals()).toContain(`${counts.reduce((sum, count) => sum + count, 0)} open`);
    await expect
      .poll(() => on.page.locator('.status-bar-item.plugin-operations-lifecycle').innerText(), SOON)
      .toBe(`Ops ${counts[0]}`);
    await on.board.header('Cross-phase').focus();
    await on.page.keyboard.press('ArrowRight');
    await expect.poll(() => on.board.focused(), SOON).toBe('# Elsewhere');
  });

  it('takes a settings file that is no JSON for none, says so, and leaves it alone', async () => {
    const path = '.obsidian/plugins/operations-lifecycle/data.json';
    await writeNote(on, path, '{ "phases": [');
    await on.board.openAnew();
    await expect.poll(() => on.board.columnNames(), SOON).toEqual(['Day 0', 'Day 1', 'Day 2', 'Cross-phase']);
    await on.page.getByRole('button', { name: 'Settings', exact: true }).click();
    const dialog = on.page.getByRole('dialog', { name: 'Settings' });
    await expect.poll(() => dialog.innerText(), SOON).toContain('Changes are not stored');
    await on.page.keyboard.press('Escape');
  });
});
