// A plan of many todos asks between its pieces whether the app is to have its turn, and what others write in such a turn nobody loses.
import { describe, expect, it, vi } from 'vitest';
import { markDone } from '../../../src/core/edit/actions/mark-done';
import { planSeveral } from '../../../src/core/edit/actions/plan-several';
import { setTodo } from '../../../src/core/edit/actions/set-todo';
import { applyEdits } from '../../../src/core/edit/apply-edits';
import type { Planned } from '../../../src/core/edit/edit-plan';
import { planMove } from '../../../src/core/edit/move/plan-move';
import type { Planning } from '../../../src/core/edit/planning';
import { rebaseEdits } from '../../../src/core/edit/rebase-edits';
import type { Todo } from '../../../src/core/index/todo';
import { isRefusal } from '../../../src/core/text/refusal';
import { linesChanged, PATH, planningOf } from './act';

type Plan = (planning: Planning, todos: readonly Todo[]) => Promise<Planned>;

const PLANS: readonly (readonly [name: string, plan: Plan])[] = [
  ['a move', (planning, todos) => planMove(planning, todos, { column: 'Day 1', withText: false })],
  [
    'a move to an owner',
    (planning, todos) => planMove(planning, todos, { column: 'Day 1', withText: false, owner: 'Roles/SRE.md' }),
  ],
  ['done', (planning, todos) => planSeveral(planning, todos, markDone())],
  ['a due date', (planning, todos) => planSeveral(planning, todos, setTodo({ due: '2027-01-01' }))],
  ['an owner', (planning, todos) => planSeveral(planning, todos, setTodo({ owner: 'Roles/SRE.md' }))],
];

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('');

/** A handbook with todos in notes, in sections of one note, and on a page, each beside a link that may be an owner's. */
function handbook(count: number, notes: number): Record<string, string> {
  const files: Record<string, string> = {
    'Ops/Operations Overview.md': '# [[Day 0 Operations]]\n# [[Day 1 Operations]]\n',
    'Ops/Day 0 Operations.md': `# Overview\n## Responsibilities\n${lines(count / 4, (at) => `- Plan ${at} [[Roles/DBA]] #todo`)}`,
    'Ops/Day 1 Operations.md': '# Overview\n## Responsibilities\n- Deploy\n',
    'Ops/Sections.md': lines(count / 4, (at) => `# Part ${at}\n\n#todo [[Roles/DBA]]\n\nSee [[#Part ${at + 1}]].\n`),
    'Roles/DBA.md': '',
    'Roles/SRE.md': '',
  };
  for (let note = 0; note < notes; note++)
    files[`Ops/N${note}.md`] = lines(count / 2 / notes, (at) => `- Step ${note}.${at} [[Roles/DBA]] #todo`);
  return files;
}

/** The words of all notes, without what the plans write and take away. */
const wordsIn = (texts: Iterable<string>): string[] =>
  [...texts].flatMap((text) => text.match(/(?:Plan|Part|Step|Deploy|Outside) [\d.]*/g) ?? []).sort();

/** What others do to a note in the meantime. */
const OUTSIDE: readonly ((text: string) => string)[] = [
  (text) => `Outside 1\n\n${text}`,
  (text) => `${text}\n- Outside 1\n`,
  (text) => text.replace(/#todo/, '#todo Outside 1'),
  (text) => text.replace(/.*#todo.*\n/, 'Outside 1\n'),
];

describe.each(PLANS)('%s', (_name, plan) => {
  it('of 1,000 todos lets the app in before it has asked 2,500 questions, which take 50 ms', async () => {
    const { vault, planning } = planningOf(handbook(1000, 50));
    const todos = [...planning.index.todos()];
    expect(todos).toHaveLength(1000);
    const asked = vi.spyOn(vault, 'resolve');
    let most = 0;
    const breathe = (): null => {
      most = Math.max(most, asked.mock.calls.length);
      asked.mockClear();
      return null;
    };
    expect(isRefusal(await plan({ ...planning, breathe }, todos))).toBe(false);
    breathe();
    expect(most).toBeLessThan(2500);
  });
  it('is written as it was meant, or not at all, when a note changes in any turn of the app', async () => {
    let turns = Infinity;
    for (let turn = 1; turn <= turns; turn += 3) {
      const { vault, planning } = planningOf(handbook(12, 3));
      const change = OUTSIDE[turn % OUTSIDE.length] ?? String;
      const path = [...vault.texts.keys()].filter((note) => /Day 0|Sections|N0/.test(note))[turn % 3] ?? '';
      let passed = 0;
      const breathe = (): null => {
        if (++passed !== turn) return null;
        vault.edit(path, change(vault.texts.get(path) ?? ''));
        vault.feed(planning.index, path);
        planning.index.settle();
        return null;
      };
      const planned = await plan({ ...planning, breathe }, [...planning.index.todos()]);
      turns = Math.min(turns, passed);
      if (isRefusal(planned)) continue;
      const edits = planned.changes.map((one) => rebaseEdits(one, vault.texts.get(one.path) ?? ''));
      if (edits.some((own) => typeof own === 'string')) continue;
      const after = new Map(vault.texts);
      for (const [at, own] of edits.entries()) {
        const note = planned.changes[at]?.path ?? '';
        if (typeof own !== 'string') after.set(note, applyEdits(vault.texts.get(note) ?? '', own));
      }
      expect(wordsIn(after.values())).toEqual(wordsIn(vault.texts.values()));
    }
    expect(turns).toBeGreaterThan(20);
  });
});

/** Headings with their todos in them, each with a link to the next. */
const linkedHeadings = (count: number): Record<string, string> => ({
  ...handbook(0, 0),
  'Ops/Linked.md': lines(
    count,
    (at) => `# Part ${at} #todo/day-0\n\nSee [[Linked#Part ${(at + 1) % count} todo day-0]].\n`,
  ),
});

it('twice as many linked headings that change ask twice as much', async () => {
  const questions = async (count: number): Promise<number> => {
    const { vault, planning } = planningOf(linkedHeadings(count));
    const asked = vi.spyOn(vault, 'resolve');
    const planned = await planMove(planning, [...planning.index.todos()], { column: 'Day 1', withText: false });
    expect(planned).toMatchObject({ remarks: [] });
    return asked.mock.calls.length;
  };
  expect((await questions(40)) / (await questions(20))).toBeLessThan(2.2);
});

it('links through two headings that change at once follow both', async () => {
  const { vault, planning } = planningOf({
    ...handbook(0, 0),
    [PATH]: '# A #todo/day-0\n\n## B #todo/day-0\n\nSee [[#A todo day-0#B todo day-0]].\n',
  });
  const planned = await planMove(planning, planning.index.todosOf(PATH), { column: 'Day 1', withText: false });
  expect(linesChanged(vault, planned)).toEqual([
    '-# A #todo/day-0',
    '+# A #todo/day-1',
    '-## B #todo/day-0',
    '+## B #todo/day-1',
    '-See [[#A todo day-0#B todo day-0]].',
    '+See [[#A todo/day-1#B todo/day-1]].',
  ]);
});
