// What the app's users have and a plain page has not: keyboards of other countries, windows of their own, and a clipboard that wants a gesture.
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { executeCommand, openNote, restart, runPaletteCommand, settled } from '../workbench/drive';
import { BOARD_TYPE, BoardPage } from './board-page';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { readNote, writeNote } from './on-disk';
import { FLOATING_BARS, sayBarCovers } from './on-page';

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

/** Where a key is pressed: on the card, on the column's header, in the filter, or on a card that is selected. */
type Place = 'card' | 'header' | 'filter' | 'selected';
interface ListedKey {
  readonly press: readonly Press[];
  readonly on?: Place;
  /** What others mean by the same key: shortcuts of the app, and characters of other layouts. */
  readonly not?: readonly Press[];
}

/** A letter acts alone, by Caps Lock as well; not as a capital, a shortcut, or what AltGr (Windows, Linux) and Option (a Mac) make of it. */
const letter = (key: string, altGr: string): ListedKey => ({
  press: [{ key }, { key: key.toUpperCase() }],
  not: [
    { key: key.toUpperCase(), shiftKey: true },
    // Of these three one selects the column, and two are the app's own.
    ...('aop'.includes(key) ? [] : [{ key, ctrlKey: true }]),
    { key, ctrlKey: true, shiftKey: true },
    ...[key, altGr].flatMap((typed) => [
      { key: typed, ctrlKey: true, altKey: true },
      { key: typed, ctrlKey: true, altKey: true, shiftKey: true },
      { key: typed, altKey: true },
    ]),
    { key: altGr },
  ],
});
const held = (key: string): Press[] => [
  { key, altKey: true },
  { key, ctrlKey: true, altKey: true },
];
/** One that types nothing. */
const named = (key: string, others: Partial<ListedKey> = {}): ListedKey => ({
  press: [{ key }],
  not: held(key),
  ...others,
});
const TYPED: Press[] = [
  { altKey: true },
  { altKey: true, shiftKey: true },
  { ctrlKey: true, altKey: true },
  { ctrlKey: true, altKey: true, shiftKey: true },
  { shiftKey: true },
  {},
].map((modifiers) => ({ key: '', ...modifiers }));
const character = (key: string): ListedKey => ({
  press: TYPED.map((press) => ({ ...press, key })),
  not: [
    { key, ctrlKey: true },
    { key, ctrlKey: true, shiftKey: true },
    { key, metaKey: true },
    // What else German, French and Polish keyboards have on the key.
    ...['7', '{', 'ß', '\\', ':', '§', 'ż'].flatMap((other) => [
      { key: other },
      { key: other, shiftKey: true },
      { key: other, ctrlKey: true, altKey: true },
    ]),
  ],
});

/** By the words of the dialog. */
const LISTED: readonly (readonly [string, ...ListedKey[]])[] = [
  ['← ↑ → ↓', ...['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'].map((key) => named(key))],
  ['→, ←', named('ArrowRight'), named('ArrowLeft')],
  ['Home, End', named('Home'), named('End')],
  ['Page Up, Page Down', named('PageUp'), named('PageDown')],
  ['Enter', named('Enter'), named('Enter', { on: 'header' })],
  ['Ctrl+Enter', named('Enter', { press: [{ key: 'Enter', ctrlKey: true }] })],
  ['Space', named(' ', { on: 'header', not: [...held(' '), { key: ' ', ctrlKey: true }] })],
  ['Space', named(' ', { not: [...held(' '), { key: ' ', ctrlKey: true }, { key: ' ', shiftKey: true }] })],
  ['S', letter('s', 'ß')],
  ['E', letter('e', '€')],
  ['M', letter('m', 'µ')],
  ['O', letter('o', 'ó')],
  ['D', letter('d', 'ð')],
  ['P', letter('p', 'þ')],
  ['A', letter('a', 'ą')],
  ['X, Shift+↑↓, Shift+click', letter('x', 'ź'), named('ArrowDown', { press: [{ key: 'ArrowDown', shiftKey: true }] })],
  ['Ctrl+A, Esc', named('a', { press: [{ key: 'a', ctrlKey: true }] }), named('Escape', { on: 'selected' })],
  ['Shift+F10', named('F10', { press: [{ key: 'F10', shiftKey: true }], not: [{ key: 'F10' }, ...held('F10')] })],
  [
    'Ctrl+Z, Ctrl+Shift+Z',
    {
      press: ['z', 'Z'].flatMap((key) => [
        { key, ctrlKey: true },
        { key, ctrlKey: true, shiftKey: true },
      ]),
      not: ['z', 'ż'].flatMap((key) => [{ key }, { key, shiftKey: true }, ...held(key)]),
    },
  ],
  ['/', character('/')],
  ['Esc', named('Escape', { on: 'filter', not: [] })],
  ['?', character('?')],
];

describeInBrowser('each key that the board lists, on keyboards of other countries,', () => {
  const PAGE = 'Ops/Day 0 Operations.md';
  const on = openForAll({ vault: VAULT });

  const openAt = async (place: Place): Promise<void> => {
    // What a key has asked or changed is there before it is taken back.
    await settled(on);
    for (let open = await on.page.locator('.modal-container, .menu').count(); open > 0; open--)
      await on.page.keyboard.press('Escape');
    await writeNote(on, PAGE, VAULT[PAGE]);
    await on.board.openAnew();
    await expect.poll(() => on.board.titles('Day 0'), SOON).toEqual(['Draw it', 'Cost it']);
    const target = { header: on.board.header('Day 0'), filter: on.board.filter };
    await (place === 'header' || place === 'filter' ? target[place] : on.board.card('Draw it')).focus();
    if (place === 'selected') await on.page.keyboard.press('x');
  };
  /** Answers whether the board took the key. */
  const press = (keys: Press): Promise<boolean> =>
    on.page.evaluate(
      (init) =>
        !document.activeElement!.dispatchEvent(
          new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
        ),
      keys,
    );
  const seen = async (): Promise<unknown> => [
    await on.board.focused(),
    await on.page.locator('.modal-container, .menu').allInnerTexts(),
    await on.board.root.locator('.ops-board').innerText(),
    await on.board.root.locator('.is-selected').count(),
  ];

  it('is one that the dialog names, and none is forgotten', async () => {
    await openAt('card');
    await on.page.keyboard.press('?');
    await expect
      .poll(() => on.page.locator('.modal .ops-row kbd').allTextContents(), SOON)
      .toEqual(LISTED.map(([name]) => name));
  });

  const each = LISTED.flatMap(([name, ...keys]) =>
    keys.map(({ on: place = 'card', ...key }) => ({ name, place, ...key })),
  );
  it.each(each)('acts, and only as what it is: $name on the $place', async ({ place, press: ours, not = [] }) => {
    for (const keys of ours) {
      await openAt(place);
      expect(await press(keys), JSON.stringify(keys)).toBe(true);
    }
    await openAt(place);
    const before = await seen();
    for (const keys of not) {
      expect(await press(keys), `not ${JSON.stringify(keys)}`).toBe(false);
      expect(await seen(), `not ${JSON.stringify(keys)}`).toEqual(before);
    }
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

  it('comes back as a window, with its board', async () => {
    await on.board.openAnew();
    const opened = on.page.waitForEvent('popup');
    await executeCommand(on, 'workspace:move-to-new-window');
    await new BoardPage(await opened).card('Ship it').waitFor();
    const again = on.page.waitForEvent('popup');
    await restart(on);
    const popout = await again;
    await new BoardPage(popout).card('Ship it').waitFor();
    expect(await on.board.root.count(), 'boards in the main window').toBe(0);
    await popout.close();
  });
});

describeInBrowser('a preview of a card', () => {
  const on = openForAll({ vault: { ...VAULT, 'Status.md': '```phase-board\n```\n' } });
  const popover = () => on.page.locator('.hover-popover');
  const hoverOver = async (board: BoardPage): Promise<void> => {
    await on.page.keyboard.down('ControlOrMeta');
    for (const title of ['Draw it', 'Ship it']) await board.card(title).hover();
    await popover().first().waitFor();
    await on.page.keyboard.up('ControlOrMeta');
  };

  it('is one at a time, and the pane of the board holds it', async () => {
    await on.board.openAnew();
    await hoverOver(on.board);
    expect(await popover().count()).toBe(1);
  });

  it('is one at a time, and the board in a note holds it', async () => {
    await on.board.openAnew();
    await openNote(on, 'Status.md');
    await on.page.evaluate(async () => {
      const leaf = (await window.workbench).app.workspace.activeLeaf!;
      await leaf.setViewState({ type: 'markdown', state: { file: 'Status.md', mode: 'preview' } });
    });
    await hoverOver(new BoardPage(on.page, on.page.locator('.ops-block')));
    expect(await popover().count()).toBe(1);
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

describeInBrowser('the board under the bar of a phone', () => {
  const many = Array.from({ length: 40 }, (_, at) => `- Card ${at} #todo\n`).join('');
  const on = openForAll({
    vault: { ...VAULT, 'Ops/Day 0 Operations.md': `# Overview\n## Responsibilities\n${many}` },
    mobile: true,
  });

  it.each(FLOATING_BARS)('leaves room at the end for %s', async (_what, value, room) => {
    await on.board.openAnew();
    await sayBarCovers(on, value);
    const board = on.board.root.locator('.ops-board');
    const last = on.board.card('Card 39');
    await expect
      .poll(async () => {
        await board.locator('.ops-grid, .ops-cards').evaluateAll((lists) => {
          for (const list of lists) list.scrollTop = list.scrollHeight;
        });
        return last.count();
      }, SOON)
      .toBe(1);
    const [end, gridEnd] = await board.evaluate((element) => [
      element.getBoundingClientRect().bottom,
      element.lastElementChild!.getBoundingClientRect().bottom,
    ]);
    expect(Math.round(end - gridEnd)).toBe(room);
    const box = (await last.boundingBox())!;
    expect(box.y + box.height).toBeLessThanOrEqual(gridEnd);
  });
});
