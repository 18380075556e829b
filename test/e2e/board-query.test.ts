// Asking the board in the browser: chips, suggestions, slips, order, saved views, how far a phase is, and whether it is ready.
import { beforeEach, expect, it } from 'vitest';
import { executeCommand, restart } from '../workbench/open-workbench';
import { describeInBrowser, openForAll, SOON } from './in-browser';
import { deleteNote, readNote, writeNote } from './on-disk';
import { activeNote } from './on-page';

const PLAN = 'Operations/Day 0 Operations.md';
const DEPLOY = 'Operations/Day 1 Operations.md';
const LAST = 'Operations/Day 2 Operations.md';
const VAULT = {
  [PLAN]:
    '# Overview\n## Responsibilities\n- Draw it #todo/blocked ([[SRE]])\n- Cost it 📅 2000-01-01 #todo\n- Name it ([[SRE]])\n',
  [DEPLOY]: '# Overview\n## Responsibilities\n- Roll it out #todo\n- Agree on it #todo\n',
  [LAST]: '# Overview\n## Responsibilities\n- All is done here ([[SRE]])\n',
  'Operations/Operations Overview.md':
    '![[Day 0 Operations#Overview]]\n![[Day 1 Operations#Overview]]\n![[Day 2 Operations#Overview]]\n',
  'Roles/SRE.md': '',
  '.obsidian/plugins/operations-lifecycle/data.json': JSON.stringify({
    savedViews: [{ name: 'Stuck', formerNames: ['Old'], view: { query: 'state:blocked' } }],
  }),
};

describeInBrowser('asking the board', () => {
  const on = openForAll({ vault: VAULT });
  const chip = (name: string) => on.board.root.getByRole('button', { name: new RegExp(`^${name} \\d+$`) });
  const press = (key: string) => on.page.keyboard.press(key);
  const filterIs = (text: string) => expect.poll(() => on.board.filter.inputValue(), SOON).toBe(text);
  const headMenu = async (column: string): Promise<void> => {
    await on.board.header(column).press('Shift+F10');
    await on.page.getByRole('menu').waitFor();
  };

  const savedViews = async (): Promise<string[]> => {
    const data = await readNote(on, '.obsidian/plugins/operations-lifecycle/data.json');
    const { savedViews: all } = JSON.parse(data) as { savedViews: { name: string; view: { query: string } }[] };
    return all.map(({ name, view }) => `${name} ${view.query}`);
  };

  const follow = (asked: string): Promise<void> =>
    on.page.evaluate(async (uri) => (await window.workbench).openUri(uri), `obsidian://operations-lifecycle?${asked}`);

  beforeEach(async () => {
    await writeNote(on, PLAN, VAULT[PLAN]);
    await on.board.openAnew();
    await expect.poll(() => on.board.titles('Day 0'), SOON).toEqual(['Cost it', 'Draw it']);
  });

  it('has chips with as many cards as they leave, and a typed term lights its chip', async () => {
    expect(await on.board.root.locator('.ops-term').allTextContents()).toEqual([
      'Overdue 1',
      'No owner 3',
      'blocked 1',
    ]);
    await chip('Overdue').click();
    await filterIs('due:overdue');
    expect(await on.board.titles()).toEqual(['Cost it']);
    expect(await chip('Overdue').getAttribute('aria-pressed')).toBe('true');
    await chip('Overdue').click();
    await filterIs('');
    await on.board.filter.fill('state:blocked');
    await expect.poll(() => chip('blocked').getAttribute('aria-pressed'), SOON).toBe('true');
    expect(await on.board.titles()).toEqual(['Draw it']);
  });

  it('suggests keys and then values that exist, and Enter takes one', async () => {
    await on.board.filter.focus();
    await on.page.keyboard.type('own');
    const suggestions = on.page.locator('.suggestion-item');
    await expect.poll(() => suggestions.allInnerTexts(), SOON).toEqual(['owner:']);
    await press('Enter');
    await filterIs('owner:');
    await expect
      .poll(async () => (await suggestions.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')), SOON)
      .toEqual(['none 3', 'any 1', 'SRE 1']);
    await press('ArrowDown');
    await press('ArrowDown');
    await press('Enter');
    await filterIs('owner:SRE ');
    expect(await on.board.titles()).toEqual(['Draw it']);
    await expect.poll(() => suggestions.count(), SOON).toBe(0);
  });

  it('takes a suggestion that is clicked, and goes on with it in the field', async () => {
    await on.board.filter.fill('owner:');
    await on.page.locator('.suggestion-item').getByText('SRE').click();
    await filterIs('owner:SRE ');
    expect(await on.board.titles()).toEqual(['Draw it']);
    await on.page.keyboard.type('cost');
    await filterIs('owner:SRE cost');
  });

  it('takes its suggestions away when the pointer goes down elsewhere', async () => {
    await on.board.filter.fill('owner:');
    const suggestions = on.page.locator('.suggestion-item');
    await expect.poll(() => suggestions.count(), SOON).toBe(3);
    await on.board.root.locator('.ops-totals').click();
    await expect.poll(() => suggestions.count(), SOON).toBe(0);
  });

  it('keeps what it showed while a date is none, and says which are', async () => {
    await on.board.filter.fill('due:overdue');
    await expect.poll(() => on.board.titles(), SOON).toEqual(['Cost it']);
    await on.board.filter.fill('due:overdu');
    await expect
      .poll(() => on.board.root.locator('.ops-query-message.is-error').innerText(), SOON)
      .toMatch(/^“overdu” is no date\. Allowed: overdue, today, week/);
    expect(await on.board.titles()).toEqual(['Cost it']);
    await on.board.filter.fill('ownr:x');
    await expect
      .poll(() => on.board.root.locator('.ops-query-message.is-note').innerText(), SOON)
      .toBe('“ownr:” is no key, so it is searched as text. Did you mean owner:?');
    expect(await on.board.titles()).toEqual([]);
  });

  it('shows rows, order and saved views side by side where there is room, chips in less, and all of it in one menu', async () => {
    const shown = async (width: number): Promise<string[]> => {
      await on.page.setViewportSize({ width, height: 800 });
      const buttons = on.board.root.locator('.ops-toolbar button:visible');
      return buttons.evaluateAll((all) => all.map((button) => button.ariaLabel ?? button.textContent));
    };
    const before = on.page.viewportSize()!;
    const chips = ['Overdue 1', 'No owner 3', 'blocked 1'];
    const inMenu = async (name: string): Promise<string[]> => {
      await on.board.root.getByRole('button', { name, exact: true }).click();
      await on.page.getByRole('menu').waitFor();
      const entries = await on.page.locator('.menu-item').allTextContents();
      await press('Escape');
      return entries;
    };
    try {
      await expect
        .poll(() => shown(1360), SOON)
        .toEqual(['Phases', 'Owners', 'Notes', ...chips, 'Sort', 'Saved views']);
      const toolbar = (await on.board.root.locator('.ops-toolbar').boundingBox())!;
      expect(toolbar.height).toBeLessThan(50);
      const sorts = ['due date', 'place', 'owner', 'title', 'last change'].map((order) => `Sort by ${order}`);
      expect(await inMenu('Sort')).toEqual(sorts);
      const views = ['Stuck', 'Save this view…', 'Copy link to this view'];
      expect(await inMenu('Saved views')).toEqual(views);
      await on.board.root.getByRole('button', { name: 'Owners', exact: true }).click();
      await expect.poll(() => on.board.root.locator('.ops-lane').count(), SOON).toBe(2);
      const owners = on.board.root.getByRole('group', { name: 'Rows' }).getByRole('button', { pressed: true });
      expect(await owners.allTextContents()).toEqual(['Owners']);
      await on.board.root.getByRole('button', { name: 'Phases', exact: true }).click();
      await on.board.root.locator('.ops-lane').first().waitFor({ state: 'detached' });
      const one = 'Filter, sort and saved views';
      await expect.poll(() => shown(1280), SOON).toEqual([...chips, one]);
      await expect.poll(() => shown(1000), SOON).toEqual(['Overdue 1', one]);
      const rows = ['Phases only', 'Rows by owner', 'Rows by note'];
      expect((await inMenu(one)).slice(3)).toEqual([...rows, ...sorts, ...views, 'Keys']);
    } finally {
      await on.page.setViewportSize(before);
    }
  });

  it('is sorted as the toolbar’s menu says', async () => {
    expect(await on.board.titles('Day 1')).toEqual(['Roll it out', 'Agree on it']);
    await on.board.root.getByRole('button', { name: 'Filter, sort and saved views' }).click();
    await on.page.getByRole('menu').getByText('Sort by title').click();
    await expect.poll(() => on.board.titles('Day 1'), SOON).toEqual(['Agree on it', 'Roll it out']);
  });

  it('opens a saved view from the menu, and saves one', async () => {
    await on.board.root.getByRole('button', { name: 'Filter, sort and saved views' }).click();
    await on.page.getByRole('menuitem', { name: 'Stuck' }).click();
    await filterIs('state:blocked');
    expect(await on.board.titles()).toEqual(['Draw it']);
    await on.board.root.getByRole('button', { name: 'Filter, sort and saved views' }).click();
    await on.page.getByRole('menuitem', { name: 'Save this view…' }).click();
    await on.page.keyboard.type('Mine');
    await press('Enter');
    await expect.poll(savedViews, SOON).toEqual(['Stuck state:blocked', 'Mine state:blocked']);
  });

  it('saves the view for which a name was asked, though a link shows another one meanwhile', async () => {
    await on.board.filter.fill('kind:bullet');
    await on.board.root.getByRole('button', { name: 'Filter, sort and saved views' }).click();
    await on.page.getByRole('menuitem', { name: 'Save this view…' }).click();
    const name = on.page.getByPlaceholder('Save this view as…');
    await name.waitFor();
    await follow('query=due:overdue');
    await filterIs('due:overdue');
    await name.fill('Asked for');
    await on.page.locator('.suggestion-item').getByText('Save as “Asked for”').waitFor();
    await name.press('Enter');
    await expect.poll(async () => (await savedViews()).at(-1), SOON).toBe('Asked for kind:bullet');
    await filterIs('due:overdue');
  });

  it('says how far a phase is, and marks what is finished as unfinished', async () => {
    expect(await on.board.header('Day 0').locator('.ops-column-counts').innerText()).toMatch(
      /2 open\s+1 of 3 done\s+2 owned/,
    );
    await on.board.column('Day 0').getByRole('button', { name: '1 finished' }).click();
    expect(await on.board.column('Day 0').locator('.ops-finished li').allInnerTexts()).toEqual([
      expect.stringMatching(/^Name it\s+SRE/),
    ]);
    await on.board.column('Day 0').getByRole('button', { name: 'Mark as unfinished: Name it' }).click();
    await expect
      .poll(() => readNote(on, PLAN), SOON)
      .toBe(VAULT[PLAN].replace('- Name it ([[SRE]])', '- Name it ([[SRE]]) #todo'));
    await expect.poll(() => on.board.titles('Day 0'), SOON).toEqual(['Cost it', 'Draw it', 'Name it']);
  });

  it('comes back after a restart with small cards and with what is finished, as it was left', async () => {
    const finished = on.board.column('Day 0').getByRole('button', { name: /finished$/ });
    await finished.click();
    await on.board.root.getByRole('button', { name: 'More options' }).click();
    await on.page.getByRole('menu').getByText('Compact cards').click();
    const looks = async () => [
      await finished.getAttribute('aria-expanded'),
      (await on.board.card('Cost it').boundingBox())?.height,
    ];
    await expect.poll(looks, SOON).toEqual(['true', expect.any(Number)]);
    const before = await looks();
    await restart(on);
    await on.board.grid.waitFor();
    await expect.poll(looks, SOON).toEqual(before);
    await on.board.root.getByRole('button', { name: 'More options' }).click();
    expect(await on.page.getByRole('menu').locator('[aria-checked="true"]').allInnerTexts()).toContain('Compact cards');
    await on.page.keyboard.press('Escape');
  });

  it('answers by keyboard whether a phase is ready, with links to what is missing', async () => {
    await headMenu('Day 0');
    await on.page.getByRole('menuitem', { name: 'Is Day 0 ready?' }).click();
    const dialog = on.page.getByRole('dialog', { name: 'Is Day 0 ready?' });
    await dialog.waitFor();
    expect((await dialog.locator('.ops-missing li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      `overdue Cost it ${PLAN}:4`,
      `open Draw it ${PLAN}:3`,
      `no owner Cost it ${PLAN}:4 Set owner…`,
    ]);
    await dialog.getByRole('button', { name: 'Set owner: Cost it' }).press('Enter');
    await on.page.keyboard.type('SRE');
    await press('Enter');
    await expect.poll(() => readNote(on, PLAN), SOON).toContain('- Cost it ([[SRE]]) 📅 2000-01-01 #todo\n');
    await expect.poll(() => dialog.locator('.ops-missing li').count(), SOON).toBe(2);
    await dialog.getByRole('link', { name: 'Draw it' }).click();
    await expect.poll(() => activeNote(on), SOON).toBe(PLAN);
    await headMenu('Day 2');
    await on.page.getByRole('menuitem', { name: 'Is Day 2 ready?' }).click();
    expect(await on.page.getByRole('dialog', { name: 'Is Day 2 ready?' }).innerText()).toContain(
      'Yes: Day 2 is ready.',
    );
    await press('Escape');
  });

  it('closes its suggestions with Escape, and clears the filter with the next one', async () => {
    await on.board.filter.fill('owner:');
    const suggestions = on.page.locator('.suggestion-item');
    await expect.poll(() => suggestions.count(), SOON).toBe(3);
    await press('Escape');
    await expect.poll(() => suggestions.count(), SOON).toBe(0);
    await filterIs('owner:');
    await press('Escape');
    await filterIs('');
  });

  it('leaves keys to an input method that still makes a word of them', async () => {
    await on.board.filter.fill('draw');
    await expect.poll(() => on.board.titles(), SOON).toEqual(['Draw it']);
    for (const key of ['Enter', 'ArrowDown', 'Escape'])
      await on.board.filter.evaluate(
        (field, key) =>
          field.dispatchEvent(
            new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }),
          ),
        key,
      );
    expect(await on.board.focused()).toBe('Filter the cards');
    await filterIs('draw');
    await press('Enter');
    await expect.poll(() => on.board.focused(), SOON).toBe('Draw it');
  });

  it('takes quotes as phones write them, puts a chip’s term behind one that nobody closed, and says little of a pasted text', async () => {
    await on.board.filter.fill('“roll it”');
    await expect.poll(() => on.board.titles(), SOON).toEqual(['Roll it out']);
    await on.board.filter.fill('"cost it');
    await expect.poll(() => on.board.titles(), SOON).toEqual(['Cost it']);
    await chip('Overdue').click();
    await filterIs('"cost it" due:overdue');
    expect(await on.board.titles()).toEqual(['Cost it']);
    await on.board.filter.fill(
      Array.from({ length: 2000 }, (_, at) => `${'abcdefghij'[at % 10]}${'x'.repeat(at % 7)}: ${at}`).join(' '),
    );
    await expect.poll(() => on.board.titles(), SOON).toEqual([]);
    expect(await on.board.root.locator('.ops-query-message').count()).toBe(4);
  });

  it('names the term that lets nothing through, and drops it when that is pressed', async () => {
    await on.board.filter.fill('state:blocked owner:nobody');
    await expect
      .poll(() => on.board.root.locator('.ops-query-message').innerText(), SOON)
      .toMatch(/^Nothing passes owner:nobody\.\s+Drop it: 1 card$/);
    await on.board.root.getByRole('button', { name: 'Drop it: 1 card' }).click();
    await filterIs('state:blocked');
    expect(await on.board.titles()).toEqual(['Draw it']);
  });

  it('copies a link to what is shown: by the saved view’s name, else by the query', async () => {
    await on.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = async (): Promise<string> => {
      await on.board.root.getByRole('button', { name: 'Filter, sort and saved views' }).click();
      await on.page.getByRole('menuitem', { name: 'Copy link to this view' }).click();
      return on.page.evaluate(() => navigator.clipboard.readText());
    };
    await on.board.filter.fill('state:blocked');
    await expect.poll(() => on.board.titles(), SOON).toEqual(['Draw it']);
    await expect.poll(copied, SOON).toMatch(/^obsidian:\/\/operations-lifecycle\?vault=[^&]+&view=(Stuck|Mine)$/);
    await on.board.filter.fill('due:overdue');
    await expect.poll(copied, SOON).toMatch(/&query=due%3Aoverdue$/);
  });

  it('shows the link to be copied by hand where the clipboard refuses', async () => {
    await on.board.filter.fill('due:overdue');
    await on.page.evaluate(() =>
      Object.assign(navigator.clipboard, { write: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }),
    );
    await on.board.root.getByRole('button', { name: 'Filter, sort and saved views' }).click();
    await on.page.getByRole('menuitem', { name: 'Copy link to this view' }).click();
    const field = on.page.getByRole('textbox', { name: 'The link to this view' });
    await expect.poll(() => field.inputValue(), SOON).toMatch(/&query=due%3Aoverdue$/);
    await press('Escape');
    await on.page.evaluate(() => Reflect.deleteProperty(navigator.clipboard, 'write'));
  });

  it('follows a link to a saved view, also by a former name, to a query, and to both; it opens the board', async () => {
    for (const [asked, filter] of [
      ['view=Stuck', 'state:blocked'],
      ['query=due%3Aoverdue', 'due:overdue'],
      ['view=Old&query=owner:sre', 'state:blocked owner:sre'],
    ]) {
      await on.page.evaluate(async () =>
        (await window.workbench).app.workspace.detachLeavesOfType('operations-lifecycle-board'),
      );
      await follow(`vault=any&${asked}`);
      await filterIs(filter ?? '');
    }
    await expect.poll(() => on.board.titles(), SOON).toEqual(['Draw it']);
  });

  it('tells of a link to a view that is none, and of a query that cannot be answered, and keeps what it showed', async () => {
    await on.board.filter.fill('state:blocked');
    await expect.poll(() => on.board.titles(), SOON).toEqual(['Draw it']);
    await follow('view=Nope');
    await on.page.locator('.notice', { hasText: 'There is no saved view “Nope”.' }).waitFor();
    await filterIs('state:blocked');
    await follow('query=due:someday');
    await expect
      .poll(() => on.board.root.locator('.ops-query-message').first().innerText(), SOON)
      .toMatch(/someday.*overdue/);
    await filterIs('due:someday');
    expect(await on.board.titles()).toEqual(['Draw it']);
  });

  it('has a view that was saved, with its rows and order, after a restart: by its entry and by link', async () => {
    const menuButton = () => on.board.root.getByRole('button', { name: 'Filter, sort and saved views' });
    const choose = async (name: string) => {
      await menuButton().click();
      await on.page.getByRole('menu').getByText(name, { exact: true }).click();
    };
    await on.board.filter.fill('-due:none');
    await choose('Rows by owner');
    await choose('Sort by title');
    await choose('Save this view…');
    await on.page.keyboard.type('Dated: "ours"');
    await press('Enter');
    await expect
      .poll(() => readNote(on, '.obsidian/plugins/operations-lifecycle/data.json'), SOON)
      .toContain('Dated: \\"ours\\"');
    await restart(on);
    await on.board.openAnew();
    await expect.poll(() => on.board.titles('Day 0'), SOON).toEqual(['Cost it', 'Draw it']);
    await choose('Dated: "ours"');
    await filterIs('-due:none');
    await on.board.root.locator('.ops-lane').first().waitFor();
    expect(await on.board.titles()).toEqual(['Cost it']);
    await menuButton().click();
    expect(await on.page.getByRole('menu').locator('[aria-checked="true"]').allInnerTexts()).toEqual([
      'Rows by owner',
      'Sort by title',
      'Dated: "ours"',
    ]);
    await press('Escape');
    await follow(`view=${encodeURIComponent('dated: "OURS"')}&query=${encodeURIComponent('"cost')}`);
    await filterIs('-due:none "cost');
  });

  it('says of a phase without responsibilities what is open, and draws no bar for it', async () => {
    const counts = (name: string) => on.board.header(name).locator('.ops-column-counts').innerText();
    const bars = (name: string) => on.board.header(name).locator('.ops-progress').count();
    expect([await counts('Day 2'), await bars('Day 2')]).toEqual(['0 open\n1 of 1 done', 1]);
    await writeNote(on, LAST, '# Overview\n\nAll is new #todo\n');
    await expect.poll(() => counts('Day 2'), SOON).toBe('1 open\nno responsibilities');
    expect(await bars('Day 2')).toBe(0);
    await writeNote(on, LAST, VAULT[LAST]);
    await expect.poll(() => bars('Day 2'), SOON).toBe(1);
  });

  it('fixes an error from the list of what is missing, and leads to what is none', async () => {
    const broken = `${VAULT[LAST]}\n![[Day 0 Operations#Overveiw]]\n![[SRE#Gone]]\n`;
    await writeNote(on, LAST, broken);
    await headMenu('Day 2');
    await on.page.getByRole('menuitem', { name: 'Is Day 2 ready?' }).click();
    const dialog = on.page.getByRole('dialog', { name: 'Is Day 2 ready?' });
    const missing = dialog.locator('.ops-missing li');
    await expect.poll(() => missing.count(), SOON).toBe(2);
    const fix = dialog.getByRole('button', { name: /^Fix: / });
    expect(await fix.count()).toBe(1);
    await fix.press('Enter');
    await expect.poll(() => readNote(on, LAST), SOON).toBe(broken.replace('Overveiw', 'Overview'));
    await expect.poll(() => missing.count(), SOON).toBe(1);
    expect(await on.page.evaluate(() => document.activeElement?.textContent)).toBe('Copy as Markdown');
    await missing.getByRole('link').click();
    await on.page.locator('.ops-check').getByText('SRE has no heading').waitFor();
    await writeNote(on, LAST, VAULT[LAST]);
  });

  it('says of a phase without a page that it has none, and offers to create it: in that answer, and in the head’s menu', async () => {
    await deleteNote(on, LAST);
    await expect
      .poll(() => on.board.header('Day 2').locator('.ops-column-counts').innerText(), SOON)
      .toBe('0 open\nno page yet');
    const form = on.page.getByRole('dialog', { name: 'New phase page' });
    await headMenu('Day 2');
    await on.page.getByRole('menuitem', { name: 'Create its page…' }).click();
    await form.waitFor();
    await press('Escape');
    await form.waitFor({ state: 'detached' });
    await headMenu('Day 2');
    await on.page.getByRole('menuitem', { name: 'Is Day 2 ready?' }).click();
    await on.page.getByRole('button', { name: 'Create its page…' }).press('Enter');
    await form.waitFor();
    expect(
      await form.getByRole('textbox').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
    ).toEqual(['Day 2', 'Maintenance']);
    await form.getByRole('button', { name: 'Create page' }).click();
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => readNote(on, LAST), SOON).toContain('## Responsibilities');
    await writeNote(on, LAST, VAULT[LAST]);
  });

  it('opens a saved view, and answers whether a phase is ready, by commands', async () => {
    await executeCommand(on, 'operations-lifecycle:open-saved-view');
    await on.page.keyboard.type('Stuck');
    await press('Enter');
    await filterIs('state:blocked');
    await executeCommand(on, 'operations-lifecycle:phase-ready');
    await on.page.keyboard.type('Day 0');
    await press('Enter');
    const dialog = on.page.getByRole('dialog', { name: 'Is Day 0 ready?' });
    await on.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await dialog.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect
      .poll(() => on.page.evaluate(() => navigator.clipboard.readText()), SOON)
      .toBe(
        [
          'Day 0 is not ready:',
          '',
          '- overdue: Cost it [[Day 0 Operations]]',
          '- open: Draw it [[Day 0 Operations]]',
          '- no owner: Cost it [[Day 0 Operations]]',
          '',
        ].join('\n'),
      );
    await press('Escape');
  });
});
