// The pane of the handbook check, by keyboard and by mouse: what it lists, where a click leads, mending, ignoring, and the check before publishing.
import { beforeEach, expect, it } from 'vitest';
import { executeCommand, restart, settled } from '../workbench/open-workbench';
import { BoardPage } from './board-page';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { readNote, writeNote } from './on-disk';
import { activeNote, cursorLine, FLOATING_BARS, sayBarCovers } from './on-page';

const OVERVIEW =
  '---\ndg-publish: true\n---\n# [[Ops/Day 0 Operations]]\n\n![[Ops/Day 0 Operations#Overveiw]]\n\n# [[Ops/Day 1 Operations]]\n\n![[Ops/Day 1 Operations#Overviwe]]\n\n![[Gone]]\n';
const PAGE = '---\ndg-publish: true\n---\n# Overview\n## Responsibilities\n- a\n';
const VAULT = {
  'Ops/Day 0 Operations.md': PAGE,
  'Ops/Day 1 Operations.md': PAGE,
  'Ops/Ops Overview.md': OVERVIEW,
  'Far.md': '![[Nowhere]]\n',
};

/** Notes enough that the list is longer than a phone. */
const many = (): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`Note ${at}.md`, '![[Gone]]\n']));

describeInBrowser('the handbook check', () => {
  const on = openForAll({ vault: VAULT });
  const pane = () => on.page.locator('.ops-check');
  const rows = () =>
    pane()
      .locator('.ops-finding-text')
      .evaluateAll((texts) => texts.map((text) => text.firstChild?.parentElement?.textContent.split(/[?.;]/)[0] ?? ''));
  const press = async (...keys: string[]) => {
    for (const key of keys) await on.page.keyboard.press(key);
  };

  beforeEach(async () => {
    // An open note saves what is typed or mended in it late: it is closed before the file is written.
    await on.page.evaluate(async () => (await window.workbench).app.workspace.detachLeavesOfType('markdown'));
    await settled(on.bench);
    await writeNote(on, 'Ops/Ops Overview.md', OVERVIEW);
    await executeCommand(on.bench, 'operations-lifecycle:handbook-check');
    await expect
      .poll(rows, SOON)
      .toEqual([
        'Day 0 Operations has no heading Overveiw',
        'Day 1 Operations has no heading Overviwe',
        'There is no note Gone',
      ]);
  });

  it('tells below a message its line and what comes first; the rule’s name only to whoever asks', async () => {
    const below = pane().locator('.ops-finding small').last();
    expect(await below.textContent()).toBe('Line\u00A012\u00A0· make that note, or change the link');
    expect(await below.getAttribute('title')).toBe('Transclusion of a note that is missing');
  });

  it('opens the place of a finding by click and by Enter; arrows walk', async () => {
    await pane().locator('.ops-finding-main').nth(1).click();
    await expect.poll(() => activeNote(on), SOON).toBe('Ops/Ops Overview.md');
    await expect.poll(() => cursorLine(on), SOON).toBe('![[Ops/Day 1 Operations#Overviwe]]');
    await pane().locator('.ops-finding-main').first().focus();
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    await expect.poll(() => cursorLine(on), SOON).toBe('![[Gone]]');
    await pane().locator('.ops-finding-main').first().focus();
    expect(await pane().locator('.ops-finding-main[tabindex="0"]').count()).toBe(1);
  });

  it('mends one by keyboard, and Undo takes it back', async () => {
    await pane().locator('.ops-finding-main').first().focus();
    await press('Tab', 'Enter');
    await expect.poll(() => readNote(on, 'Ops/Ops Overview.md'), SOON).toContain('![[Ops/Day 0 Operations#Overview]]');
    await expect.poll(rows, SOON).toHaveLength(2);
    await on.page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => readNote(on, 'Ops/Ops Overview.md'), SOON).toBe(OVERVIEW);
  });

  it('mends all of a kind after a preview', async () => {
    await pane().getByLabel('Filter by rule').selectOption('missing-heading');
    await expect.poll(rows, SOON).toHaveLength(2);
    await pane().getByRole('button', { name: 'Fix 2…' }).click();
    await on.page.locator('.modal').getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => readNote(on, 'Ops/Ops Overview.md'), SOON).not.toMatch(/Overv(?:eiw|iwe)/);
    await pane().getByLabel('Filter by rule').selectOption('');
    await expect.poll(rows, SOON).toEqual(['There is no note Gone']);
  });

  it('shows at once what can be mended, and nothing covers what a finding says', async () => {
    const mend = pane().getByRole('button', { name: 'Fix', exact: true });
    expect(await mend.count()).toBe(2);
    await pane().locator('.ops-finding').first().hover();
    const covered = await pane()
      .locator('.ops-finding')
      .evaluateAll((findings) =>
        findings.flatMap((finding) => {
          const words: DOMRect[] = [];
          const texts = document.createTreeWalker(
            finding.querySelector('.ops-finding-text') ?? finding,
            NodeFilter.SHOW_TEXT,
          );
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const range = document.createRange();
            range.selectNode(text);
            words.push(...range.getClientRects());
          }
          const buttons = Array.from(finding.querySelectorAll('.ops-finding-actions button'), (button) =>
            button.getBoundingClientRect(),
          );
          // A line's box is a little higher than its letters.
          return buttons.flatMap(({ left, top }) =>
            words.filter(({ right, bottom }) => right > left && bottom > top + 4).map(({ width }) => width),
          );
        }),
      );
    expect(covered).toEqual([]);
    expect(await mend.last().evaluate((button) => getComputedStyle(button).opacity)).toBe('1');
  });

  it('shows a long plan from its beginning, with the answer in sight', async () => {
    await writeNote(
      on,
      'Ops/Ops Overview.md',
      `${OVERVIEW}${'![[Ops/Day 0 Operations#Overveiw]]\n\n\n\n\n\n\n\n\n'.repeat(30)}`,
    );
    await pane().getByRole('button', { name: 'Fix 32…' }).click();
    const content = on.page.locator('.modal .modal-content');
    expect(
      await content.evaluate(({ scrollTop, scrollHeight, clientHeight }) => [scrollTop, scrollHeight > clientHeight]),
    ).toEqual([0, true]);
    const [box, apply] = [
      await content.boundingBox(),
      await content.getByRole('button', { name: 'Apply' }).boundingBox(),
    ];
    expect((apply?.y ?? Infinity) + (apply?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
    await press('Escape');
  });

  it('ignores one with a reason, lists it, and shows it again', async () => {
    const last = pane().locator('.ops-finding').last();
    await last.hover();
    await last.getByRole('button', { name: 'Ignore…' }).click();
    await on.page.locator('.modal').getByLabel('Reason').fill('comes next week');
    await press('Enter');
    await expect.poll(rows, SOON).toHaveLength(2);
    await pane().getByRole('button', { name: 'Show ignored' }).click();
    await expect
      .poll(() => pane().locator('.ops-finding.is-ignored').innerText(), SOON)
      .toContain('ignored: comes next week');
    await pane().locator('.ops-finding.is-ignored').hover();
    await pane().getByRole('button', { name: 'Show again' }).click();
    await expect.poll(() => pane().locator('.ops-finding.is-ignored').count(), SOON).toBe(0);
    await pane().getByRole('button', { name: 'Hide ignored' }).click();
    expect(await rows()).toHaveLength(3);
  });

  it('comes back with the app, which does not wait for it, and knows what is ignored and why', async () => {
    const last = pane().locator('.ops-finding').last();
    await last.hover();
    await last.getByRole('button', { name: 'Ignore…' }).click();
    await on.page.locator('.modal').getByLabel('Reason').fill('comes next week');
    await press('Enter');
    const settings = () => readNote(on, '.obsidian/plugins/operations-lifecycle/data.json');
    await expect.poll(settings, SOON).toContain('comes next week');
    await restart(on.bench);
    await expect.poll(rows, SOON).toHaveLength(2);
    await pane().getByRole('button', { name: 'Show ignored' }).click();
    await pane().locator('.ops-finding.is-ignored').hover();
    await pane().getByRole('button', { name: 'Show again' }).click();
    await expect.poll(settings, SOON).not.toContain('comes next week');
    await pane().getByRole('button', { name: 'Hide ignored' }).click();
  });

  it('is where the mark leads that the board sets on a phase whose page has errors', async () => {
    const board = new BoardPage(on.page);
    await writeNote(on, 'Ops/Day 0 Operations.md', `${PAGE}\n![[Gone]]\n`);
    await board.open();
    const mark = board.header('Day 0').getByRole('button', { name: '1 error on this page: open the handbook check' });
    await mark.waitFor();
    expect(await board.header('Day 0').getAttribute('aria-label')).toBe(
      'Day 0, Planning, 0 todos, 1 error on its page',
    );
    expect(await board.header('Day 1').getByRole('button', { name: /error/ }).count()).toBe(0);
    await on.page.evaluate(async () =>
      (await window.workbench).app.workspace.detachLeavesOfType('operations-lifecycle-check'),
    );
    expect(await pane().count()).toBe(0);
    await mark.click();
    await pane().waitFor();
    await writeNote(on, 'Ops/Day 0 Operations.md', PAGE);
    await mark.waitFor({ state: 'detached' });
    expect(await board.header('Day 0').getAttribute('aria-label')).toBe('Day 0, Planning, 0 todos');
  });

  it('looks at the whole vault, and at what is published', async () => {
    await pane().getByLabel('What is checked').selectOption('vault');
    await expect.poll(rows, SOON).toContain('There is no note Nowhere');
    await executeCommand(on.bench, 'operations-lifecycle:check-before-publishing');
    await expect.poll(rows, SOON).not.toContain('There is no note Nowhere');
    expect(await pane().getByLabel('What is checked').inputValue()).toBe('site');
    await pane().getByLabel('What is checked').selectOption('board');
  });
});

describeInBrowser('the check of a vault with something of each severity', () => {
  const on = openForAll({
    vault: {
      ...VAULT,
      'Ops/Day 0 Operations.md': `${PAGE}- b #todo\n`,
      'Ops/Day 1 Operations.md': `${PAGE}- [[Nope]] helps\n- [[Nowhere else]] helps\n`,
    },
  });
  const pane = () => on.page.locator('.ops-check');
  const sections = () =>
    pane()
      .locator('.ops-fold')
      .evaluateAll((all) =>
        all.map((fold) => `${fold.textContent.trim()} ${fold.getAttribute('aria-expanded') ?? ''}`),
      );
  const count = () => pane().locator('.ops-finding').count();

  it('has errors and warnings open, and what is to know closed, each with its number', async () => {
    await executeCommand(on.bench, 'operations-lifecycle:handbook-check');
    await expect.poll(sections, SOON).toEqual(['3 errors true', '2 warnings true', '1 to know false']);
    expect(await count()).toBe(4);
    await pane().getByRole('button', { name: '1 to know' }).click();
    await expect.poll(count, SOON).toBe(5);
    await pane().getByRole('button', { name: '1 to know' }).click();
    await expect.poll(count, SOON).toBe(4);
  });

  it('tells of one rule in one note once, with its places, each to be opened', async () => {
    const finding = pane().locator('.ops-finding', { hasText: 'There is no note Nope' });
    expect(await finding.locator('.ops-finding-places').innerText()).toBe('also in line 8');
    expect(await finding.getByRole('button', { name: 'Fix' }).count()).toBe(0);
    expect(await finding.locator('small').innerText()).toMatch(/make that note, or change the link$/);
    await finding.getByRole('button', { name: '8' }).click();
    await expect.poll(() => cursorLine(on), SOON).toBe('- [[Nowhere else]] helps');
  });

  it('shows of one severity, or of one rule', async () => {
    await pane().getByLabel('Filter by severity').selectOption('Warnings (2)');
    await expect.poll(sections, SOON).toEqual(['2 warnings true']);
    await pane().getByLabel('Filter by severity').selectOption('All severities');
    await pane().getByLabel('Filter by rule').selectOption('Todo that the site shows (1)');
    await expect.poll(sections, SOON).toEqual(['1 to know false']);
  });
});

describeInBrowser('two findings of one rule in one line', () => {
  const on = openForAll({ vault: { ...VAULT, 'Ops/Day 1 Operations.md': 'Nothing yet.\n' } });

  it('are one of which both messages are read', async () => {
    await executeCommand(on.bench, 'operations-lifecycle:handbook-check');
    const finding = on.page.locator('.ops-finding', { hasText: 'has no heading Responsibilities' });
    await finding.waitFor();
    expect(await finding.locator('.ops-finding-message').allInnerTexts()).toEqual([
      expect.stringContaining('Day 1 Operations has no heading Overview'),
      expect.stringContaining('Day 1 Operations has no heading Responsibilities'),
    ]);
    expect(await finding.locator('.ops-finding-places').count()).toBe(0);
  });
});

describeInBrowser('the check on a phone', () => {
  const on = openForAll({ vault: { ...VAULT, ...many() }, mobile: true });

  it.each(FLOATING_BARS)('leaves room at the end for %s', async (_what, value, room) => {
    await executeCommand(on.bench, 'operations-lifecycle:handbook-check');
    await on.page.locator('.ops-check').getByLabel('What is checked').selectOption('vault');
    const last = on.page.locator('.ops-finding').last();
    await last.waitFor();
    await sayBarCovers(on, value);
    const pane = on.page.locator('.ops-check');
    const [end, listEnd] = await pane.evaluate((element) => {
      const list = element.querySelector('.ops-check-list')!;
      list.scrollTop = list.scrollHeight;
      return [element.getBoundingClientRect().bottom, list.getBoundingClientRect().bottom];
    });
    expect(Math.round(end - listEnd)).toBe(room);
    const box = (await last.boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(listEnd);
  });
});
