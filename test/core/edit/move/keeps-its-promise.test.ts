// Whatever the handbook: a move does what it promised, by the real parser and a fresh index, or it was refused; and it changes nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../../../src/core/text/refusal';
import { planMove } from '../../../../src/core/edit/move/plan-move';
import type { Todo } from '../../../../src/core/index/todo';
import { columnOf, CROSS_PHASE } from '../../../../src/core/phase/columns';
import { runs } from '../../../property-runs';
import { planningOf } from '../act';
import { carriedOut, handbook } from './handbook';

const COLUMNS = ['Day 0', 'Day 1', 'Day 2', CROSS_PHASE];

const byKin = (todos: Iterable<Todo>): string[] =>
  [...todos]
    .map(({ kind, title, status, phase, why }) => JSON.stringify([kind, title, status, columnOf({ phase, why })]))
    .sort();

/** Words of all notes, in order; what stands between them is white space, or a marker. */
const words = (texts: Iterable<string>): string[] =>
  [...texts]
    .flatMap((text) => text.split(/[\s\-*>#|]+/))
    .filter((word) => /\p{L}/u.test(word))
    .sort();

describe('a move', () => {
  it('brings the todo where it said, and no other todo changes its column unless it was named', async () => {
    let moved = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        handbook,
        fc.nat(),
        fc.constantFrom(...COLUMNS),
        fc.boolean(),
        async (notes, pick, column, withText) => {
          const { vault, planning } = planningOf(notes);
          const todos = [...planning.index.todos()];
          const todo = todos[pick % Math.max(1, todos.length)];
          if (!todo) return;
          const plan = await planMove(planning, [todo], { column, withText: withText && todo.kind === 'section' });
          if (isRefusal(plan)) {
            refused++;
            return;
          }
          moved++;
          const after = carriedOut(vault, plan);
          const expected = byKin(todos);
          const was = expected.indexOf(JSON.stringify([todo.kind, todo.title, todo.status, columnOf(todo)]));
          expected.splice(was, 1);
          const found = byKin(after.index().todos());
          const now = found.indexOf(JSON.stringify([todo.kind, todo.title, todo.status, column]));
          expect(now, `${todo.title} is in ${column}`).toBeGreaterThanOrEqual(0);
          found.splice(now, 1);
          if (!plan.remarks.some((remark) => remark.includes('column with it'))) expect(found).toEqual(expected);
        },
      ),
      { numRuns: runs(400) },
    );
    // Most wishes can be met.
    expect(moved).toBeGreaterThan(refused / 3);
  });
  it('loses no word, and adds none but tags, links and a property', async () => {
    await fc.assert(
      fc.asyncProperty(handbook, fc.nat(), fc.constantFrom(...COLUMNS), async (notes, pick, column) => {
        const { vault, planning } = planningOf(notes);
        const todos = [...planning.index.todos()];
        const todo = todos[pick % Math.max(1, todos.length)];
        if (!todo) return;
        const plan = await planMove(planning, [todo], { column, withText: false });
        if (isRefusal(plan)) return;
        const clean = (texts: Iterable<string>): string[] =>
          words([...texts].map((text) => text.replace(/#todo\S*|todo\/\S*|\[\[[^\]]*\]\]|^---[\s\S]*?\n---|\r/g, ' ')));
        expect(clean(carriedOut(vault, plan).texts.values())).toEqual(clean(vault.texts.values()));
      }),
      { numRuns: runs(150) },
    );
  });
});
