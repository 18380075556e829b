// "Progress over time" in the browser: opened by keyboard, drawn with its gaps, and told as a table that today stands in.
import { expect, it } from 'vitest';
import { executeCommand } from '../workbench/open-workbench';
import { demoHistory } from '../demo-history';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { readNote } from './on-disk';

const DATA = '.obsidian/plugins/operations-lifecycle/data.json';
const NOTES = {
  'Day 0 Operations.md': '# Overview\n## Responsibilities\n- Draw it #todo\n- Cost it\n- Name it\n',
  'Day 1 Operations.md': '# Overview\n## Responsibilities\n- Roll it out #todo\n',
  'Day 2 Operations.md': '# Overview\n',
};
const KEPT = { '2026-03': { 'day-0': '04.0.0.3 05.0.1.2 08.0.1.2', 'day-1': '08.0.0.1' } };

type Opened = ReturnType<typeof openForAll>;

/** Opens it by keys alone. */
async function openProgress(on: Opened): Promise<void> {
  await on.page.clock.setFixedTime(new Date(2026, 2, 9, 10, 14));
  await on.board.openAnew();
  await on.board.root.getByRole('button', { name: 'More options' }).focus();
  await on.page.keyboard.press('Enter');
  const item = on.page.getByRole('menuitem', { name: 'Progress over time' });
  await item.waitFor();
  for (let presses = 0; presses < 20; presses++) {
    await on.page.keyboard.press('ArrowDown');
    if (await item.evaluate((element) => element.matches('.selected, :focus'))) break;
  }
  await on.page.keyboard.press('Enter');
  await on.page.locator('.modal').waitFor();
}

describeInBrowser('progress over time', () => {
  const on = openForAll({ vault: { ...NOTES, [DATA]: JSON.stringify({ progressHistory: KEPT, newer: 1 }) } });

  it('is opened by keyboard, drawn with gaps, and told as a table; today is recorded beside what was there', async () => {
    await openProgress(on);
    const picture = on.page.getByRole('img', { name: 'Day 0: finished and open responsibilities by day' });
    expect(await picture.locator('desc').textContent()).toBe(
      '2026-03-04 to 2026-03-09: at first 0 of 3 finished, at last 2 of 3. Days not recorded: 2.',
    );
    expect(await picture.locator('.is-gap').getAttribute('d')).toBe('M2 3V0H3V0H4V3Z');
    await on.page.locator('.modal summary').focus();
    await on.page.keyboard.press('Enter');
    const rows = await on.page.locator('.modal tr').allInnerTexts();
    expect(rows.map((row) => row.split('\t').map((cell) => cell.trim()))).toEqual([
      ['Day', 'Day 0', 'Day 1', 'Day 2'],
      ['2026-03-09', '2 finished, 1 open', '0 finished, 1 open', '0 finished, 0 open'],
      ['2026-03-08', '1 finished, 2 open', '0 finished, 1 open', 'not recorded'],
      ['2026-03-06 to 2026-03-07', 'not recorded: Obsidian was not open'],
      ['2026-03-05', '1 finished, 2 open', 'not recorded', 'not recorded'],
      ['2026-03-04', '0 finished, 3 open', 'not recorded', 'not recorded'],
    ]);
    await expect
      .poll(async () => JSON.parse(await readNote(on, DATA)) as unknown, SOON)
      .toEqual({
        newer: 1,
        progressHistory: {
          '2026-03': {
            'day-0': `${KEPT['2026-03']['day-0']} 09.h2.2.1`,
            'day-1': '08.0.0.1 09.h2.0.1',
            'day-2': '09.h2.0.0',
          },
        },
      });
    await on.page.keyboard.press('Escape');
    await expect.poll(() => on.page.locator('.modal').count(), SOON).toBe(0);
  });
});

describeInBrowser('a record of progress that is not understood', () => {
  const broken = JSON.stringify({ progressHistory: { '2026-03': 7 } });
  const on = openForAll({ vault: { ...NOTES, [DATA]: broken } });

  it('is told, and left as it is; the command shows it without a board', async () => {
    await executeCommand(on, 'operations-lifecycle:show-progress');
    expect(await on.page.locator('.modal .ops-history-problem').innerText()).toMatch(
      /is not understood.*left as it is/,
    );
    expect(await readNote(on, DATA)).toBe(broken);
    await on.page.keyboard.press('Escape');
  });
});

for (const theme of ['light', 'dark'] as const)
  describeInBrowser(`weeks of progress, ${theme}`, () => {
    const now = new Map([
      ['day-0', { finished: 2, open: 1 }],
      ['day-1', { finished: 0, open: 1 }],
      ['day-2', { finished: 3, open: 4 }],
    ]);
    const data = JSON.stringify({ progressHistory: demoHistory('2026-03-09', now) });
    const on = openForAll({ vault: { ...NOTES, [DATA]: data }, theme });

    it(`are drawn for each phase (${theme})`, async () => {
      await openProgress(on);
      expect(
        await on.page
          .locator('.modal')
          .getByRole('img', { name: /by day$/ })
          .count(),
      ).toBe(3);
    });
  });
