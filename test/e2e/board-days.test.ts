// What only time, a finger or a broken note brings about: midnight, a long press, links inside of cards, notes that cannot be read, three boards at once.
import { expect, it } from 'vitest';
import { executeCommand, settled } from '../workbench/open-workbench';
import { BOARD_TYPE, BoardPage } from './board-page';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { writeNote } from './on-disk';
import { activeNote, tabTitles } from './on-page';

const VAULT = {
  'Day 0 Operations.md':
    '# Overview\n\n## Responsibilities\n- Renew the certificate #todo 📅 2026-03-10\n- Book the room #todo 📅 2026-03-09\n',
  'Day 1 Operations.md':
    '# Overview\n\n# Handover\n#todo\n\nAsk [[Roles/SRE|the engineer]] first, then see [[Missing page]] and [[#Overview]]. #handover\n\n[the web](https://example.com/)\n',
  'Day 2 Operations.md': '# Overview\n\n## Responsibilities\n- Watch it #todo\n',
  'Roles/SRE.md': '# SRE\n\nLooks after it.\n',
};

describeInBrowser('the board at midnight', () => {
  const on = openForAll({ vault: VAULT });

  it('says anew when things are due, and counts anew what is overdue, without a change in the vault', async () => {
    await on.page.clock.setFixedTime(new Date(2026, 2, 9, 23, 59, 58));
    await on.board.openAnew();
    const due = (title: string) =>
      on.board
        .card(title)
        .locator('.ops-due')
        .innerText()
        .then((text) => text.replace(/\s+/g, ' '));
    expect(await due('Renew the certificate')).toBe('tomorrow');
    expect(await due('Book the room')).toBe('today');
    const overdue = on.board.root.getByRole('button', { name: /^Overdue/ });
    expect(await overdue.count()).toBe(0);
    await on.page.clock.setFixedTime(new Date(2026, 2, 10, 0, 0, 5));
    await on.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect.poll(() => due('Renew the certificate'), SOON).toBe('today');
    expect(await due('Book the room')).toBe('1 day overdue');
    expect(await overdue.innerText()).toMatch(/^Overdue\s+1$/);
    expect(await on.board.card('Book the room').locator('.ops-due').getAttribute('class')).toContain('is-overdue');
  });
});

describeInBrowser('a link in a card’s text', () => {
  const on = openForAll({ vault: VAULT });
  const link = (text: string) => on.board.card('Handover').locator('.ops-excerpt a').getByText(text, { exact: true });

  const opened = async () => {
    await on.board.openAnew();
    await on.board.card('Handover').focus();
    await on.page.keyboard.press('ArrowRight');
    await link('the engineer').waitFor();
  };

  it('leads where it says, in a tab of its own, and not to the card’s note', async () => {
    await opened();
    await link('the engineer').click();
    await expect.poll(() => activeNote(on), SOON).toBe('Roles/SRE.md');
    expect(await tabTitles(on)).toContain('Phase board');
    expect(await tabTitles(on)).not.toContain('Day 1 Operations');
  });

  it('leaves to the right button the card’s menu', async () => {
    await opened();
    await link('the engineer').dispatchEvent('auxclick', { button: 2 });
    await settled(on);
    expect(await tabTitles(on)).not.toContain('SRE');
    await link('the engineer').dispatchEvent('auxclick', { button: 1 });
    await expect.poll(() => tabTitles(on), SOON).toContain('SRE');
  });

  it('is none where it is a tag: that is a part of the card', async () => {
    await opened();
    await link('#handover').click();
    await expect.poll(() => activeNote(on), SOON).toBe('Day 1 Operations.md');
    expect(new URL(on.page.url()).hash).toBe('');
  });

  it('to a heading of its own note leads into that note', async () => {
    await opened();
    await on.board.card('Handover').locator('.ops-excerpt a.internal-link').nth(2).click();
    await expect.poll(() => activeNote(on), SOON).toBe('Day 1 Operations.md');
  });

  it('shows a preview of its own target', async () => {
    await opened();
    await link('the engineer').hover();
    await on.page.keyboard.down('ControlOrMeta');
    const preview = on.page.locator('.hover-popover');
    await preview.waitFor();
    await on.page.keyboard.up('ControlOrMeta');
    await expect.poll(() => preview.innerText(), SOON).toContain('Looks after it.');
    await on.board.filter.hover();
    await preview.waitFor({ state: 'detached' });
  });
});

describeInBrowser('the menu of the board’s pane', () => {
  const on = openForAll({ vault: VAULT });

  it('lists the notes that could not be read, with the reason, and lets them go when they can be read again', async () => {
    await on.board.openAnew();
    await on.page.evaluate(async () => {
      const { vault } = (await window.workbench).app;
      const read = vault.cachedRead.bind(vault);
      Object.assign(window, { mend: () => (vault.cachedRead = read) });
      vault.cachedRead = (file) =>
        file.name === 'Locked.md' ? Promise.reject(new Error('permission denied')) : read(file);
    });
    await writeNote(on, 'Locked.md', '---\nphase: Day 2\n---\n\n- Behind a door #todo\n');
    await on.board.card('Behind a door').waitFor();
    // Settings from another device: all notes are read again.
    await writeNote(on, '.obsidian/plugins/operations-lifecycle/data.json', '{}');
    const openMenu = async () => {
      await on.board.root.getByRole('button', { name: 'More options' }).click();
      const menu = on.page.getByRole('menu');
      await menu.waitFor();
      return menu;
    };
    await expect
      .poll(async () => {
        const text = await (await openMenu()).innerText();
        await on.page.keyboard.press('Escape');
        return text;
      }, SOON)
      .toContain('1 note could not be read…');
    await (await openMenu()).getByRole('menuitem', { name: '1 note could not be read…' }).click();
    const dialog = on.page.getByRole('dialog', { name: 'What was read' });
    expect(await dialog.innerText()).toMatch(/Locked\.md: .*permission denied/);
    await on.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await on.board.titles('Day 2')).toEqual(['Watch it']);
    await on.page.evaluate(() => (window as unknown as { mend: () => void }).mend());
    await writeNote(on, 'Locked.md', '---\nphase: Day 2\n---\n\n- Behind an open door #todo\n');
    await on.board.card('Behind an open door', 'Day 2').waitFor();
    expect(await (await openMenu()).innerText()).not.toContain('could not be read');
    await on.page.keyboard.press('Escape');
  });
});

describeInBrowser('a finger on the board', () => {
  const on = openForAll({ vault: VAULT, mobile: true });

  it('that rests on a card brings its menu, and opens nothing when it is lifted', async () => {
    await executeCommand(on, 'operations-lifecycle:open-board');
    await on.board.grid.waitFor();
    const box = (await on.board.card('Book the room').boundingBox())!;
    const devtools = await on.page.context().newCDPSession(on.page);
    const finger = { x: box.x + 60, y: box.y + 20 };
    const dispatch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
      devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
    const menu = on.page.getByRole('menu');
    // A finger that scrolls asks for nothing, however long it stays.
    await dispatch('touchStart', finger);
    await dispatch('touchMove', { x: finger.x, y: finger.y + 30 });
    await on.page.waitForTimeout(900);
    await dispatch('touchEnd');
    expect(await menu.count()).toBe(0);
    await dispatch('touchStart', finger);
    await menu.waitFor();
    await dispatch('touchEnd');
    expect(await menu.locator('.menu-item-title').allInnerTexts()).toContain('Why in Day 0?');
    await settled(on);
    expect(await menu.isVisible()).toBe(true);
    expect(await activeNote(on)).toBeNull();
  });
});

describeInBrowser('three boards at once', () => {
  const on = openForAll({ vault: VAULT });

  it('in two panes and a window of their own show the same, each by its own filter', async () => {
    await on.board.openAnew();
    await executeCommand(on, 'workspace:split-vertical');
    const panes = on.page.locator(`.workspace-leaf-content[data-type="${BOARD_TYPE}"]`);
    await expect.poll(() => panes.count(), SOON).toBe(2);
    const opened = on.page.context().waitForEvent('page');
    await executeCommand(on, 'workspace:move-to-new-window');
    const popout = new BoardPage(await opened);
    await popout.grid.waitFor();
    await expect.poll(() => panes.count(), SOON).toBe(1);
    const left = new BoardPage(on.page, panes.nth(0));
    await on.page.bringToFront();
    await left.root.click({ position: { x: 5, y: 5 } });
    await executeCommand(on, 'workspace:split-vertical');
    await expect.poll(() => panes.count(), SOON).toBe(2);
    const right = new BoardPage(on.page, panes.nth(1));
    await right.grid.waitFor();
    await right.filter.fill('room');
    await popout.filter.fill('certificate');
    expect([await left.countCards(), await right.countCards(), await popout.countCards()]).toEqual([4, 1, 1]);
    await popout.card('Renew the certificate').focus();
    await writeNote(
      on,
      'Day 0 Operations.md',
      VAULT['Day 0 Operations.md'].replace('- Renew', '- A room with a certificate #todo\n- Renew'),
    );
    for (const board of [left, right, popout]) await board.card('A room with a certificate').waitFor();
    expect([await left.countCards(), await right.countCards(), await popout.countCards()]).toEqual([5, 2, 2]);
    expect(await popout.focused()).toBe('Renew the certificate');
    expect(await right.filter.inputValue()).toBe('room');
    await popout.page.close();
    await writeNote(on, 'Day 0 Operations.md', VAULT['Day 0 Operations.md']);
    await expect.poll(() => left.countCards(), SOON).toBe(4);
    expect(await right.countCards()).toBe(1);
  });
});
