// Moving a note as a whole, whether a tag marks it or not: what a drop on the board of a base writes.
import { describe, expect, it } from 'vitest';
import { planMove } from '../../../../src/core/edit/move/plan-move';
import { planTodo } from '../../../../src/core/edit/actions/plan-several';
import { markDone } from '../../../../src/core/edit/actions/mark-done';
import { hideTodo } from '../../../../src/core/edit/actions/hide-todo';
import { setTodo } from '../../../../src/core/edit/actions/set-todo';
import type { LinkFormat } from '../../../../src/core/link/link-vault';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/core/settings/settings';
import { isRefusal } from '../../../../src/core/text/refusal';
import type { TodoAction } from '../../../../src/core/edit/actions/todo-change';
import { linesChanged, notesAfter, PATH, planningOf } from '../act';

const PAGE = '# Overview\n## Responsibilities\n- x\n';
const HANDBOOK = {
  'Ops/Day 0 Operations.md': PAGE,
  'Ops/Day 1 Operations.md': `${PAGE}- [[Linked]]\n`,
  'Ops/Day 2 Operations.md': PAGE,
  'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n# [[Day 2 Operations]]\n',
  'Roles/SRE.md': '',
};

interface Given {
  readonly handbook?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  readonly linkFormat?: LinkFormat;
}

async function drop(path: string, text: string, column: string, given: Given = {}): Promise<string[]> {
  const { handbook = HANDBOOK, settings = {}, linkFormat } = given;
  const { vault } = planningOf({ ...handbook, [path]: text });
  if (linkFormat) vault.linkFormat = linkFormat;
  const index = vault.index(settings);
  const note = index.judgeNoteItself(path);
  return linesChanged(vault, await planMove({ vault, index }, [note], { column, withText: false }));
}

async function act(action: TodoAction, text: string): Promise<string[]> {
  const { vault, planning } = planningOf({ ...HANDBOOK, [PATH]: text });
  return linesChanged(vault, await planTodo(planning, planning.index.judgeNoteItself(PATH), action));
}

describe('a note that no tag marks', () => {
  it('gets the phase as its property, written as the note writes it, and nothing else changes', async () => {
    expect(await drop(PATH, 'Text.\n', 'Day 1')).toEqual(['+---', '+phase: "[[Ops/Day 1 Operations]]"', '+---']);
    expect(await drop(PATH, '---\r\nphase: Day 0 # why\r\nx: 1\r\n---\r\nText.\r\n', 'Day 2')).toEqual([
      '-phase: Day 0 # why\r',
      '+phase: Day 2 # why\r',
    ]);
  });
  it('goes on linking by the whole path where it did, or by the name', async () => {
    const linkFormat = { path: 'shortest', markdown: true } as const;
    const linked = (link: string): Promise<string[]> =>
      drop(PATH, `---\nphase: "${link}"\n---\n`, 'Day 1', { linkFormat });
    expect(await linked('[[Ops/Day 0 Operations]]')).toEqual([
      '-phase: "[[Ops/Day 0 Operations]]"',
      '+phase: "[[Ops/Day 1 Operations]]"',
    ]);
    expect(await linked('[[Day 0 Operations]]')).toEqual([
      '-phase: "[[Day 0 Operations]]"',
      '+phase: "[[Day 1 Operations]]"',
    ]);
  });
  it('has a wikilink as its property, whatever the user wants in texts', async () => {
    expect(await drop(PATH, 'Text.\n', 'Day 1', { linkFormat: { path: 'relative', markdown: true } })).toEqual([
      '+---',
      '+phase: "[[Day 1 Operations]]"',
      '+---',
    ]);
  });
  it('names a phase that has no page, and says why where no link can lead to it', async () => {
    const { 'Ops/Day 1 Operations.md': day1, ...handbook } = HANDBOOK;
    expect(await drop(PATH, '---\nphase: "[[Day 0 Operations]]"\n---\n', 'Day 1', { handbook })).toEqual([
      '-phase: "[[Day 0 Operations]]"',
      '+phase: "Day 1"',
    ]);
    const page = 'Ops/Day #1.md';
    const phases = DEFAULT_SETTINGS.phases.map((phase) => (phase.name === 'Day 1' ? { ...phase, page } : phase));
    expect(
      await drop(PATH, 'Text.\n', 'Day 1', { handbook: { ...handbook, [page]: day1 }, settings: { phases } }),
    ).toEqual(['No link can lead to Ops/Day #1.md: there is `#` in its name. Rename it, for example to Day 1.']);
  });
  it('comes to Cross-phase by losing its property, where the overview’s folder is around it', async () => {
    expect(await drop(PATH, '---\nphase: Day 0\nx: 1\n---\n', 'Cross-phase')).toEqual(['-phase: Day 0']);
    expect(await drop('Far/N.md', '---\nphase: Day 0\n---\n', 'Cross-phase')).toEqual([
      '“N” would be in Elsewhere, because N lies outside the operations folder. Change that first.',
    ]);
  });
  it('is kept where a responsibility ties it, and says so', async () => {
    expect(await drop('Ops/Linked.md', '', 'Cross-phase')).toEqual([
      expect.stringContaining('“Linked” cannot go to Cross-phase, because a responsibility of Day 1 links to Linked.'),
    ]);
  });
  it('is refused where it is a phase’s page, is there already, or is to go Elsewhere', async () => {
    expect(await drop('Ops/Day 1 Operations.md', PAGE, 'Day 2')).toEqual([
      'This is the page of Day 1 itself. Split it into bullets, and move those.',
    ]);
    expect(await drop(PATH, '---\nphase: Day 1\n---\n', 'Day 1')).toEqual([
      expect.stringContaining('is in Day 1 already'),
    ]);
    expect(await drop(PATH, '', 'Elsewhere')).toEqual([expect.stringContaining('nothing is moved there')]);
  });
  it('takes its todos along, and names them', async () => {
    expect(await drop(PATH, '## A\n#todo\n', 'Day 1')).toEqual([
      '+---',
      '+phase: "[[Ops/Day 1 Operations]]"',
      '+---',
      'Another todo changes column with it: “A”.',
    ]);
  });
  it('is in the column afterwards, by the index’s own rules', async () => {
    for (const column of ['Day 0', 'Day 1', 'Day 2']) {
      const { vault, planning } = planningOf({ ...HANDBOOK, 'Ops/Linked.md': 'Text' });
      const planned = await planMove(planning, [planning.index.judgeNoteItself('Ops/Linked.md')], {
        column,
        withText: false,
      });
      if (column === 'Day 1') expect(isRefusal(planned)).toBe(true);
      else {
        const after = planningOf(Object.fromEntries(notesAfter(vault, planned)));
        expect(after.planning.index.judgeNoteItself('Ops/Linked.md')).toMatchObject({
          why: 'property',
          phase: { name: column },
        });
      }
    }
  });
  it('gets an owner and a due date by its properties; there is no mark to take away, hide or give a state', async () => {
    expect(await act(setTodo({ owner: 'Roles/SRE.md' }), 'x\n')).toEqual([
      '+---',
      '+owner: "[[Roles/SRE|SRE]]"',
      '+---',
    ]);
    expect(await act(setTodo({ due: '2026-12-01' }), 'x\n')).toEqual(['+---', '+due: 2026-12-01', '+---']);
    expect(
      await Promise.all([markDone(), hideTodo('hide'), setTodo({ state: 'blocked' })].map((one) => act(one, 'x\n'))),
    ).toEqual([
      ['Note: there is nothing to change.'],
      ['“Note” is marked by a property, which the site does not show.'],
      ['“Note” has this state already.'],
    ]);
  });
});

describe('a note that a tag marks', () => {
  it('moves as its todo does: by the property, or where its tag names a phase by that', async () => {
    expect(await drop(PATH, '---\ntags: [todo]\n---\n', 'Day 1')).toEqual(['+phase: "[[Ops/Day 1 Operations]]"']);
    expect(await drop(PATH, '---\ntags: [todo/day-0]\n---\n', 'Day 1')).toEqual([
      '-tags: [todo/day-0]',
      '+tags: [todo/day-1]',
    ]);
  });
});
