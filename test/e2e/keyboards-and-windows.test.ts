// What the app's users have and a plain page has not: keyboards of other countries, windows of their own, and a clipboard that wants a gesture.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { executeCommand, openNote, restart, runPaletteCommand } from '../workbench/drive';
import { BOARD_TYPE, BoardPage } from './board-page';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { readNote } from './on-disk';

const VAULT = {
  'Ops/Day 0 Operations.md': '# Overview\n## Responsibilities\n- Draw it #todo\n- Cost it #todo\n',
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- Ship it #todo\n',
  'Ops/Operations Overview.md':
    '# Lifecycle\n![[Day 0 Operations#Overview]]\n![[Day 1 Operations#Overview]]\n![[Gone#Overview]]\n',
};

interface Press {
  readonly key: string;
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
}

describeInBrowser('keys of the board', () => {
  const on = openForAll({ vault: VAULT });
  /** As the keyboard driver of another country reports it. Answers whether the board took the key. */
  const press = async (keys: Press): Promise<boolean> => {
    await on.board.card('Draw it').focus();
    return on.page.evaluate(
      (init) =>
        !document.activeElement!.dispatchEvent(
          new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
        ),
      keys,
    );
  };
  const inFilter = (): Promise<boolean> => on.board.filter.evaluate((input) => input === document.activeElement);

  it.each([
    ['an English keyboard', { key: '/' }],
    ['a German one: Shift+7', { key: '/', shiftKey: true }],
    ['one that has it with AltGr, as Windows reports that', { key: '/', ctrlKey: true, altKey: true }],
    ['a Mac’s with Option', { key: '/', altKey: true }],
    ['a Mac’s with Option and Shift', { key: '/', altKey: true, shiftKey: true }],
  ] as const)('lead to the filter by / on %s', async (_keyboard, keys) => {
    await on.board.openAnew();
    expect(await press(keys)).toBe(true);
    await expect.poll(inFilter, SOON).toBe(true);
  });

  it.each([
    { key: '/', ctrlKey: true },
    { key: '/', metaKey: true },
    { key: '?', ctrlKey: true, shiftKey: true },
  ] as const)('leave shortcuts to the app: %j', async (keys) => {
    await on.board.openAnew();
    expect(await press(keys)).toBe(false);
    expect(await inFilter()).toBe(false);
    expect(await on.page.locator('.modal').count()).toBe(0);
  });

  it.each([{ key: '?', shiftKey: true }, { key: '?', ctrlKey: true, altKey: true }, { key: '?' }] as const)(
    'are listed by ?, however it is typed: %j',
    async (keys) => {
      await on.board.openAnew();
      expect(await press(keys)).toBe(true);
      await on.page.locator('.modal-title', { hasText: 'Keys of the board' }).waitFor();
      await on.page.keyboard.press('Escape');
    },
  );

  it.each([
    { key: 'z', ctrlKey: true },
    { key: 'Z', ctrlKey: true, shiftKey: true },
  ] as const)('undo and redo on a keyboard that reports capitals: %j', async (keys) => {
    await on.board.openAnew();
    expect(await press(keys)).toBe(true);
  });
});

describeInBrowser('in a window of its own', () => {
  const on = openForAll({ vault: VAULT });
  const moveOut = async (): Promise<Page> => {
    const opened = on.page.waitForEvent('popup');
    await executeCommand(on, 'workspace:move-to-new-window');
    return opened;
  };
  const moveBack = (type: string): Promise<void> =>
    on.page.evaluate(async (wanted) => {
      const { app } = await window.workbench;
      await app.workspace.moveLeaf(app.workspace.getLeavesOfType(wanted)[0]!, 'right');
    }, type);

  it('the board follows its window’s width and draws by its frames, and comes back', async () => {
    await on.board.openAnew();
    const popout = await moveOut();
    const there = new BoardPage(popout);
    await there.card('Ship it').waitFor();
    // The main window is hidden: it draws no frames any more.
    await on.page.evaluate(() =>
      Object.assign(window, { kept: window.requestAnimationFrame.bind(window), requestAnimationFrame: () => 0 }),
    );
    const layout = (): Promise<string | null> => there.root.locator('.ops-board').getAttribute('class');
    await popout.setViewportSize({ width: 1000, height: 600 });
    await expect.poll(layout, SOON).toContain('wide');
    await popout.setViewportSize({ width: 420, height: 600 });
    await expect.poll(layout, SOON).toContain('stacked');
    await there.filter.fill('Ship');
    await expect.poll(() => there.titles(), SOON).toEqual(['Ship it']);
    await there.filter.fill('');
    await on.page.evaluate(() =>
      Object.assign(window, { requestAnimationFrame: Reflect.get(window, 'kept') as unknown }),
    );
    await moveBack(BOARD_TYPE);
    await expect.poll(() => on.board.titles('Day 0'), SOON).toEqual(['Draw it', 'Cost it']);
    await on.board.card('Draw it').focus();
    await on.page.keyboard.press('/');
    await expect.poll(() => on.board.filter.evaluate((input) => input === document.activeElement), SOON).toBe(true);
  });

  it('the board hears the keys of its own window', async () => {
    await on.board.openAnew();
    const popout = await moveOut();
    const there = new BoardPage(popout);
    await there.card('Draw it').focus();
    await popout.keyboard.press('/');
    await expect
      .poll(() => there.filter.evaluate((input) => input === input.ownerDocument.activeElement), SOON)
      .toBe(true);
    await popout.close();
  });

  it('the check shows its findings, and opens them beside', async () => {
    await runPaletteCommand(on, 'Handbook check');
    const check = '.ops-finding-main';
    await on.page.locator(check).first().waitFor();
    const popout = await moveOut();
    await popout.locator(check).first().waitFor();
    await moveBack('operations-lifecycle-check');
    await on.page.locator(check).first().waitFor();
  });
});

describeInBrowser('a window of its own in the layout that is kept', () => {
  const on = openForAll({ vault: VAULT });

  it('comes back with its board, wherever that can be shown', async () => {
    await on.board.openAnew();
    const opened = on.page.waitForEvent('popup');
    await executeCommand(on, 'workspace:move-to-new-window');
    await new BoardPage(await opened).card('Ship it').waitFor();
    const again = on.page.waitForEvent('popup', { timeout: 5000 }).catch(() => on.page);
    await restart(on);
    await new BoardPage(await again).card('Ship it').waitFor();
  });

  it('shows one preview of a card at a time, which the board holds', async () => {
    await on.board.openAnew();
    await on.page.keyboard.down('ControlOrMeta');
    for (const title of ['Draw it', 'Ship it']) await on.board.card(title).hover();
    const popover = on.page.locator('.hover-popover');
    await popover.first().waitFor();
    await on.page.keyboard.up('ControlOrMeta');
    expect(await popover.count()).toBe(1);
  });
});

describeInBrowser('a transclusion is copied', () => {
  const on = openForAll({ vault: VAULT });
  const notices = (): Promise<string> =>
    on.page
      .locator('.notice')
      .allTextContents()
      .then((texts) => texts.join());
  const LINK = '![[Day 0 Operations#Responsibilities]]';
  const cursorIn = async (): Promise<void> => {
    await openNote(on, 'Ops/Day 0 Operations.md');
    await on.page.locator('.cm-content').click();
    await on.page.keyboard.press('ControlOrMeta+End');
  };

  it('within the gesture, as WebKit wants it, though the link is made later', async () => {
    await on.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await cursorIn();
    await runPaletteCommand(on, 'Copy transclusion (embed) of this section');
    await expect.poll(notices, SOON).toContain(`Copied ${LINK}`);
    expect(await on.page.evaluate(() => navigator.clipboard.readText())).toBe(LINK);
  });

  it('by hand where the clipboard refuses: it is shown, and selected', async () => {
    await on.page.evaluate(() =>
      Object.assign(navigator.clipboard, { write: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }),
    );
    await cursorIn();
    await runPaletteCommand(on, 'Copy transclusion (embed) of this section');
    const field = on.page.getByRole('textbox', { name: 'Copy this transclusion' });
    await expect.poll(() => field.inputValue(), SOON).toBe(LINK);
    expect(
      await field.evaluate((input: HTMLInputElement) =>
        input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
      ),
    ).toBe(LINK);
    await on.page.keyboard.press('Escape');
  });
});

describeInBrowser('in a table whose cells have editors of their own', () => {
  const TABLE = 'Ops/Tools.md';
  const BEFORE =
    '- The first todo of the note #todo\n\n| tool | state |\n| --- | --- |\n| drill | fine |\n| hammer | bent #todo |\n| saw | blunt #todo |\n';
  const on = openForAll({ vault: { ...VAULT, [TABLE]: BEFORE } });
  const text = (): Promise<string> => readNote(on, TABLE);
  const cell = (words: string) => on.page.locator('.cm-table-widget td', { hasText: words });
  const open = async (): Promise<void> => {
    await on.page.evaluate(async () => (await window.workbench).showTableCells());
    await openNote(on, TABLE);
    await cell('hammer').waitFor();
  };

  it('a command at the cursor finds the row in the note', async () => {
    await open();
    await cell('bent').click();
    await executeCommand(on, 'operations-lifecycle:mark-done');
    await expect.poll(text, SOON).toBe(BEFORE.replace('bent #todo', 'bent'));
    await cell('saw').click();
    await executeCommand(on, 'operations-lifecycle:mark-done');
    await expect.poll(text, SOON).toBe(BEFORE.replaceAll(/(bent|blunt) #todo/g, '$1'));
  });

  it('or refuses where the cell is not what stands in the note', async () => {
    const now = await text();
    await cell('drill').click();
    await on.page.keyboard.type('typed, and not in the note yet: ');
    await executeCommand(on, 'operations-lifecycle:mark-section');
    await expect
      .poll(
        () =>
          on.page
            .locator('.notice')
            .allTextContents()
            .then((texts) => texts.join()),
        SOON,
      )
      .toContain('its row in the note was not found');
    expect(await text()).toBe(now);
  });
});
