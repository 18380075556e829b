// Many actions one after the other in any handbook: the index that follows note by note equals a fresh one, and all of it can be taken back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTodoRecord } from '../../../src/cli/todo-record';
import { hideTodo } from '../../../src/core/edit/actions/hide-todo';
import { markDone } from '../../../src/core/edit/actions/mark-done';
import { planTodo } from '../../../src/core/edit/actions/plan-several';
import { setTodo } from '../../../src/core/edit/actions/set-todo';
import type { TodoAction } from '../../../src/core/edit/actions/todo-change';
import { planAdd } from '../../../src/core/edit/actions/plan-add';
import { applyEdits, invertEdits } from '../../../src/core/edit/apply-edits';
import type { Planned } from '../../../src/core/edit/edit-plan';
import { isRefusal } from '../../../src/core/text/refusal';
import type { NoteEdit } from '../../../src/core/text/text-edit';
import { locateTodo } from '../../../src/core/edit/locate-todo';
import { planMove } from '../../../src/core/edit/move/plan-move';
import type { Planning } from '../../../src/core/edit/planning';
import { listBullets } from '../../../src/core/edit/split/list-bullets';
import { planSplit } from '../../../src/core/edit/split/plan-split';
import { listTodos } from '../../../src/core/index/list-todos';
import type { OperationsIndex } from '../../../src/core/index/operations-index';
import type { Todo } from '../../../src/core/index/todo';
import { columnOf, CROSS_PHASE } from '../../../src/core/phase/columns';
import { runs, timesSeen } from '../../property-runs';
import { planningOf } from './act';
import { handbook } from './move/handbook';

type Plan = (planning: Planning, todo: Todo) => Promise<Planned>;

const onTodo =
  (action: TodoAction): Plan =>
  (planning, todo) =>
    planTodo(planning, todo, action);

/** Every bullet unfinished. */
const split: Plan = async (planning, todo) => {
  const located = await locateTodo(planning, todo);
  if (isRefusal(located)) return located;
  const bullets = listBullets(planning, located).map(({ text }, at) => ({
    at,
    text,
    owner: at % 2 === 0 ? 'Roles/SRE.md' : null,
  }));
  return planSplit(planning, todo, { bullets, keep: false });
};

const PLANS: readonly Plan[] = [
  onTodo(markDone()),
  onTodo(hideTodo('toggle')),
  onTodo(setTodo({ state: 'waiting' })),
  onTodo(setTodo({ state: '' })),
  onTodo(setTodo({ due: '2026-12-01' })),
  onTodo(setTodo({ owner: 'Roles/SRE.md', due: '' })),
  split,
  (planning, todo) => planAdd(planning, todo.phase?.name ?? 'Day 0', `More of ${todo.title}`),
  ...['Day 0', 'Day 1', 'Day 2', CROSS_PHASE].map(
    (column): Plan =>
      (planning, todo) =>
        planMove(planning, [todo], { column, withText: false }),
  ),
  (planning, todo) => planMove(planning, [todo], { column: 'Day 2', withText: todo.kind === 'section' }),
];

const said = (index: OperationsIndex): string[] =>
  listTodos(index, true).map((todo) => JSON.stringify(toTodoRecord(todo, index)));

describe('any sequence of actions', () => {
  it('leaves the index equal to a fresh one, each move where it said, and every byte can be brought back', async () => {
    let actions = 0;
    await fc.assert(
      fc.asyncProperty(
        handbook,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 4, maxLength: 14 }),
        async (notes, steps) => {
          const { vault, planning } = planningOf({ ...notes, 'Roles/SRE.md': '' });
          const original = new Map(vault.texts);
          const ways: NoteEdit[] = [];
          for (const [which, pick] of steps) {
            const todos = listTodos(planning.index);
            const todo = todos[pick % Math.max(1, todos.length)];
            const plan = PLANS[which % PLANS.length];
            if (!todo || !plan) continue;
            const version = planning.index.version;
            const planned = await plan(planning, todo);
            // Planning asks what would be, and leaves no trace.
            expect(planning.index.version).toBe(version);
            if (isRefusal(planned)) continue;
            actions++;
            for (const change of planned.changes) {
              expect(vault.texts.get(change.path)).toBe(change.before);
              vault.write(change.path, applyEdits(change.before, change.edits));
              ways.unshift(invertEdits(change));
            }
            for (const { path } of planned.changes) vault.feed(planning.index, path);
            planning.index.settle();
            const target = /^Moved .* to ([^.]+)$/.exec(planned.done)?.[1];
            if (target !== undefined)
              expect([...planning.index.todos()].filter(({ title }) => title === todo.title).map(columnOf)).toContain(
                target,
              );
          }
          expect(said(planning.index)).toEqual(said(vault.index()));
          for (const { path, before, edits } of ways) {
            expect(vault.texts.get(path)).toBe(before);
            vault.write(path, applyEdits(before, edits));
          }
          expect(new Map(vault.texts)).toEqual(original);
        },
      ),
      { numRuns: process.env.SEQUENCES ? Number(process.env.SEQUENCES) : runs(150) },
    );
    expect(actions).toBeGreaterThan(timesSeen(200));
    if (process.env.SEQUENCES) process.stdout.write(`${actions} actions\n`);
  }, 3_600_000);
});
