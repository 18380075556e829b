// Where a board in a note is drawn besides the reading view: in Live Preview, in another window, in a preview, where it is drawn smaller, on a phone.
import type { Locator } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { openNote, settled } from '../workbench/open-workbench';
import { BoardPage } from './board-page';
import { describeInBrowser, openForAll, SOON, type Opened } from './in-browser';
import { readNote } from './on-disk';
import { cursorLine, smallTargets, tooWide } from './on-page';

const NOTE = 'Ops/Status.md';
const OWN = '- Write it down #todo/day-1\n';
const BLOCK = '```phase-board\nquery: in:Ops\n```\n';
const TEXT = `# Status\n\n${OWN}\n${BLOCK}\nAfter it.\n`;
const VAULT = {
  'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
  'Ops/Day 0 Operations.md': '# Overview\n\n## Responsibilities\n- Draw the network #todo\n- Name the owners #todo\n',
  'Ops/Day 1 Operations.md': '# Overview\n\n## Responsibilities\n',
  'Ops/Day 2 Operations.md': '# Overview\n\n## Responsibilities\n- Patch it #todo\n',
  'Ops/Plan.md': '---\nphase: Day 0\n---\n# Plan\n#todo\n\nWords.\n',
  [NOTE]: TEXT,
};

/** How many blocks the plugin keeps. */
const kept = ({ page }: Opened): Promise<number> =>
  page.evaluate(async () => {
    const { boards } = (await window.workbench).plugin as unknown as { boards: Set<object> };
    return [...boards].filter((one) => 'containerEl' in one).length;
  });

/** Carries a card with the mouse into a column. */
async function drag(board: BoardPage, title: string, column: string): Promise<void> {
  await board.card(title).locator('.ops-title').hover();
  const to = (await board.column(column).boundingBox())!;
  await board.page.mouse.down();
  await board.page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
  await expect.poll(() => board.column(column).locator('.ops-drop-hint').textContent(), SOON).toBe(`Move to ${column}`);
  await board.page.mouse.up();
}

/** All notes as they were, and nothing open. */
async function begin(on: Opened): Promise<void> {
  await on.page.evaluate(async () => {
    const { app } = await window.workbench;
    app.workspace.detachLeavesOfType('markdown');
    document.querySelectorAll('.notice').forEach((one) => one.remove());
  });
  for (const [path, text] of Object.entries(VAULT)) await write(on, path, text);
}

/** Makes a note of this text, as somebody in the app would. */
async function write(on: Opened, path: string, text: string): Promise<void> {
  await on.page.evaluate(
    async ({ path, text }) => {
      const { vault } = (await window.workbench).app;
      const file = vault.getFileByPath(path);
      await (file ? vault.process(file, () => text) : vault.create(path, text));
    },
    { path, text },
  );
  await settled(on);
}

/** Opens a note as it is read. */
async function read(on: Opened, path = NOTE): Promise<void> {
  await on.page.evaluate(async (file) => {
    const { app } = await window.workbench;
    await app.workspace
      .getLeaf(false)
      .setViewState({ type: 'markdown', active: true, state: { file, mode: 'preview' } });
  }, path);
  await settled(on);
}

describeInBrowser('a board in the text that is edited', () => {
  const on = openForAll({ vault: VAULT, viewport: { width: 1300, height: 900 } });
  const block = (): Locator => on.page.locator('.cm-content .ops-block');
  let board: BoardPage;
  beforeEach(async () => {
    await begin(on);
    await on.page.evaluate(async () => {
      const workbench = await window.workbench;
      if (!('shown' in workbench)) workbench.showCodeBlocks();
      Object.assign(workbench, { shown: true });
    });
    await openNote(on, NOTE);
    board = new BoardPage(on.page, block());
    await board.card('Write it down').waitFor();
  });

  it('is drawn, but while the cursor is in its text: then that is edited, and drawn as it is by then', async () => {
    await on.page.locator('.edit-block-button').click();
    expect(await block().count()).toBe(0);
    expect(await cursorLine(on)).toBe('```phase-board');
    await on.page.keyboard.press('ArrowDown');
    await on.page.keyboard.press('End');
    await on.page.keyboard.type(' phase:"Day 2"');
    await on.page.keyboard.press('ControlOrMeta+End');
    await expect.poll(() => board.titles(), SOON).toEqual(['Patch it']);
    expect(await kept(on)).toBe(1);
  });

  it('changes its own note around itself: what is typed and what the block does are both there, and it is not drawn anew', async () => {
    await block().evaluate((element) => Object.assign(element, { isTheSame: true }));
    const after = on.page.locator('.cm-line', { hasText: 'After it.' });
    await after.click();
    await on.page.keyboard.press('End');
    await on.page.keyboard.type(' Typed.');
    const before = (await block().boundingBox())!;
    await board.card('Write it down').locator('.ops-circle').click();
    await expect.poll(() => board.titles('Day 1'), SOON).toEqual([]);
    await expect
      .poll(() => readNote(on, NOTE), SOON)
      .toBe(TEXT.replace(OWN, '- Write it down\n').replace('After it.', 'After it. Typed.'));
    expect(await block().evaluate((element) => 'isTheSame' in element)).toBe(true);
    expect((await block().boundingBox())?.y).toBe(before.y);
    await board.header('Day 0').focus();
    await on.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => board.titles('Day 1'), SOON).toEqual(['Write it down']);
    expect(await readNote(on, NOTE)).toBe(TEXT.replace('After it.', 'After it. Typed.'));
  });

  it('marks a phase whose page has an error, though no pane is open', async () => {
    await write(on, 'Ops/Day 2 Operations.md', '# Overview\n![[Nowhere]]\n\n## Responsibilities\n- Patch it #todo\n');
    const mark = board.column('Day 2').locator('.ops-errors');
    await expect
      .poll(() => mark.getAttribute('aria-label'), { ...SOON, timeout: 20_000 })
      .toBe('1 error on this page: open the handbook check');
  });

  it('keeps its keys: the cursor of the text stays where it is, nothing is typed, and a move is undone where it was done', async () => {
    await on.page.locator('.cm-line', { hasText: 'After it.' }).click();
    await board.card('Plan').focus();
    await on.page.keyboard.press('p');
    for (const column of ['Day 1', 'Day 2']) {
      await on.page.keyboard.press('ArrowRight');
      const hint = board.column(column).locator('.ops-drop-hint');
      await expect.poll(() => hint.textContent(), SOON).toBe(`Move to ${column}`);
    }
    await on.page.keyboard.press('Enter');
    await expect
      .poll(() => readNote(on, 'Ops/Plan.md'), SOON)
      .toBe(VAULT['Ops/Plan.md'].replace('#todo', '#todo/day-2'));
    expect(await cursorLine(on)).toBe('After it.');
    expect(await readNote(on, NOTE)).toBe(TEXT);
    // Undone where it was done: the text's own undo has nothing of it.
    await board.card('Plan').focus();
    await on.page.keyboard.press('ControlOrMeta+z');
    await expect.poll(() => readNote(on, 'Ops/Plan.md'), SOON).toBe(VAULT['Ops/Plan.md']);
    expect(await readNote(on, NOTE)).toBe(TEXT);
  });

  it('is worked with by the mouse: a card is carried, and the text below stands where its lines are', async () => {
    await drag(board, 'Plan', 'Day 2');
    await expect
      .poll(() => readNote(on, 'Ops/Plan.md'), SOON)
      .toBe(VAULT['Ops/Plan.md'].replace('#todo', '#todo/day-2'));
    const after = on.page.locator('.cm-line', { hasText: 'After it.' });
    await after.click();
    expect(await cursorLine(on)).toBe('After it.');
    // Where the editor believes the line to be: a margin that leaves the block's element would not be measured.
    const believed = await on.page.evaluate(async () => {
      const { cm } = (await window.workbench).app.workspace.activeEditor!.editor as unknown as {
        cm: import('@codemirror/view').EditorView;
      };
      return cm.documentTop + cm.lineBlockAt(cm.state.selection.main.head).top;
    });
    expect(Math.abs(believed - (await after.boundingBox())!.y)).toBeLessThan(2);
  });

  it('is gone while it is far from what is in sight, and back with it', async () => {
    await write(on, NOTE, `${TEXT}${'Words.\n\n'.repeat(400)}`);
    await board.card('Write it down').waitFor();
    await on.page.locator('.cm-scroller').evaluate((scroller) => (scroller.scrollTop = scroller.scrollHeight));
    await expect.poll(() => kept(on), SOON).toBe(0);
    await on.page.locator('.cm-scroller').evaluate((scroller) => (scroller.scrollTop = 0));
    await board.card('Write it down').waitFor();
    expect(await kept(on)).toBe(1);
  });
});

describeInBrowser('a board in a note', () => {
  const on = openForAll({ vault: VAULT, viewport: { width: 1300, height: 900 } });
  beforeEach(() => begin(on));

  it('is in another window what it is in the first: drawn, carried, closed', async () => {
    const opened = on.page.context().waitForEvent('page');
    await on.page.evaluate(async (file) => {
      const { app } = await window.workbench;
      const leaf = app.workspace.openPopoutLeaf({ size: { width: 1100, height: 800 } });
      await leaf.setViewState({ type: 'markdown', active: true, state: { file, mode: 'preview' } });
    }, NOTE);
    const popout = await opened;
    await popout.setViewportSize({ width: 1100, height: 800 });
    const board = new BoardPage(popout, popout.locator('.ops-block'));
    await board.card('Plan').waitFor();
    await drag(board, 'Plan', 'Day 2');
    await expect
      .poll(() => readNote(on, 'Ops/Plan.md'), SOON)
      .toBe(VAULT['Ops/Plan.md'].replace('#todo', '#todo/day-2'));
    await popout.setViewportSize({ width: 480, height: 800 });
    await popout.locator('.ops-block .ops-board.is-stacked').waitFor();
    await popout.close();
    await expect.poll(() => kept(on), SOON).toBe(0);
  });

  it('goes with its note into another window, and is told of that one’s keys', async () => {
    await read(on);
    const opened = on.page.context().waitForEvent('page');
    await on.page.evaluate(async () => {
      const { app } = await window.workbench;
      const [leaf] = app.workspace.getLeavesOfType('markdown');
      app.workspace.moveLeafToPopout(leaf!, { size: { width: 1100, height: 800 } });
    });
    const popout = await opened;
    await popout.setViewportSize({ width: 1100, height: 800 });
    const board = new BoardPage(popout, popout.locator('.ops-block'));
    await board.card('Plan').locator('.ops-title').hover();
    await popout.keyboard.down('ControlOrMeta');
    await popout.locator('.hover-popover').getByText('Words.').waitFor();
    await popout.keyboard.up('ControlOrMeta');
    await popout.setViewportSize({ width: 480, height: 800 });
    await popout.locator('.ops-block .ops-board.is-stacked').waitFor();
    await popout.close();
    await expect.poll(() => kept(on), SOON).toBe(0);
  });

  it('is drawn in the preview of a link, and goes with it', async () => {
    await write(on, 'Link.md', `See [[Ops/Status]].\n`);
    await read(on, 'Link.md');
    await on.page.locator('.markdown-preview-view a.internal-link').hover();
    const board = new BoardPage(on.page, on.page.locator('.hover-popover .ops-block'));
    await board.card('Plan').waitFor();
    expect(await kept(on)).toBe(1);
    await on.page.mouse.move(1200, 800);
    await expect.poll(() => kept(on), SOON).toBe(0);
  });

  it('is worked with where it is drawn smaller, as on a canvas, and sized by what holds it', async () => {
    await on.page.evaluate(async (text) => {
      const { app, obsidian } = await window.workbench;
      const card = document.body.createDiv({
        cls: 'a-canvas',
        attr: {
          style:
            'position:fixed;inset:40px auto auto 40px;width:1600px;transform:scale(.6);transform-origin:0 0;z-index:99;background:white',
        },
      });
      const component = new obsidian.Component();
      component.load();
      const closeCanvas = () => {
        component.unload();
        card.remove();
      };
      Object.assign(window, { closeCanvas });
      await obsidian.MarkdownRenderer.render(app, text, card, '', component as never);
    }, BLOCK);
    const board = new BoardPage(on.page, on.page.locator('.a-canvas .ops-block'));
    await board.card('Plan').waitFor();
    expect(await board.root.locator('.ops-board').getAttribute('class')).toContain('is-wide');
    await drag(board, 'Plan', 'Day 2');
    await expect
      .poll(() => readNote(on, 'Ops/Plan.md'), SOON)
      .toBe(VAULT['Ops/Plan.md'].replace('#todo', '#todo/day-2'));
    await on.page.locator('.a-canvas').evaluate((card) => (card.style.width = '500px'));
    await board.root.locator('.ops-board.is-stacked').waitFor();
    await on.page.evaluate(() => (window as unknown as { closeCanvas(): void }).closeCanvas());
    expect(await kept(on)).toBe(0);
  });

  it('follows the vault after its section was out of the page for a while', async () => {
    await read(on);
    const board = new BoardPage(on.page, on.page.locator('.ops-block'));
    await board.card('Plan').waitFor();
    await on.page.locator('.ops-block-place').evaluate((place) => {
      Object.assign(window, { place, above: place.previousElementSibling });
      place.remove();
    });
    await write(on, 'Ops/Day 2 Operations.md', VAULT['Ops/Day 2 Operations.md'].replace('Patch', 'Watch'));
    await settled(on);
    await on.page.evaluate(() => {
      const { above, place } = window as unknown as Record<'above' | 'place', Element>;
      above.after(place);
    });
    await board.card('Watch it').waitFor();
    expect(await kept(on)).toBe(1);
  });
});

describeInBrowser('a board in a note on a phone', () => {
  const on = openForAll({ vault: VAULT, mobile: true });
  describe('shows its columns one below the other, and', () => {
    beforeEach(async () => {
      await begin(on);
      await read(on);
    });
    it('is not wider than the note, with controls for thumbs', async () => {
      const board = new BoardPage(on.page, on.page.locator('.ops-block'));
      await board.card('Plan').waitFor();
      expect(await board.root.locator('.ops-board').getAttribute('class')).toContain('is-stacked');
      expect(await tooWide(on.page.locator('body'), '.markdown-preview-view, .ops-block')).toEqual([]);
      expect(await smallTargets(board.root)).toEqual([]);
    });
    it('finishes a card by a tap', async () => {
      const board = new BoardPage(on.page, on.page.locator('.ops-block'));
      await board.card('Patch it').locator('.ops-circle').tap();
      await expect
        .poll(() => readNote(on, 'Ops/Day 2 Operations.md'), SOON)
        .toBe(VAULT['Ops/Day 2 Operations.md'].replace(' #todo', ''));
    });
  });
});
