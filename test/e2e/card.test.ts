// A card: what it says, how much room it takes, and what can be done on it without leaving the board.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { executeCommand, settled } from '../workbench/open-workbench';
import type { BoardPage } from './board-page';
import { DEMO_VAULT } from './expected-cards';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { writeNote } from './on-disk';
import { activeNote, drawnText } from './on-page';

/** How many of a column's cards are in sight from their top to their end. */
const wholeCards = (board: BoardPage, column: string): Promise<number> =>
  board
    .column(column)
    .locator('.ops-cards')
    .evaluate((list) => {
      const end = Math.min(
        list.getBoundingClientRect().bottom,
        list.closest('.ops-grid')!.getBoundingClientRect().bottom,
      );
      return [...list.querySelectorAll('.ops-card')].filter((card) => card.getBoundingClientRect().bottom <= end)
        .length;
    });

const lineCount = (element: Locator): Promise<number> =>
  element.evaluate((one) =>
    Math.round(one.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(one).lineHeight)),
  );

describeInBrowser('cards in a window of 1360 by 800', () => {
  const on = openForAll({ vault: DEMO_VAULT, viewport: { width: 1360, height: 800 } });

  it('are at least five to a phase, whole', async () => {
    await on.board.open();
    for (const phase of ['Day 0', 'Day 1', 'Day 2'])
      expect(await wholeCards(on.board, phase), phase).toBeGreaterThanOrEqual(5);
  });

  it('begin at one height in all columns, under heads whose purposes are not cut', async () => {
    const tops = await on.board.root
      .locator('.ops-cards')
      .evaluateAll((lists) => lists.map((list) => list.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    const cut = await on.board.root
      .locator('.ops-column-purpose, .ops-column-counts > *')
      .evaluateAll((all) =>
        all
          .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
          .map(({ textContent }) => textContent),
      );
    expect(cut).toEqual([]);
  });

  it('show their text as it is written to whoever asks for comfort', async () => {
    await on.board.openAnew();
    const before = await wholeCards(on.board, 'Day 0');
    await on.board.root.getByRole('button', { name: 'More options' }).click();
    await on.page.getByRole('menu').getByText('Comfortable cards').click();
    await expect
      .poll(() => on.board.card('Threat Model').locator('.ops-excerpt h1, .ops-excerpt h2').count(), SOON)
      .toBeGreaterThan(0);
    expect(await wholeCards(on.board, 'Day 0')).toBeLessThan(before);
  });
});

describeInBrowser('cards on a phone', () => {
  const on = openForAll({ vault: DEMO_VAULT, mobile: true });

  it('are at least four, whole, above the bar that floats over the view', async () => {
    await executeCommand(on, 'operations-lifecycle:open-board');
    await on.board.grid.waitFor();
    const hint = on.board.root.getByRole('button', { name: 'Looks right' });
    if (await hint.isVisible()) await hint.click();
    expect(await wholeCards(on.board, 'Day 0')).toBeGreaterThanOrEqual(4);
    const bar = (await on.page.locator('.workspace-ribbon').boundingBox())!;
    const footer = (await on.board.root.locator('.ops-elsewhere').boundingBox())!;
    expect(footer.y + footer.height).toBeLessThanOrEqual(bar.y);
  });

  it('stand under a head that says its counts whole', async () => {
    const cut = await on.board.root
      .locator('.ops-column-counts, .ops-column-counts > *')
      .evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).length);
    expect(cut).toBe(0);
  });

  it('have nothing hidden that a pointer would bring', async () => {
    expect(await on.board.root.locator('.ops-card-tools').first().isVisible()).toBe(true);
  });
});

const LONG =
  'Draw the architecture with all of its data flows, so that a reviewer sees at once where trust ends and where it begins again';
const NOTES = {
  'Ops/Day 0 Operations.md': `# Overview\n## Responsibilities\n- ${LONG} #todo\n- Short #todo\n`,
  'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- Roll out #todo\n',
  'Ops/Day 2 Operations.md': '# Overview\n',
  'Ops/A very long name of a note that nobody can read.md':
    '---\nphase: Day 1\nowner: "[[SRE]]"\n---\n# One heading above another\n## Steps\nText of the section, which says a little.\n\n- [ ] First [[SRE]]\n- [x] Second\n\n#todo\n',
  'Ops/ימין.md':
    '---\nphase: Day 2\n---\n# פרק ארוך מאוד\n## צעדים רבים שאיש לא יקרא עד סופם\n- להחליף את המפתחות #todo 📅 2020-01-01\n\t- ראשון\n\t- שני\n',
  'Ops/Another very long name of a note.md':
    '---\nphase: Day 2\n---\n# One heading above another one\n## Rehearse it\nText of the section, which says so much that it is cut after the second of its lines, as every text on a compact card.\n\n#todo\n',
  'Ops/Systems.md': `---\nphase: Day 2\n---\n# Systems\n#todo\n\n| Availability | Responsible organisation | Documentation |\n|---|---|---|\n${'| 99 | Team | Page |\n'.repeat(40)}`,
  'Roles/SRE.md': '# SRE\n',
};

describeInBrowser('a card', () => {
  const on = openForAll({ vault: NOTES });
  const press = (key: string) => on.page.keyboard.press(key);
  const read = (path: keyof typeof NOTES) => readFile(join(on.bench.dir, path), 'utf8');
  const SECTION = 'Ops/A very long name of a note that nobody can read.md';

  beforeEach(async () => {
    for (const [path, text] of Object.entries(NOTES)) await writeNote(on, path, text);
    await settled(on);
    await on.board.openAnew();
    await on.board.card('Short').waitFor();
  });

  it('is finished by its circle', async () => {
    await on.board.card('Short').getByRole('button', { name: 'Mark Short as done' }).click();
    await expect
      .poll(() => read('Ops/Day 0 Operations.md'), SOON)
      .toBe(NOTES['Ops/Day 0 Operations.md'].replace('Short #todo', 'Short'));
    expect(await activeNote(on)).toBeNull();
  });

  it('shows two lines of its title, and the rest to whoever asks', async () => {
    const title = on.board.card(LONG).locator('.ops-title');
    expect(await lineCount(title)).toBe(2);
    expect(await title.getAttribute('title')).toBe(LONG);
    await on.board.card(LONG).focus();
    await press('ArrowRight');
    await expect.poll(() => lineCount(title), SOON).toBeGreaterThan(2);
  });

  it('says where it stands in a line that is cut at its beginning', async () => {
    const place = on.board.card('Steps').locator('.ops-breadcrumb');
    const { isCut, endsInside, lines } = await place.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
      return {
        isCut: text.left < box.left - 1,
        endsInside: text.right <= box.right + 1,
        lines: Math.round(box.height / Number.parseFloat(getComputedStyle(element).lineHeight)),
      };
    });
    expect([isCut, endsInside, lines]).toEqual([true, true, 1]);
    // Cut or not, it begins and ends where the line does.
    const gaps = await on.board.root.locator('.ops-breadcrumb').evaluateAll((all) =>
      all.map((line) => {
        const [text, box] = [line.firstElementChild!.getBoundingClientRect(), line.getBoundingClientRect()];
        const { direction, paddingInlineEnd } = getComputedStyle(line);
        const room = box.width - Number.parseFloat(paddingInlineEnd);
        const isCutLeft = direction === 'rtl';
        const end = isCutLeft ? box.right - text.right : text.left - box.left;
        return Math.round(text.width > room ? end : room - text.width - end);
      }),
    );
    expect(gaps).toEqual(gaps.map(() => 0));
    expect(await place.innerText()).toMatch(/One heading above another$/);
  });

  it('gives its title the whole width: what can be done lies over its end, and only for whoever comes near', async () => {
    const card = on.board.card(LONG);
    const [title, box] = [(await card.locator('.ops-title').boundingBox())!, (await card.boundingBox())!];
    expect(box.x + box.width - title.x - title.width).toBeLessThan(12);
    const height = box.height;
    expect(await card.locator('.ops-card-tools').isVisible()).toBe(false);
    await card.hover();
    await card.locator('.ops-card-tools').waitFor();
    expect(await card.getByText('+ owner').isVisible()).toBe(true);
    expect((await card.boundingBox())!.height).toBe(height);
  });

  it('covers no word with “+ owner”: the place gives way, at its beginning', async () => {
    const card = on.board.card('Rehearse it');
    const height = (await card.boundingBox())!.height;
    await card.hover();
    const own = card.locator('.ops-own');
    await own.waitFor();
    expect((await card.boundingBox())!.height).toBe(height);
    const chip = (await own.boundingBox())!;
    expect(await lineCount(card.locator('.ops-teaser'))).toBe(2);
    for (const line of ['.ops-title', '.ops-breadcrumb', '.ops-teaser']) {
      const box = (await card.locator(line).boundingBox())!;
      const isBeside =
        box.x + box.width <= chip.x || box.y + box.height <= chip.y + 3 || box.y >= chip.y + chip.height - 3;
      expect([line, isBeside]).toEqual([line, true]);
    }
    expect(await card.locator('.ops-breadcrumb').innerText()).toMatch(/One heading above another one$/);
    await own.click();
    await on.page.locator('.prompt').waitFor();
    await press('Escape');
  });

  it('brings “+ owner” to the keyboard’s focus as well', async () => {
    await on.board.header('Day 0').focus();
    await press('ArrowDown');
    expect(await on.board.card(LONG).getByText('+ owner').isVisible()).toBe(true);
    expect(await on.board.card('Short').getByText('+ owner').isVisible()).toBe(false);
  });

  it('names the owner of its note as the note’s', async () => {
    const owner = on.board.card('Steps').locator('.ops-owner');
    expect(await owner.innerText()).toMatch(/The note’s owner:\s*SRE/);
    expect(
      await owner
        .locator('.ops-avatar')
        .evaluate((mark) => [mark.textContent, getComputedStyle(mark).backgroundColor !== 'rgba(0, 0, 0, 0)']),
    ).toEqual(['S', true]);
  });

  it('opens in place with →, whole and rendered, and closes with ←; then the arrows lead on', async () => {
    const card = on.board.card('Steps');
    expect(await card.getAttribute('aria-expanded')).toBe('false');
    await card.focus();
    await press('ArrowRight');
    await expect.poll(() => card.locator('.ops-excerpt input').count(), SOON).toBe(2);
    expect(await card.getAttribute('aria-expanded')).toBe('true');
    await press('ArrowLeft');
    await expect.poll(() => card.locator('.ops-excerpt').count(), SOON).toBe(0);
    await press('ArrowLeft');
    await expect.poll(() => on.board.focused(), SOON).toBe(LONG);
    expect(await on.board.card('Short').getAttribute('aria-expanded')).toBeNull();
  });

  it('ticks the line of a box that is pressed in it, in one step that can be taken back', async () => {
    const card = on.board.card('Steps');
    await card.hover();
    await card.getByRole('button', { name: 'Open here' }).click();
    const first = card.locator('.ops-excerpt input').first();
    await first.click();
    await expect.poll(() => read(SECTION), SOON).toBe(NOTES[SECTION].replace('[ ] First', '[x] First'));
    await expect.poll(() => first.isChecked(), SOON).toBe(true);
    expect(await activeNote(on)).toBeNull();
    await card.focus();
    await press('ControlOrMeta+z');
    await expect.poll(() => read(SECTION), SOON).toBe(NOTES[SECTION]);
    await card.locator('.ops-excerpt li').getByText('Second').click();
    await expect.poll(() => activeNote(on), SOON).toBe(SECTION);
  });

  it('shows a table as one, cut short or whole, and breaks no word of its head', async () => {
    const card = on.board.card('Systems');
    const table = async () =>
      card.locator('table').evaluate((one) => ({
        heads: [...one.querySelectorAll('th')].map(({ textContent }) => textContent),
        rows: one.querySelectorAll('tbody tr').length,
        broken: [...one.querySelectorAll('th')].flatMap(({ firstChild, textContent }) =>
          [...textContent.matchAll(/\S+/g)].filter(({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(firstChild!, index);
            range.setEnd(firstChild!, index + word.length);
            return range.getClientRects().length > 1;
          }),
        ),
      }));
    const heads = ['Availability', 'Responsible organisation', 'Documentation'];
    await card.focus();
    await press('ArrowRight');
    await card.locator('table').waitFor();
    expect(await table()).toEqual({ heads, rows: 40, broken: [] });
    await press('ArrowLeft');
    const setDensity = async (name: string) => {
      await on.board.root.getByRole('button', { name: 'More options' }).click();
      await on.page.getByRole('menu').getByText(name).click();
    };
    await setDensity('Comfortable cards');
    await card.locator('table').waitFor();
    const short = await table();
    expect([short.heads, short.rows > 2 && short.rows < 40, short.broken]).toEqual([heads, true, []]);
    await setDensity('Compact cards');
  });

  it('lets the keyboard tick it: Tab leads into an opened card, Escape out of it', async () => {
    const card = on.board.card('Steps');
    await card.focus();
    await press('ArrowRight');
    await expect.poll(() => card.locator('.ops-excerpt input').count(), SOON).toBe(2);
    await press('Tab');
    await press('Space');
    await expect.poll(() => read(SECTION), SOON).toContain('- [x] First');
    // The text is drawn anew.
    await expect.poll(() => card.locator('.ops-excerpt input').first().isChecked(), SOON).toBe(true);
    await settled(on);
    await card.locator('.ops-excerpt input').nth(1).focus();
    await press('Escape');
    expect(await on.board.focused()).toBe('Steps');
  });

  it('isolates what is written from right to left, and begins such a title at its own edge', async () => {
    const card = on.board.card('להחליף את המפתחות');
    const [title, box] = [card.locator('.ops-title'), (await card.boundingBox())!];
    const text = await title.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().right;
    });
    expect(box.x + box.width - text).toBeLessThan(14);
    const due = card.locator('.ops-due');
    // Red, and a word and an icon besides.
    const [red = 0, green = 0] = await due.evaluate((chip) => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
      canvas.fillStyle = getComputedStyle(chip).color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    });
    expect(red).toBeGreaterThan(green + 60);
    expect(await drawnText(due.locator('bdi'))).toMatch(/^\d+years$/);
    expect(await due.innerText()).toMatch(/overdue$/);
    const place = await card.locator('.ops-breadcrumb').evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [range.getBoundingClientRect(), element.getBoundingClientRect()].map(({ left, right }) => ({
        left,
        right,
      }));
    });
    expect(place[0]!.left).toBeGreaterThanOrEqual(place[1]!.left - 1);
    await card.focus();
    await press('ArrowRight');
    await card.locator('.ops-excerpt li').first().waitFor();
    const list = await card
      .locator('.ops-excerpt ul')
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).paddingRight));
    expect(list).toBeGreaterThan(10);
  });

  it('is dimmed while it is dragged, has a place kept free, and is lit when it has come', async () => {
    const card = on.board.card('Steps');
    await card.locator('.ops-title').hover();
    const to = (await on.board.column('Day 2').boundingBox())!;
    await on.page.mouse.down();
    await on.page.mouse.move(to.x + to.width / 2, to.y + 90, { steps: 4 });
    await expect.poll(() => card.getAttribute('class'), SOON).toContain('is-dragged');
    expect(await on.board.column('Day 2').locator('.ops-placeholder').count()).toBe(1);
    // What is due stands before what is not.
    expect(await on.board.column('Day 2').locator('.ops-card + .ops-placeholder').count()).toBe(1);
    await on.page.mouse.up();
    await expect.poll(() => on.board.card('Steps', 'Day 2').getAttribute('class'), SOON).toContain('is-lit');
    expect(await on.page.locator('.ops-placeholder, .is-dragged').count()).toBe(0);
    await expect.poll(() => on.page.locator('.is-lit').count(), SOON).toBe(0);
  });
});

describeInBrowser('a board of five columns and more', () => {
  const phases = [0, 1, 2, 3, 4, 5].map((day) => ({ id: `day-${day}`, name: `Day ${day}`, title: 'Some purpose' }));
  const on = openForAll({
    vault: {
      '.obsidian/plugins/operations-lifecycle/data.json': JSON.stringify({ phases }),
      ...Object.fromEntries(phases.map(({ name }) => [`${name} Operations.md`, `# Overview\n- Do ${name} #todo\n`])),
      'Day 1 Operations.md':
        '# Overview\n## Responsibilities\n- Do Day 1 #todo\n- Keep the keys #todo/blocked [[Chief Information Security Officer]] 📅 2099-01-01 ^keys\n- Rotate them ([[Chief Information Security Officer]]) #todo/blocked 📅 2020-01-01\n',
      'Roles/Chief Information Security Officer.md': '# Owner\n',
      'Elsewhere.md': '![[Day 1 Operations#^keys]]\n',
    },
  });

  it('says state, owner, date and places in one row, whatever their number', async () => {
    await on.board.openAnew();
    await on.board.card('Keep the keys').locator('.ops-shown-in').waitFor();
    const rows = await on.board.root.locator('.ops-chips').evaluateAll((all) =>
      all.map((row) => {
        const boxes = [...row.children].map((chip) => chip.getBoundingClientRect());
        return {
          chips: boxes.length,
          isOne: Math.max(...boxes.map(({ top }) => top)) < Math.min(...boxes.map(({ bottom }) => bottom)),
        };
      }),
    );
    expect(Math.max(...rows.map(({ chips }) => chips))).toBe(4);
    expect(rows.filter(({ isOne }) => !isOne)).toEqual([]);
  });

  it('says in its heads whole how far each phase is', async () => {
    const counts = on.board.root.locator('.ops-column-counts');
    expect(await counts.allInnerTexts()).toContain('3 open\n0 of 3 done\n2 owned');
    expect(
      await counts.locator('bdi').evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length),
    ).toBe(0);
  });

  it('holds all that a card says inside it: the owner’s name gives way first, then the state’s', async () => {
    await on.board.openAnew();
    const card = on.board.card('Keep the keys');
    await card.locator('.ops-shown-in').waitFor();
    const chips = await card.locator('.ops-chips').evaluate((row) => ({
      outside: [...row.children].filter(
        (chip) => chip.getBoundingClientRect().right > row.getBoundingClientRect().right + 0.5,
      ).length,
      said: [...row.children].map((chip) => chip.className),
      cut: [...row.querySelectorAll('bdi')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    }));
    expect(chips.said.map((name) => name.split(' ').find((one) => one !== 'ops-chip'))).toEqual([
      'ops-state',
      'ops-owner',
      'ops-due',
      'ops-shown-in',
    ]);
    expect([chips.outside, chips.cut]).toEqual([0, ['blocked', 'Chief Information Security Officer']]);
    for (const chip of ['.ops-owner', '.ops-state'])
      expect(chips.cut).toContain(await card.locator(chip).getAttribute('title'));
    // Its initials stay.
    const [mark, owner] = [card.locator('.ops-avatar'), card.locator('.ops-owner')];
    expect((await mark.boundingBox())!.width).toBeLessThanOrEqual((await owner.boundingBox())!.width);
  });

  it('keeps 240 pixels for each, and scrolls sideways with the focus', async () => {
    await on.board.openAnew();
    const widths = await on.board.root
      .locator('.ops-column')
      .evaluateAll((columns) => columns.map((column) => column.getBoundingClientRect().width));
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(240);
    await on.board.header('Day 0').focus();
    await on.page.keyboard.press('ArrowDown');
    for (let step = 0; step < 5; step++) await on.page.keyboard.press('ArrowRight');
    await expect.poll(() => on.board.focused(), SOON).toBe('Do Day 5');
    const [column, grid] = [(await on.board.column('Day 5').boundingBox())!, (await on.board.grid.boundingBox())!];
    expect(column.x + column.width).toBeLessThanOrEqual(grid.x + grid.width + 1);
  });
});

describeInBrowser('a card in the dark', () => {
  const on = openForAll({ vault: DEMO_VAULT, theme: 'dark' });

  it('stands above its column, and every column’s line is to be seen', async () => {
    await on.board.open();
    const lightness = (selector: string, pseudo = '') =>
      on.board.root
        .locator(selector)
        .first()
        .evaluate((element, before) => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
          canvas.fillStyle = getComputedStyle(element, before).backgroundColor;
          canvas.fillRect(0, 0, 1, 1);
          return Math.max(...[...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3));
        }, pseudo);
    const column = await lightness('.ops-column');
    expect(await lightness('.ops-card')).toBeGreaterThan(column + 8);
    expect(await lightness('.ops-column[data-column="Cross-phase"] .ops-column-head', '::before')).toBeGreaterThan(
      column + 40,
    );
  });
});
