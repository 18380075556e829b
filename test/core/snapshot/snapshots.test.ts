// Snapshots of the board in notes: what they show, what counts as theirs, and what a published page shows of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHOWS, type Show } from '../../../src/core/block/board-block';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import type { Planned } from '../../../src/core/edit/edit-plan';
import { planSnapshotInsertion, planSnapshotUpdate } from '../../../src/core/snapshot/plan-snapshots';
import { isRefusal } from '../../../src/core/text/refusal';
import { digestOf, visibleText } from '../../../src/core/snapshot/visible-text';
import { publishNote } from '../../garden/publish-note';
import { withoutDueAndOwner } from '../../../src/core/index/short-title';
import { runs } from '../../property-runs';
import { PlanningTextVault } from '../edit/planning-text-vault';
import { fixtureVault } from '../fixture-vault';

const TODAY = '2026-11-29';
const published = (text: string): string => `---\ndg-publish: true\n---\n${text}`;
const OPEN = '%% phase-board snapshot: %%';
const END = '%% phase-board end %%';

const HANDBOOK = {
  'Ops/Day 0 Operations.md': published(
    '# Overview\n## Responsibilities\n- Choose tools ([[Roles/SRE|SRE]]). #todo 📅 2026-12-01\n- Draw it\n',
  ),
  'Ops/Day 1 Operations.md': published('# Overview\n## Responsibilities\n- Ship it #todo/blocked\n'),
  'Ops/Day 2 Operations.md': published('# Overview\n## Responsibilities\n'),
  'Ops/Ops Overview.md': published('# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n'),
  'Roles/SRE.md': published(''),
};

/** The handbook with further notes, to be planned in. */
function handbook(files: Readonly<Record<string, string>> = {}): PlanningTextVault {
  return new PlanningTextVault({ ...HANDBOOK, ...files });
}

/** Writes what a plan says; answers with what was done and what to know, or why nothing was. */
function carry(vault: PlanningTextVault, planned: Planned): string[] {
  if (isRefusal(planned)) return ['refused', ...planned.refusal.split('\n')];
  for (const { path, before, edits } of planned.changes) vault.write(path, applyEdits(before, edits));
  return [planned.done, ...planned.remarks];
}

const update = async (vault: PlanningTextVault, path: string | null = 'Status.md', shown = false): Promise<string[]> =>
  carry(vault, await planSnapshotUpdate({ index: vault.index(), vault }, { path, today: TODAY, shown }));

const insert = async (
  vault: PlanningTextVault,
  asked: { query?: string; show?: Show; offset?: number },
): Promise<string[]> =>
  carry(
    vault,
    await planSnapshotInsertion(
      { index: vault.index(), vault },
      { path: 'Status.md', query: '', show: 'board', offset: null, today: TODAY, ...asked },
    ),
  );

const textOf = (vault: PlanningTextVault, path = 'Status.md'): string => vault.texts.get(path) ?? '';

/** What stands in a note's snapshot when it is brought up to date. */
async function drawn(query: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const vault = handbook({ 'Status.md': published(`%% phase-board snapshot: ${query} %%\n${END}\n`), ...files });
  await update(vault);
  return textOf(vault)
    .split('\n')
    .slice(5, -3)
    .filter((line) => line !== '');
}

describe('a snapshot', () => {
  it('shows how far the phases are, and below that the todos of each as links, with owner, date and state', async () => {
    expect(await drawn('')).toEqual([
      '| Phase | Done | Open | Without owner | Next date |',
      '| --- | --- | --- | --- | --- |',
      '| [[Ops/Day 0 Operations\\|Day 0]] · Planning | 1 of 2 | 1 | 1 | 2026-12-01 |',
      '| [[Ops/Day 1 Operations\\|Day 1]] · Deployment | 0 of 1 | 1 | 1 |  |',
      '| [[Ops/Day 2 Operations\\|Day 2]] · Maintenance |  | 0 | 0 |  |',
      '**Day 0 · Planning**',
      '| Todo | Owner | Due | State |',
      '| --- | --- | --- | --- |',
      '| [[Ops/Day 0 Operations\\|Choose tools.]] | [[Roles/SRE\\|SRE]] | 2026-12-01 |  |',
      '**Day 1 · Deployment**',
      '| Todo | Owner | Due | State |',
      '| --- | --- | --- | --- |',
      '| [[Ops/Day 1 Operations\\|Ship it]] |  |  | blocked |',
    ]);
  });
  it('shows the todos in one list, or only the phases, and of them only what is asked for', async () => {
    expect(await drawn('show:list phase:"Day 0"')).toEqual([
      '| Phase | Todo | Owner | Due | State |',
      '| --- | --- | --- | --- | --- |',
      '| Day 0 | [[Ops/Day 0 Operations\\|Choose tools.]] | [[Roles/SRE\\|SRE]] | 2026-12-01 |  |',
    ]);
    expect((await drawn('phase:"Day 2" show:progress')).slice(2)).toEqual([
      '| [[Ops/Day 2 Operations\\|Day 2]] · Maintenance |  | 0 | 0 |  |',
    ]);
    expect((await drawn('-owner:sre show:progress')).slice(2, 3)).toEqual([
      '| [[Ops/Day 0 Operations\\|Day 0]] · Planning | 1 of 2 | 0 of 1 | 1 |  |',
    ]);
    expect(await drawn('show:list nowhere')).toEqual(['Nothing is open.']);
  });
  it('names what it cannot show, and stays', async () => {
    for (const [asked, reason] of [
      ['due:tomorow', '“tomorow” is no date.'],
      ['show:bars', '“bars” is no value of show. Allowed: board, list, progress.'],
    ]) {
      const text = `a\n\n%% phase-board snapshot: ${asked} %%\nold\n${END}\n`;
      const vault = handbook({ 'Status.md': text });
      expect((await update(vault)).join(' ')).toContain(`refused Status, line 3: ${reason}`);
      expect(textOf(vault)).toBe(text);
    }
  });
  it('is put on lines of its own, at the cursor or at the note’s end', async () => {
    const vault = handbook({ 'Status.md': '# Status\ntext\n' });
    expect(await insert(vault, { query: 'nowhere', show: 'list' })).toEqual(['Added a snapshot to Status']);
    const region =
      '%% phase-board snapshot: nowhere show:list %%\n\nNothing is open.\n\n%% phase-board end d58563c8 %%';
    expect(textOf(vault)).toBe(`# Status\ntext\n\n${region}\n`);
    for (const [before, at, after] of [
      ['', 0, region],
      ['---\na: 1\n---\n', undefined, `---\na: 1\n---\n\n${region}`],
      ['ab', 1, `a\n\n${region}\n\nb`],
      ['- a\n', undefined, `- a\n\n${region}\n`],
      ['a\r\n', undefined, `a\r\n\r\n${region.replaceAll('\n', '\r\n')}\r\n`],
    ] as const) {
      const other = handbook({ 'Status.md': before });
      await insert(other, { query: 'nowhere', show: 'list', ...(at !== undefined && { offset: at }) });
      expect(textOf(other)).toBe(after);
    }
  });
  it('is refused where it would not be read, and with a query that no comment can hold', async () => {
    const refusal = async (text: string, offset?: number, query = ''): Promise<string> =>
      (await insert(handbook({ 'Status.md': text }), { query, ...(offset !== undefined && { offset }) })).join(' ');
    expect(await refusal('```\nx')).toBe('refused A snapshot in code is not shown. Put the cursor below it.');
    expect(await refusal('---\na: 1\n---\n', 5)).toBe(
      'refused Properties hold no snapshot. Put the cursor below them.',
    );
    expect(await refusal(`${OPEN}\n\n${END}\n`, 30)).toBe(
      'refused There is a snapshot here already. Put the cursor below it.',
    );
    expect(await refusal('', 0, 'a %% b')).toMatch(/^refused A snapshot’s query stands in a comment/);
    expect(await refusal('---\nkanban-plugin: board\n---\n')).toMatch(
      /^refused Status is a board of the Kanban plugin/,
    );
  });
});

describe('an update', () => {
  it('changes nothing the second time, whatever is shown, of a whole handbook', async () => {
    const vault = new PlanningTextVault(Object.fromEntries(fixtureVault('demo-vault').texts));
    for (const show of SHOWS) {
      vault.write('Status.md', published('# Status\n'));
      await insert(vault, { show });
      const once = textOf(vault);
      expect(once.split('\n').length).toBeGreaterThan(8);
      expect((await update(vault))[0]).toBe('The snapshot is up to date');
      vault.write('Status.md', once.replace(/ 2026-\d\d-\d\d /g, ' 2020-01-01 '));
      await update(vault, 'Status.md', true);
      expect(textOf(vault)).toBe(once);
    }
  });
  it('finds each snapshot of a note, and of all notes', async () => {
    const two = `${OPEN}\n${END}\n\ntext\n\n%% phase-board snapshot: show:list %%\n${END}\n`;
    const vault = handbook({ 'Status.md': two, 'Other.md': `> ${OPEN}\n> ${END}`, 'None.md': '%% x %%' });
    expect(await update(vault)).toEqual(['Updated 2 snapshots in 1 note']);
    expect(await update(vault, null)).toEqual(['Updated 1 snapshot in 1 note']);
    expect(await update(vault, null)).toEqual(['All 3 snapshots are up to date']);
    expect(await update(vault, 'None.md')).toEqual([
      'refused',
      'There is no snapshot in None. “Insert snapshot…” makes one.',
    ]);
  });
  it('keeps line ends, and the marks of the callout that it stands in', async () => {
    for (const eol of ['\n', '\r\n'])
      for (const prefix of ['', '> ', '>', '> > ', '  ']) {
        const lines = ['a', '', `${prefix}%% phase-board snapshot: show:list nowhere %%`, `${prefix}${END}`, '', 'b'];
        const vault = handbook({ 'Status.md': lines.join(eol) });
        await update(vault);
        expect(textOf(vault).split(eol)).toEqual([
          ...lines.slice(0, 3),
          prefix.trimEnd(),
          `${prefix}Nothing is open.`,
          prefix.trimEnd(),
          `${prefix}%% phase-board end d58563c8 %%`,
          '',
          'b',
        ]);
        expect(await update(vault)).toEqual(['The snapshot is up to date']);
      }
  });
  it('leaves what has no end, and says where', async () => {
    const reason = 'this snapshot has no end. Expected a line %% phase-board end %% behind what belongs to it.';
    for (const text of [
      `${OPEN}\ntext\n`,
      `${OPEN}\n> ${END}\n`,
      `> ${OPEN}\n\n> ${END}\n`,
      `> ${OPEN}\n> x\n${END}\n`,
      `${OPEN}\n\`\`\`\n${END}\n\`\`\`\n`,
    ]) {
      const vault = handbook({ 'Status.md': text });
      expect(await update(vault)).toEqual(['refused', `Status, line 1: ${reason}`]);
      expect(textOf(vault)).toBe(text);
    }
    const cut = handbook({ 'Status.md': `${OPEN}\nmine\n\n${OPEN}\n${END}\n\n${END}\n` });
    expect(await update(cut)).toEqual(['Updated 1 snapshot in 1 note', `Left as it is: Status, line 1: ${reason}`]);
    expect(textOf(cut).split('\n').slice(0, 4)).toEqual([OPEN, 'mine', '', OPEN]);
  });
  it('knows none in code', async () => {
    for (const fence of ['```', '~~~~', '> ```']) {
      const text = `${fence}\n${fence.startsWith('>') ? '> ' : ''}${OPEN}\n${fence.startsWith('>') ? '> ' : ''}${END}\n${fence}\n`;
      expect((await update(handbook({ 'Status.md': text })))[0]).toBe('refused');
    }
  });
});

describe('what somebody has written in a snapshot', () => {
  const fresh = async (): Promise<PlanningTextVault> => {
    const vault = handbook({ 'Status.md': published('') });
    await insert(vault, {});
    return vault;
  };
  it('is never written over unseen', async () => {
    for (const edit of [
      (text: string) => text.replace('Ship it', 'Ship it, but ask Ann'),
      (text: string) => text.replace('blocked', 'blocked by the bank'),
      (text: string) => text.replace('\n**Day 1', '\nA word of my own.\n\n**Day 1'),
      (text: string) => text.replace(/end [0-9a-f]+ /, 'end ').replace('Ship', 'Send'),
    ]) {
      const vault = await fresh();
      const [before, mine] = [textOf(vault), edit(textOf(vault))];
      expect(mine).not.toBe(before);
      vault.write('Status.md', mine);
      expect(await update(vault, null)).toEqual([
        'refused',
        'Status, line 5: somebody has written in this snapshot, and an update would write over it.',
        'Move that text out of it, or update it in Obsidian, where a preview shows what goes. Nothing was written.',
      ]);
      expect(textOf(vault)).toBe(mine);
      expect(await update(vault, null, true)).toEqual([
        'Updated 1 snapshot in 1 note',
        'Status, line 5: what somebody has written in this snapshot goes.',
      ]);
      expect(textOf(vault)).toBe(before);
    }
  });
  it('is not what renames and other plugins do to it: links that follow, wider tables, other line ends', async () => {
    for (const edit of [
      (text: string) => text.replaceAll('Roles/SRE\\|', 'Roles/Reliability\\|'),
      (text: string) => text.replaceAll('| --- |', '| :--- |'.replace(':', '--')),
      (text: string) => text.replaceAll(' |', '    |'),
      (text: string) => text.replaceAll('\n', '\r\n'),
      (text: string) => text.replaceAll('\n\n', '\n\n\n'),
      (text: string) => text.replace('[[Ops/Day 1 Operations\\|Ship it]]', '[Ship it](Ops/Day%201%20Operations.md)'),
    ]) {
      const vault = await fresh();
      vault.write('Ops/Day 1 Operations.md', published('# Overview\n## Responsibilities\n'));
      vault.write('Status.md', edit(textOf(vault)));
      expect(await update(vault)).toEqual(['Updated 1 snapshot in 1 note']);
      expect(textOf(vault)).not.toContain('Ship it');
    }
  });
  it('is not a region that somebody has opened by hand, or one that says already what it should', async () => {
    const vault = await fresh();
    vault.write('Status.md', textOf(vault).replace(/end [0-9a-f]+ /, 'end '));
    expect(await update(vault)).toEqual(['Updated 1 snapshot in 1 note']);
  });
});

describe('a snapshot whose links say no more than where they lead', () => {
  it('is known again after a rename', async () => {
    const vault = handbook({ 'Status.md': `${OPEN}\n${END}\n` });
    vault.linkFormat = { path: 'shortest', markdown: false };
    await update(vault);
    expect(textOf(vault)).toContain('| [[SRE\\|SRE]] |');
    vault.write('Status.md', textOf(vault).replace('[[SRE\\|', '[[Reliability\\|'));
    vault.write('Ops/Day 1 Operations.md', '');
    expect(await update(vault)).toEqual(['Updated 1 snapshot in 1 note']);
  });
});

describe('the todos of a note', () => {
  it('are not those of its snapshot, in the query neither', () => {
    const region =
      '%% phase-board snapshot: tag:#todo/day-1 -tag: #todo %%\n\n#todo\n\n| a #todo |\n| --- |\n| b #todo |\n\n%% phase-board end %%';
    const titles = (text: string): string[] =>
      handbook({ 'Ops/Status.md': text })
        .index()
        .todosOf('Ops/Status.md')
        .map(({ title }) => title);
    expect(titles(`# A\n- x #todo\n\n${region}\n\ny #todo\n`)).toEqual(['x', 'y']);
    expect(titles(`> ${region.replaceAll('\n', '\n> ')}\n`)).toEqual([]);
  });
  it('are those below a snapshot without an end', () => {
    const index = handbook({ 'Ops/Status.md': '%% phase-board snapshot: tag:#todo %%\n\ny #todo\n' }).index();
    expect(index.todosOf('Ops/Status.md').map(({ title }) => title)).toEqual(['y']);
  });
});

/** What a reader of the site sees of a page: links by what they show, escapes as what they stand for; and where the links lead. */
function onSite(page: string): { readonly shown: string; readonly targets: readonly string[] } {
  const targets: string[] = [];
  const shown = page
    .replace(/^---\n[^]*?\n---\n/, '')
    .replace(/\[\[(.*?)\\?\|(.*?)\]\]/g, (_link, target: string, text: string) => {
      targets.push(target.split('#')[0] ?? '');
      return text;
    })
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&#96;', '`');
  return { shown, targets };
}

describe('a published snapshot', () => {
  it('leads to published notes only, and tells of the others', async () => {
    const files = {
      'Ops/Day 1/Secret.md': '- Call the lawyer ([[Roles/Boss|Boss]]) #todo\n',
      'Roles/Boss.md': '',
      'Status.md': published(`${OPEN}\n${END}\n`),
    };
    const vault = handbook(files);
    expect(await update(vault)).toEqual([
      'Updated 1 snapshot in 1 note',
      'The site will name todos of notes that are not published, without a link: Secret.',
    ]);
    expect(textOf(vault)).toContain('| Call the lawyer | Boss |  |  |');
  });
  it('does not tell what stands in a comment, where only the tag does it tells of the todo', async () => {
    const files = {
      'Ops/Day 1/Plain.md': published(
        '%% Rotate the leaked key #todo %%\n\n- %% call #todo %%\n- Ship it %% #todo, Bob left %%\n\n> %% quote #todo %%\n\n%%\nmany lines #todo\n%%\n\n## Head\n%% #todo %%\n',
      ),
    };
    const lines = (await drawn('show:list in:"Ops/Day 1/Plain"', files)).slice(2);
    expect(lines.map((line) => /\\\|([^\]]*)\]\]/.exec(line)?.[1])).toEqual(['Ship it', 'Head']);
  });
  it('is in the form that the publisher reads, in every vault', async () => {
    for (const path of ['absolute', 'shortest', 'relative'] as const)
      for (const markdown of [false, true]) {
        const vault = handbook({ 'Status.md': published(`${OPEN}\n${END}\n`) });
        vault.linkFormat = { path, markdown };
        await update(vault);
        const { shown, targets } = onSite(publishNote(vault, 'Status.md'));
        expect(shown).not.toMatch(/\[\[|\]\]|\]\(|#todo|%%/);
        expect([...new Set(targets)].sort()).toEqual([
          'Ops/Day 0 Operations',
          'Ops/Day 1 Operations',
          'Ops/Day 2 Operations',
          'Roles/SRE',
        ]);
      }
  });
  it('shows each title as it is, and nothing of it as a tag, a link or a mark', async () => {
    const piece = fc.constantFrom(
      ...[
        '#todo',
        '#',
        '[[Ops/Day 0 Operations|x]]',
        '[[',
        ']]',
        '[',
        ']',
        '|',
        '\\',
        '`',
        '``',
        '*',
        '**',
        '_',
        '~~',
        '==',
      ],
      ...[
        '$',
        '$&',
        '$$',
        '%',
        '%%',
        '<b>',
        '</td>',
        '<!--',
        '-->',
        '&amp;',
        '&',
        '^id',
        '(',
        ')',
        '![[SRE]]',
        '{{x}}',
      ],
      ...[
        'https://x.org',
        '[a](b.md)',
        'word',
        ' ',
        ' ',
        'é',
        '📅 2026-01-01',
        '- ',
        '> ',
        '`#todo`',
        '`[[SRE|y]]`',
        '\\#todo',
      ],
    );
    const title = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => `x${pieces.join('')}`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(title, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(...SHOWS),
        async (titles, show) => {
          const note = `${titles.map((one) => `- ${one} #todo\n`).join('')}\n## ${titles[0] ?? ''}\n#todo\n`;
          const vault = handbook({
            'Ops/Day 1/Hostile.md': published(note),
            'Status.md': published(`%% phase-board snapshot: show:${show} %%\n${END}\n`),
          });
          await update(vault);
          const text = textOf(vault);
          expect(await update(vault)).toEqual(['The snapshot is up to date']);
          expect(textOf(vault)).toBe(text);
          expect(vault.index().todosOf('Status.md')).toEqual([]);
          expect(vault.metadata('Status.md')?.tags ?? []).toEqual([]);
          expect(vault.metadata('Status.md')?.headings ?? []).toEqual([]);
          const page = publishNote(vault, 'Status.md');
          const { shown, targets } = onSite(page);
          expect(shown).not.toMatch(/#todo|\[\[|\]\]/);
          expect(page).not.toContain('%%');
          const said = ({ title }: { readonly title: string }): string =>
            title.replace(/([[\]])\1+/g, '$1').replace(/#(?=\S)/g, '＃');
          if (show !== 'progress')
            for (const todo of vault
              .index()
              .todosOf('Ops/Day 1/Hostile.md')
              .filter(({ hidden }) => !hidden))
              expect(shown).toContain(withoutDueAndOwner(said(todo), null));
          expect(targets.filter((target) => !vault.exists(`${target}.md`))).toEqual([]);
          // Every row has as many cells as its table's head: no title ends one.
          const rows = page.split('\n').filter((line) => line.startsWith('|'));
          const cells = new Set(rows.map((row) => row.replace(/\\./g, '').split('|').length));
          expect([...cells].every((count) => [6, 7].includes(count))).toBe(true);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe('what a snapshot says', () => {
  it('is the same however its links and tables are written', () => {
    const says = visibleText('| [[Ops/A\\|a b]] | x \\* y |\n| --- | --- |\n');
    expect(visibleText('>\n> | [a b](Ops/A%20(1).md) |   x * y |\r\n> |-----|-----|\r\n>')).toBe(
      visibleText('| [[B\\|a b]] | x \\* y |\n|---|---|'),
    );
    expect(says).toBe('| a b | x * y |\n| --- | --- |');
  });
  it('has a mark that other words do not have', () => {
    expect(digestOf('')).toBe('811c9dc5');
    expect(digestOf('a')).toBe('e40c292c');
    expect(digestOf('ab')).not.toBe(digestOf('ba'));
  });
});
