// Working from the board, by mouse and by keyboard, with others at work on the same notes: what is on disk afterwards, byte by byte.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { executeCommand, openNote, settled } from '../workbench/open-workbench';
import { BOARD_TYPE, BoardPage } from './board-page';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { putBack, readNote, writeNote } from './on-disk';

const DAY_0 =
  '# Overview\r\n## Planning Phase\r\nPlan it.\r\n## Responsibilities\r\n- Draw it #todo\r\n\t- with its edges\r\n- Cost it #todo 📅 2026-12-01\r\n- Name it\r\n#todo\r\n';
const DAY_1 = '# Overview\n## Deployment Phase\nShip it.\n## Responsibilities\n* Roll it out #todo\n* Roll it back\n';
const DAY_2 = '# Overview\n## Maintenance Phase\nKeep it.\n## Responsibilities\n- Watch it\n- Mend it';
const OVERVIEW =
  '# Lifecycle\n![[Day 0 Operations#Overview]]\n![[Day 1 Operations#Overview]]\n![[Day 2 Operations#Overview]]\n\n# Metrics Tracking\nNumbers.\n#todo\n\n# Glossary\n';
const DRILL = '---\nphase: "[[Day 1 Operations]]" # since spring\n---\n\n#todo\n\n# Overview\nTwice a year.\n';

const NOTES: Readonly<Record<string, string>> = {
  'Operations/Day 0 Operations.md': DAY_0,
  'Operations/Day 1 Operations.md': DAY_1,
  'Operations/Day 2 Operations.md': DAY_2,
  'Operations/Operations Overview.md': OVERVIEW,
  'Operations/Rollback Drill.md': DRILL,
  'Roles/SRE.md': '# SRE\n',
};

describeInBrowser('work on the board', () => {
  const on = openForAll({ vault: NOTES });
  const press = async (...keys: string[]) => {
    for (const key of keys) await on.page.keyboard.press(key);
  };
  /** A note of the folder Operations as it is on disk. */
  const note = (name: string) => readFile(join(on.bench.dir, 'Operations', `${name}.md`), 'utf8');
  const isAsItWas = async (...names: string[]) => {
    for (const name of names) expect(await note(name), name).toBe(NOTES[`Operations/${name}.md`]);
  };
  const said = () => on.board.root.locator('.ops-said').textContent();
  const notice = (text: string) => on.page.locator('.notice', { hasText: text }).first();
  const apply = () => on.page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();

  /** Takes a card with the mouse and holds it over a column. */
  async function dragOver(card: Locator, column: string): Promise<void> {
    // Cards get their text one after another, and push each other down: this waits until the card stands still.
    await card.locator('.ops-title').hover();
    const to = (await on.board.column(column).boundingBox())!;
    await on.page.mouse.down();
    await on.page.mouse.move(to.x + to.width / 2, to.y + 90, { steps: 4 });
  }
  /** Ticks a box, or chooses what has this text, and presses Mod+Enter in the same moment; answers with what the dialog says then. */
  const chosenAndApplied = (field: Locator, text = ''): Promise<string | undefined> =>
    field.evaluate(async (element: HTMLInputElement | HTMLSelectElement, wanted) => {
      if ('options' in element) {
        element.selectedIndex = [...element.options].findIndex((option) => option.text === wanted);
        element.dispatchEvent(new Event('change'));
        await Promise.resolve();
      } else element.click();
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
      );
      return document.querySelector('.ops-split-effect')?.textContent;
    }, text);
  const hint = (column: string) => on.board.column(column).locator('.ops-drop-hint');

  beforeEach(async () => {
    await on.page.keyboard.press('Escape');
    await on.page.evaluate(() => document.querySelectorAll('.notice').forEach((one) => one.remove()));
    // What the test before has begun is written to its end.
    await settled(on);
    await putBack(on, NOTES);
    await settled(on);
    await on.board.openAnew();
    await expect
      .poll(() => on.board.titles(), SOON)
      .toEqual(['Cost it', 'Draw it', 'Day 0 responsibilities', 'Roll it out', 'Rollback Drill', 'Metrics Tracking']);
  });

  it('moves a bullet with its children to another page when it is dropped there, shown before', async () => {
    await dragOver(on.board.card('Draw it'), 'Day 1');
    await expect.poll(() => hint('Day 1').textContent(), SOON).toBe('Move to Day 1 · writes 2 notes');
    await on.page.mouse.up();
    await apply();
    await expect.poll(said, SOON).toBe('Moved Draw it to Day 1, 2 of 3');
    expect(await note('Day 1 Operations')).toBe(
      '# Overview\n## Deployment Phase\nShip it.\n## Responsibilities\n* Roll it out #todo\n* Roll it back\n* Draw it #todo\n\t- with its edges\n',
    );
    expect(await note('Day 0 Operations')).toBe(DAY_0.replace('- Draw it #todo\r\n\t- with its edges\r\n', ''));
    await isAsItWas('Day 2 Operations', 'Operations Overview', 'Rollback Drill');
  });

  it('takes the move back with Mod+Z, and does it again with Mod+Shift+Z', async () => {
    await dragOver(on.board.card('Draw it'), 'Day 2');
    await on.page.mouse.up();
    await apply();
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual(['Draw it']);
    const moved = await note('Day 2 Operations');
    await on.board.card('Cost it').focus();
    await press('ControlOrMeta+z');
    await expect.poll(() => on.board.titles('Day 0'), SOON).toContain('Draw it');
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual([]);
    await isAsItWas(
      'Day 0 Operations',
      'Day 1 Operations',
      'Day 2 Operations',
      'Operations Overview',
      'Rollback Drill',
    );
    await press('ControlOrMeta+Shift+z');
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual(['Draw it']);
    expect(await note('Day 2 Operations')).toBe(moved);
    await press('ControlOrMeta+z');
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual([]);
  });

  it.each(['due date', 'place', 'owner', 'title', 'last change'])(
    'keeps a place free where the card is going to stand, sorted by %s',
    async (sort) => {
      const more =
        DAY_1.replace('* Roll it back', '* Back it up 📅 2020-01-01 #todo\n* Roll it back') + '# Later\n#todo\n';
      await writeNote(on, 'Operations/Day 1 Operations.md', more);
      await expect.poll(() => on.board.titles('Day 1'), SOON).toHaveLength(4);
      await on.board.root.getByRole('button', { name: 'Filter, sort and saved views' }).click();
      await on.page.getByRole('menu').getByText(`Sort by ${sort}`).click();
      await dragOver(on.board.card('Draw it'), 'Day 1');
      await expect.poll(() => hint('Day 1').textContent(), SOON).toBe('Move to Day 1 · writes 2 notes');
      const before = await on.board
        .column('Day 1')
        .locator('.ops-card, .ops-placeholder')
        .evaluateAll((all) => all.map((one) => one.querySelector('.ops-title')?.textContent ?? 'Draw it'));
      await on.page.mouse.up();
      await apply();
      // A note that was written is the last that changed: others of its cards come along.
      const along = (titles: string[]) =>
        sort === 'last change' ? titles.filter((one) => one !== 'Rollback Drill') : titles;
      await expect.poll(async () => along(await on.board.titles('Day 1')), SOON).toEqual(along(before));
    },
  );

  it('changes nothing of a note but its phase property, and leaves the comment behind it', async () => {
    await dragOver(on.board.card('Rollback Drill'), 'Day 2');
    await on.page.mouse.up();
    await notice('Moved Rollback Drill to Day 2').waitFor();
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual(['Rollback Drill']);
    expect(await note('Rollback Drill')).toBe(DRILL.replace('Day 1', 'Day 2'));
    await isAsItWas('Day 0 Operations', 'Day 1 Operations', 'Day 2 Operations', 'Operations Overview');
  });

  it('drags in a window of its own', async () => {
    const opened = on.page.context().waitForEvent('page');
    await executeCommand(on, 'workspace:move-to-new-window');
    const popout = await opened;
    const board = new BoardPage(popout);
    await board.card('Rollback Drill').locator('.ops-title').hover();
    const to = (await board.column('Day 2').boundingBox())!;
    await popout.mouse.down();
    await popout.mouse.move(to.x + to.width / 2, to.y + 90, { steps: 4 });
    await expect.poll(() => board.column('Day 2').getAttribute('data-drop'), SOON).toBe('possible');
    await popout.mouse.up();
    await expect.poll(() => note('Rollback Drill'), SOON).toBe(DRILL.replace('Day 1', 'Day 2'));
    const closed = popout.waitForEvent('close');
    await on.page.evaluate(async (type) => {
      const { app } = await window.workbench;
      app.workspace.detachLeavesOfType(type);
    }, BOARD_TYPE);
    await closed;
  });

  it('scrolls a list while a card is held at its edge', async () => {
    const many = `# Overview\n## Maintenance Phase\n## Responsibilities\n${Array.from({ length: 60 }, (_, at) => `- Chore ${at} #todo\n`).join('')}`;
    await writeNote(on, 'Operations/Day 2 Operations.md', many);
    await expect.poll(() => on.board.card('Chore 3').count(), SOON).toBe(1);
    const cards = on.board.column('Day 2').locator('.ops-cards');
    const box = (await cards.boundingBox())!;
    await on.board.card('Draw it').locator('.ops-title').hover();
    await on.page.mouse.down();
    await on.page.mouse.move(box.x + box.width / 2, box.y + box.height - 8, { steps: 4 });
    await expect.poll(() => cards.evaluate(({ scrollTop }) => scrollTop), SOON).toBeGreaterThan(400);
    await on.page.mouse.move(box.x + box.width / 2, box.y + 4, { steps: 4 });
    await expect.poll(() => cards.evaluate(({ scrollTop }) => scrollTop), SOON).toBe(0);
    await on.page.keyboard.press('Escape');
    await on.page.mouse.up();
    await isAsItWas('Day 0 Operations');
  });

  it('says over a card’s own column that there is no order of one’s own, and a drop there changes nothing', async () => {
    await dragOver(on.board.card('Draw it'), 'Day 0');
    expect(await hint('Day 0').textContent()).toContain(
      'in Day 0 already. Within a column cards stand as the board is sorted.',
    );
    expect(await on.board.column('Day 0').getAttribute('data-drop')).toBe('impossible');
    await on.page.mouse.up();
    await settled(on);
    await isAsItWas('Day 0 Operations');
    expect(await on.page.locator('.ops-drop-hint, .is-dragging, [data-drop]').count()).toBe(0);
  });

  it('says over Cross-phase why a page’s bullet cannot go there', async () => {
    await dragOver(on.board.card('Draw it'), 'Cross-phase');
    expect(await hint('Cross-phase').textContent()).toContain('It can go to another phase, not to none.');
    await on.page.mouse.up();
    await isAsItWas('Day 0 Operations');
  });

  it('does not let a page’s own list be dragged', async () => {
    expect(await on.board.card('Day 0 responsibilities').getAttribute('draggable')).toBe('false');
    expect(await on.board.card('Draw it').getAttribute('draggable')).toBe('true');
  });

  it('draws nothing anew under the pointer while a note changes on disk, and drops by what stands there then', async () => {
    await dragOver(on.board.card('Draw it'), 'Day 2');
    await expect.poll(() => on.board.column('Day 2').getAttribute('data-drop'), SOON).toBe('possible');
    const changed = DAY_0.replace('Plan it.', 'Plan it well. #todo').replace(
      '- Cost it',
      '- Ask about it #todo\r\n- Cost it',
    );
    await writeNote(on, 'Operations/Day 0 Operations.md', changed);
    // The status bar counts on: what is known has changed, what is drawn has not.
    await expect.poll(() => on.page.getByText('Ops 8').count(), SOON).toBe(1);
    expect(await on.board.titles('Day 0')).toEqual(['Cost it', 'Draw it', 'Day 0 responsibilities']);
    await on.page.mouse.up();
    await apply();
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual(['Draw it']);
    await expect.poll(() => on.board.titles('Day 0'), SOON).toContain('Ask about it');
    expect(await note('Day 0 Operations')).toBe(changed.replace('- Draw it #todo\r\n\t- with its edges\r\n', ''));
    expect(await note('Day 2 Operations')).toBe(`${DAY_2}\n- Draw it #todo\n\t- with its edges`);
  });

  it('moves by keyboard alone: picked up, carried with the arrows, dropped with Enter', async () => {
    await on.board.card('Draw it').focus();
    await press('p');
    expect(await said()).toContain('Picked up “Draw it”.');
    await press('ArrowRight', 'ArrowRight');
    await expect.poll(() => hint('Day 2').textContent(), SOON).toBe('Move to Day 2 · writes 2 notes');
    await press('Enter');
    await on.page.getByRole('dialog').waitFor();
    await press('Enter');
    await expect.poll(said, SOON).toBe('Moved Draw it to Day 2, 1 of 1');
    expect(await note('Day 2 Operations')).toBe(`${DAY_2}\n- Draw it #todo\n\t- with its edges`);
    expect(await note('Day 0 Operations')).toBe(DAY_0.replace('- Draw it #todo\r\n\t- with its edges\r\n', ''));
  });

  it('puts back with Escape what was picked up, and stays where it is over a column that cannot take it', async () => {
    await on.board.card('Draw it').focus();
    await press('p', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    expect(await said()).toContain('It can go to another phase, not to none.');
    expect(await hint('Cross-phase').count()).toBe(1);
    await press('Escape');
    expect(await hint('Cross-phase').count()).toBe(0);
    expect(await on.board.focused()).toBe('Draw it');
    await isAsItWas('Day 0 Operations');
  });

  it('moves with M and a few letters of the phase', async () => {
    await on.board.card('Metrics Tracking').focus();
    await press('m');
    await on.page.keyboard.type('day 2');
    await press('Enter');
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual(['Metrics Tracking']);
    expect(await note('Operations Overview')).toBe(OVERVIEW.replace('#todo', '#todo/day-2'));
  });

  it('gives several bullets an owner with O, and moves several with M, each as one step', async () => {
    await on.board.card('Cost it').focus();
    await press('x', 'Shift+ArrowDown', 'o');
    await on.page.getByPlaceholder('Owner of 2 todos').fill('sr');
    await press('Enter');
    const owned = DAY_0.replace('- Draw it #todo', '- Draw it ([[SRE]]) #todo').replace(
      '- Cost it #todo',
      '- Cost it ([[SRE]]) #todo',
    );
    await expect.poll(() => note('Day 0 Operations'), SOON).toBe(owned);
    await settled(on);
    await on.board.card('Cost it').focus();
    await press('m');
    await on.page.locator('.prompt-input').fill('day 2');
    await press('Enter');
    await apply();
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual(['Cost it', 'Draw it']);
    expect(await note('Day 2 Operations')).toContain('- Draw it ([[SRE]]) #todo\n\t- with its edges');
    await press('ControlOrMeta+z');
    await expect.poll(() => note('Day 2 Operations'), SOON).toBe(DAY_2);
    await expect.poll(() => note('Day 0 Operations'), SOON).toBe(owned);
  });

  it('moves a bullet at once when its preview has been switched off in it, and still with Undo in reach', async () => {
    const moveTo = async (card: string, phase: string) => {
      await on.board.card(card).focus();
      await press('m');
      await on.page.keyboard.type(phase);
      await press('Enter');
    };
    await moveTo('Roll it out', 'day 2');
    const preview = on.page.getByRole('dialog', { name: 'Preview: Writes 2 notes' });
    await preview
      .locator('.setting-item', { hasText: 'Show this before a bullet moves' })
      .locator('.checkbox-container')
      .click();
    await apply();
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual(['Roll it out']);
    await settled(on);
    await moveTo('Roll it out', 'day 1');
    await expect.poll(() => on.board.titles('Day 1'), SOON).toContain('Roll it out');
    expect(await preview.count()).toBe(0);
    expect(await note('Day 2 Operations')).toBe(DAY_2);
    await notice('Moved Roll it out to Day 1').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual(['Roll it out']);
  });

  it('shows what would become public before it is written, also where one note is, or previews are switched off', async () => {
    await writeNote(on, 'Operations/Day 1 Operations.md', `---\ndg-publish: true\n---\n${DAY_1}`);
    await settled(on);
    await on.board.card('Roll it out').focus();
    await press('o');
    await on.page.keyboard.type('sre');
    await press('Enter');
    const remark = on.page.locator('.ops-preview-remark');
    await remark.waitFor();
    expect(await remark.allTextContents()).toEqual([
      'Day 1 Operations, which is published, will link to SRE, which is not.',
    ]);
    await apply();
    await expect.poll(() => note('Day 1 Operations'), SOON).toContain('* Roll it out ([[SRE]]) #todo');
    // The focus follows its card until what was written is drawn.
    await settled(on);
    await on.board.card('Cost it').focus();
    await press('m');
    await on.page.keyboard.type('day 1');
    await press('Enter');
    await remark.waitFor();
    expect(await remark.allTextContents()).toEqual([
      'Words of Day 0 Operations, which is not published, will be on the site in Day 1 Operations.',
    ]);
    await press('Escape');
    await isAsItWas('Day 0 Operations');
  });

  it('marks as done with Space, says so with Undo in reach, and the focus takes the next card', async () => {
    await on.board.card('Cost it').focus();
    await press('Space');
    await expect.poll(() => on.board.titles('Day 0'), SOON).toEqual(['Draw it', 'Day 0 responsibilities']);
    expect(await on.board.focused()).toBe('Draw it');
    expect(await note('Day 0 Operations')).toBe(DAY_0.replace('- Cost it #todo', '- Cost it'));
    await notice('Marked Cost it').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => note('Day 0 Operations'), SOON).toBe(DAY_0);
  });

  it('marks several as done in one step, each note written once, and takes all of it back in one', async () => {
    await on.board.card('Cost it').focus();
    await press('x', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await on.board.card('Metrics Tracking').click({ modifiers: ['Shift'] });
    expect(await on.board.root.getByRole('toolbar', { name: 'Selected cards' }).textContent()).toContain('4 selected');
    await on.board.root.getByRole('button', { name: 'Mark as done', exact: true }).click();
    await apply();
    await expect.poll(() => on.board.titles(), SOON).toEqual(['Roll it out', 'Rollback Drill']);
    expect(await note('Day 0 Operations')).toBe(DAY_0.replaceAll(' #todo', '').replace('\r\n#todo', ''));
    expect(await note('Operations Overview')).toBe(OVERVIEW.replace('#todo\n', ''));
    await on.board.header('Day 1').focus();
    await press('ControlOrMeta+z');
    await expect.poll(() => on.board.titles(), SOON).toHaveLength(6);
    await isAsItWas('Day 0 Operations', 'Operations Overview');
  });

  it('splits a page’s own list by keyboard: which are unfinished, whose they are, and what it comes to', async () => {
    await on.board.card('Day 0 responsibilities').focus();
    await press('s');
    const dialog = on.page.getByRole('dialog', { name: 'Which are unfinished, and whose are they?' });
    await dialog.waitFor();
    const effect = dialog.getByRole('status');
    await expect.poll(() => effect.textContent(), SOON).toBe('Changes 1 note, 1 line');
    expect(await dialog.locator('.ops-split-row:visible').allTextContents()).toEqual([
      'Draw itmarked alreadyNo ownerSRECreate role…',
      'Cost itmarked alreadyNo ownerSRECreate role…',
      'Name itNo ownerSRECreate role…',
    ]);
    expect(await on.board.focused()).toBe('input');
    await press('Space');
    await expect.poll(() => effect.textContent(), SOON).toBe('Changes 1 note, 2 lines');
    await press('Tab');
    await on.page.keyboard.type('SRE');
    await dialog.getByText('Preview').click();
    await expect
      .poll(() => dialog.locator('.is-added').allTextContents(), SOON)
      .toEqual(['+- Name it ([[SRE]]) #todo']);
    await press('ControlOrMeta+Enter');
    await notice('Day 0: 3 open, 0 of 3 done.').waitFor();
    await expect.poll(() => on.board.titles('Day 0'), SOON).toEqual(['Cost it', 'Draw it', 'Name it']);
    expect(await note('Day 0 Operations')).toBe(
      DAY_0.replace('- Name it\r\n#todo\r\n', '- Name it ([[SRE]]) #todo\r\n'),
    );
    await notice('Day 0: 3 open, 0 of 3 done.').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => note('Day 0 Operations'), SOON).toBe(DAY_0);
  });

  it('waits for the plan of what was just chosen when it is to be applied, and applies it', async () => {
    await on.board.card('Day 0 responsibilities').focus();
    await press('s');
    const name = on.page.getByRole('dialog').getByRole('checkbox', { name: 'Name it' });
    await name.waitFor();
    await settled(on);
    expect(await chosenAndApplied(name)).toBe('Working it out…');
    await expect
      .poll(() => note('Day 0 Operations'), SOON)
      .toBe(DAY_0.replace('- Name it\r\n#todo\r\n', '- Name it #todo\r\n'));
  });

  it('keeps the whole list marked when more is to come', async () => {
    // A key that comes while the dialog is on its way does nothing to the list.
    const card = on.board.card('Day 0 responsibilities');
    await card.focus();
    await card.evaluate((card: HTMLElement) => {
      for (const key of ['s', ' ']) card.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    const dialog = on.page.getByRole('dialog');
    await dialog.waitFor();
    await press('Space');
    await dialog
      .getByRole('checkbox', { name: /More to come/ })
      .or(dialog.getByRole('switch', { name: /More to come/ }))
      .first()
      .click();
    await expect.poll(() => dialog.getByRole('status').textContent(), SOON).toBe('Changes 1 note, 1 line');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => note('Day 0 Operations'), SOON).toBe(DAY_0.replace('- Name it', '- Name it #todo'));
  });

  it('names a role on the spot for one bullet and gives it to another; both and the role’s note are one step', async () => {
    await on.board.card('Day 0 responsibilities').focus();
    await press('s');
    const dialog = on.page.getByRole('dialog', { name: 'Which are unfinished' });
    const owner = (of: string) => dialog.getByRole('combobox', { name: `Owner of ${of}` });
    await owner('Name it').selectOption({ label: 'Create role…' });
    await on.page.keyboard.type('Site Lead');
    await on.page.getByText('Create role “Site Lead”').click();
    await expect.poll(() => owner('Name it').evaluate((one) => one === document.activeElement), SOON).toBe(true);
    expect(await owner('Name it').locator('option:checked').innerText()).toBe('Site Lead (new)');
    expect(await dialog.getByRole('checkbox', { name: 'Name it' }).isChecked()).toBe(true);
    const effect = () => dialog.getByRole('status').textContent();
    await expect.poll(effect, SOON).toContain('creates 1 note');
    const ofOne = await effect();
    // What makes a note is seen before it is made, however fast one presses.
    expect(await chosenAndApplied(owner('Cost it'), 'Site Lead (new)')).toBe('Working it out…');
    await expect.poll(effect, SOON).toMatch(/^Changes .*, creates 1 note$/);
    expect(await effect()).not.toBe(ofOne);
    await press('ControlOrMeta+Enter');
    await notice('Day 0: 3 open, 0 of 3 done.').waitFor();
    expect(await note('Day 0 Operations')).toContain('- Cost it ([[Site Lead]]) #todo');
    expect(await note('Day 0 Operations')).toContain('- Name it ([[Site Lead]]) #todo');
    expect(await readNote(on, 'Roles/Site Lead.md')).toBe('');
    await notice('Day 0: 3 open').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => note('Day 0 Operations'), SOON).toBe(DAY_0);
    await expect.poll(() => readNote(on, 'Roles/Site Lead.md').catch(() => 'gone'), SOON).toBe('gone');
  });

  it('ticks all bullets of a list at once, and gives one that is marked already an owner', async () => {
    await writeNote(on, 'Operations/Day 1 Operations.md', `${DAY_1}* Tell it\n#todo\n`);
    await on.board.card('Day 1 responsibilities').focus();
    await press('s');
    const dialog = on.page.getByRole('dialog');
    const effect = dialog.getByRole('status');
    const all = dialog.getByRole('checkbox', { name: 'All of them' });
    await all.check();
    await expect.poll(() => effect.textContent(), SOON).toBe('Changes 1 note, 3 lines');
    await dialog.getByRole('checkbox', { name: 'Tell it' }).uncheck();
    expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
    await dialog.getByRole('combobox', { name: 'Owner of Roll it out' }).selectOption({ label: 'SRE' });
    await expect.poll(() => effect.textContent(), SOON).toBe('Changes 1 note, 3 lines');
    await press('ControlOrMeta+Enter');
    await notice('Day 1: 3 open, 1 of 3 done.').waitFor();
    expect(await on.board.countCards('Day 1')).toBe(3);
    expect(await note('Day 1 Operations')).toBe(
      `${DAY_1.replace('Roll it out', 'Roll it out ([[SRE]])').replace('Roll it back', 'Roll it back #todo')}* Tell it\n`,
    );
  });

  it('adds responsibilities from a column’s header, one after another, and by A', async () => {
    await on.board.header('Day 1').getByRole('button', { name: 'Add responsibility to Day 1' }).click();
    await on.page.keyboard.type('Tell the users');
    await press('Enter');
    await expect.poll(() => on.board.titles('Day 1'), SOON).toContain('Tell the users');
    await on.page.keyboard.type('Thank everybody');
    await press('Enter');
    await expect
      .poll(() => note('Day 1 Operations'), SOON)
      .toBe(`${DAY_1}* Tell the users #todo\n* Thank everybody #todo\n`);
    await press('Escape');
    expect(await on.board.root.getByPlaceholder('What has to be taken care of?').count()).toBe(0);
    await on.board.header('Day 2').focus();
    await press('a');
    await on.page.keyboard.type('Watch the disks');
    await press('Enter');
    await expect.poll(() => note('Day 2 Operations'), SOON).toBe(`${DAY_2}\n- Watch the disks #todo`);
    await press('Escape');
  });

  it('edits a bullet’s text where it is seen; Escape leaves it as it was', async () => {
    await on.board.card('Cost it').focus();
    await press('e');
    const field = on.board.root.getByRole('textbox', { name: /^Text; Enter keeps it/ });
    expect(await field.inputValue()).toBe('Cost it');
    await field.fill('Nonsense');
    await press('Escape');
    await settled(on);
    await isAsItWas('Day 0 Operations');
    expect(await on.board.focused()).toBe('Cost it');
    await press('e');
    await field.fill('Cost it well');
    await press('Enter');
    await expect.poll(() => on.board.titles('Day 0'), SOON).toContain('Cost it well');
    expect(await note('Day 0 Operations')).toBe(DAY_0.replace('Cost it #todo', 'Cost it well #todo'));
  });

  it('gives a bullet an owner with O and a few letters, and takes the name from the card', async () => {
    await on.board.card('Draw it').focus();
    await press('o');
    await on.page.getByPlaceholder('Owner of “Draw it”').fill('sr');
    await press('Enter');
    await expect
      .poll(() => note('Day 0 Operations'), SOON)
      .toBe(DAY_0.replace('- Draw it #todo', '- Draw it ([[SRE]]) #todo'));
    await expect.poll(() => on.board.card('Draw it').locator('.ops-owner bdi').textContent(), SOON).toBe('SRE');
    await on.board.card('Cost it').hover();
    await on.board.card('Cost it').getByText('+ owner').waitFor();
  });

  it('sets a due date with D, by a choice or a date', async () => {
    await on.board.card('Roll it out').focus();
    await press('d');
    const dialog = on.page.getByRole('dialog', { name: 'Due date of “Roll it out”' });
    await dialog.getByLabel('Date').fill('2027-02-03');
    await press('Enter');
    await expect.poll(() => note('Day 1 Operations'), SOON).toBe(DAY_1.replace('#todo', '#todo 📅 2027-02-03'));
    await notice('Changed due date').waitFor();
    await expect.poll(() => on.board.card('Roll it out').locator('.ops-due').count(), SOON).toBe(1);
    await press('d');
    await dialog.getByRole('button', { name: 'No date' }).click();
    await expect.poll(() => note('Day 1 Operations'), SOON).toBe(DAY_1);
  });

  it('sets a state from the menu, a new one too', async () => {
    const menu = await on.board.openMenu(on.board.card('Roll it out'));
    await menu.getByRole('menuitem', { name: 'Set state…' }).click();
    await on.page.locator('.prompt-input').fill('on hold');
    await press('Enter');
    await expect.poll(() => note('Day 1 Operations'), SOON).toBe(DAY_1.replace('#todo', '#todo/on-hold'));
  });

  it('moves a section’s text to a phase’s page from the menu, shown before', async () => {
    const menu = await on.board.openMenu(on.board.card('Metrics Tracking'));
    await menu.getByRole('menuitem', { name: 'Move the section to Day 2 Operations…' }).click();
    await apply();
    await expect.poll(() => on.board.titles('Day 2'), SOON).toEqual(['Metrics Tracking']);
    expect(await note('Day 2 Operations')).toContain('Metrics Tracking\nNumbers.\n#todo');
    expect(await note('Operations Overview')).toBe(OVERVIEW.replace('# Metrics Tracking\nNumbers.\n#todo\n\n', ''));
  });

  it('hides a todo on the published site from the menu, and shows it again', async () => {
    const press = async (entry: string, other: string): Promise<void> => {
      const menu = await on.board.openMenu(on.board.card('Roll it out'));
      expect(await menu.getByText(other).count()).toBe(0);
      await menu.getByText(entry).click();
    };
    await press('Hide on the published site', 'Show on the published site');
    await expect.poll(() => note('Day 1 Operations'), SOON).toBe(DAY_1.replace('#todo', '%% #todo %%'));
    await settled(on);
    await press('Show on the published site', 'Hide on the published site');
    await expect.poll(() => note('Day 1 Operations'), SOON).toBe(DAY_1);
  });

  it('leaves Mod+Z in a text field to the field', async () => {
    await on.board.card('Roll it out').focus();
    await press('Space');
    await expect.poll(() => note('Day 1 Operations'), SOON).toBe(DAY_1.replace(' #todo', ''));
    await settled(on);
    await press('/');
    await on.page.keyboard.type('x');
    await press('ControlOrMeta+z', 'Escape');
    await settled(on);
    expect(await note('Day 1 Operations')).toBe(DAY_1.replace(' #todo', ''));
  });

  it('keeps both what is being typed into a note and what the board writes into it in the same second', async () => {
    await openNote(on, 'Operations/Day 1 Operations.md', 'split');
    await on.page.evaluate(async () => {
      const { app } = await window.workbench;
      const editor = app.workspace.activeEditor?.editor;
      editor?.setCursor({ line: 2, ch: 8 });
      editor?.focus();
    });
    await on.page.keyboard.type(' Slowly.');
    await on.board.card('Roll it out').focus();
    await press('Space');
    await expect.poll(() => on.board.titles('Day 1'), SOON).toEqual(['Rollback Drill']);
    await settled(on);
    expect(await note('Day 1 Operations')).toBe(DAY_1.replace('Ship it.', 'Ship it. Slowly.').replace(' #todo', ''));
  });

  it('acts on the innermost todo at the cursor of the editor', async () => {
    await openNote(on, 'Operations/Day 0 Operations.md', 'tab');
    await on.page.evaluate(async () => {
      const { app } = await window.workbench;
      app.workspace.activeEditor?.editor?.setCursor({ line: 5, ch: 4 });
    });
    await executeCommand(on, 'operations-lifecycle:mark-section');
    await expect.poll(() => note('Day 0 Operations'), SOON).toContain('- with its edges #todo');
    await executeCommand(on, 'operations-lifecycle:mark-section');
    await expect.poll(() => note('Day 0 Operations'), SOON).not.toContain('- with its edges #todo');
    await executeCommand(on, 'operations-lifecycle:mark-done');
    await expect
      .poll(() => note('Day 0 Operations'), SOON)
      .toBe(DAY_0.replace('- Draw it #todo', '- Draw it').replaceAll('\r\n', '\n'));
  });
});
