// What the handbook check says of snapshots, what its fix does, and that a snapshot gives it and the restoring of copies nothing else to say.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import { planFixes } from '../../../src/core/check/plan-fixes';
import { surveyCopies } from '../../../src/core/published-copies/survey-copies';
import { planSnapshotInsertion, planSnapshotUpdate } from '../../../src/core/snapshot/plan-snapshots';
import { isRefusal } from '../../../src/core/text/refusal';
import { CheckedVault } from '../check/check-vault';
import { PlanningTextVault } from '../edit/planning-text-vault';
import { fixtureVault } from '../fixture-vault';

const published = (text: string): string => `---\ndg-publish: true\n---\n${text}`;
const EMPTY = '%% phase-board snapshot: show:list %%\n%% phase-board end %%\n';
const FRESH = '%% phase-board snapshot: show:list %%\n\nNothing is open.\n\n%% phase-board end d58563c8 %%\n';

/** What is said of snapshots, by line, and whether it can be fixed. */
async function told(checked: CheckedVault): Promise<string[]> {
  return (await checked.findings())
    .filter(({ rule }) => rule === 'stale-snapshot')
    .map(({ path, at, message, fix }) => `${path}:${at.line + 1} ${message}${fix === null ? '' : ' (fix)'}`);
}

const STALE = 'This snapshot says something else than the board now. Expected it to be brought up to date. (fix)';

describe('the check of snapshots', () => {
  it('finds those of published notes that do not say what the board says, in callouts too', async () => {
    const quoted = EMPTY.trim().replace(/^/gm, '> ');
    expect(
      await told(
        new CheckedVault({
          'A.md': published(`${EMPTY}\n${FRESH}\n> [!info]\n${quoted}\n`),
          'B.md': EMPTY,
          'C.md': published(`\`\`\`\n${EMPTY}\`\`\`\n`),
        }),
      ),
    ).toEqual([`A.md:4 ${STALE}`, `A.md:14 ${STALE}`]);
  });
  it('says why it fixes none that holds somebody’s words, has no end, or asks what cannot be answered', async () => {
    expect(
      await told(
        new CheckedVault({
          'A.md': published(
            `${FRESH.replace('open', 'open, says Ann')}\n${EMPTY.replace('show:list', 'due:soon')}\n%% phase-board snapshot: %%\n`,
          ),
        }),
      ),
    ).toEqual([
      'A.md:4 Somebody has written in this snapshot of the board. Expected that text outside of it, or an update.',
      expect.stringMatching(/^A\.md:10 This snapshot of the board cannot be drawn: “soon” is no date\./),
      'A.md:13 This snapshot has no end. Expected a line %% phase-board end %% behind what belongs to it.',
    ]);
  });
  it('finds them in bullets and quotes too, as “Update all snapshots” does', async () => {
    const inside = (mark: string): string => `${mark}words\n${EMPTY.trim().replace(/^/gm, mark.replace('-', ' '))}\n`;
    const notes = {
      'A.md': published(inside('- ')),
      'B.md': published(inside('> ')),
      'C.md': published(inside('> - ')),
    };
    expect(await told(new CheckedVault(notes))).toEqual(Object.keys(notes).map((path) => `${path}:5 ${STALE}`));
    const vault = new PlanningTextVault(notes);
    const planned = await planSnapshotUpdate({ index: vault.index(), vault }, { path: null, today: '', shown: false });
    expect(planned).toMatchObject({ done: 'Updated 3 snapshots in 3 notes' });
  });
  it('looks again when another day has begun: what is overdue, or due this week, is another thing then', async () => {
    const checked = new CheckedVault({
      'A.md': published(FRESH.replace('show:', 'due:overdue show:')),
      'Day 1 Operations.md': '# Overview\n## Responsibilities\n- x #todo 📅 2026-11-29\n',
    });
    expect(await told(checked)).toEqual([]);
    expect(checked.check.isSettled).toBe(true);
    checked.today = '2026-11-30';
    expect(checked.check.isSettled).toBe(false);
    expect(await told(checked)).toEqual([`A.md:4 ${STALE}`]);
    checked.today = '2026-11-29';
    expect(await told(checked)).toEqual([]);
  });
  it('looks again when a todo anywhere has changed', async () => {
    const checked = new CheckedVault({ 'A.md': published(FRESH), 'Day 1 Operations.md': '# Overview\n' });
    expect(await told(checked)).toEqual([]);
    checked.write('Day 1 Operations.md', '# Overview\n## Responsibilities\n- x #todo\n');
    expect(await told(checked)).toEqual([`A.md:4 ${STALE}`]);
    checked.write('Day 1 Operations.md', '# Overview\n');
    expect(await told(checked)).toEqual([]);
  });
  it('brings them up to date in a fix, and then finds nothing', async () => {
    const vault = new PlanningTextVault({
      'A.md': published(`${EMPTY}\n${FRESH.replace('open', 'open, says Ann')}\n${EMPTY}`),
      'Ops/Day 1 Operations.md': published('# Overview\n## Responsibilities\n- x %% #todo %%\n'),
    });
    const checked = new CheckedVault(Object.fromEntries(vault.texts));
    const planned = await planFixes(await checked.findings(), { index: vault.index(), vault });
    if (isRefusal(planned)) throw new Error(planned.refusal);
    expect(planned.done).toBe('Fixed 2 findings');
    for (const { path, before, edits } of planned.changes) checked.write(path, applyEdits(before, edits));
    expect((await told(checked)).map((one) => one.slice(0, 30))).toEqual(['A.md:12 Somebody has written i']);
    expect(checked.vault.texts.get('A.md')).toContain('open, says Ann');
  });
});

describe('a snapshot', () => {
  // In a section of which there are frozen copies it makes those stale, as any other text there does.
  it('gives the check and the restoring of copies nothing to say', async () => {
    for (const [name, pages] of [
      ['demo-vault', /Overview|Glance/],
      ['published-vault', /Handbook/],
    ] as const) {
      const texts = Object.fromEntries(fixtureVault(name).texts);
      const vault = new PlanningTextVault(texts);
      const hosts = Object.keys(texts).filter((path) => pages.test(path));
      expect(hosts.length).toBeGreaterThan(0);
      for (const path of hosts) {
        const planned = await planSnapshotInsertion(
          { index: vault.index(), vault },
          { path, query: '', show: 'board', offset: null, today: '2026-11-29' },
        );
        if (isRefusal(planned)) throw new Error(planned.refusal);
        for (const { before, edits } of planned.changes) vault.write(path, applyEdits(before, edits));
      }
      const lines = async (of: Readonly<Record<string, string>>): Promise<string[]> =>
        (await new CheckedVault(of).findings()).map(({ path, rule, link, message }) =>
          [path, rule, link, message].join(' '),
        );
      expect(await lines(Object.fromEntries(vault.texts))).toEqual(await lines(texts));
      const copies = async (of: PlanningTextVault): Promise<number[]> =>
        [...(await surveyCopies(of, [...of.notes()])).notes.values()].map(({ source }) => source.copies.length);
      expect(await copies(vault)).toEqual(await copies(new PlanningTextVault(texts)));
      const todos = (of: PlanningTextVault): string[] =>
        [...of.index().todos()].map(({ path, line, title, phase }) => [path, line, title, phase?.name].join(' '));
      expect(todos(vault).sort()).toEqual(todos(new PlanningTextVault(texts)).sort());
    }
  });
});
