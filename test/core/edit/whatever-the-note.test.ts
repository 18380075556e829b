// Actions on notes of every shape: what a plan promises is read again by the parser, not believed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markDone } from '../../../src/core/edit/actions/mark-done';
import { planTodo } from '../../../src/core/edit/actions/plan-several';
import type { TodoAction } from '../../../src/core/edit/actions/todo-change';
import { isRefusal } from '../../../src/core/text/refusal';
import type { Todo } from '../../../src/core/index/todo';
import { isClosed } from '../../../src/core/todo/found-todo';
import { runs, timesSeen } from '../../property-runs';
import { notesAfter, PATH, planningOf } from './act';
import { oddNote } from './odd-notes';
import { PlanningTextVault } from './planning-text-vault';

const OTHERS = { 'Roles/SRE.md': '', 'Roles/Lead.md': '', 'Linking.md': '[[Note#B todo]] ![[Note#A]]' };

/** What a todo is, but for where it stands, and for what a link to a heading says of its tag. */
const say = ({ kind, title, headings, tags, status }: Todo, { closed = false, named = true } = {}): string =>
  `${kind} ${named ? title.replaceAll(' todo', '') : ''} (${headings.join(' > ')}) ${tags.join(' ')} [${closed ? 'x' : (status ?? '')}]`;

interface Outcome {
  readonly todo: Todo;
  /** The todos of the note before and after, in the order of the note. */
  readonly before: readonly Todo[];
  readonly after: readonly Todo[];
  readonly text: string;
  readonly textAfter: string;
}

/** Does the action to one of the todos of each note, and gives what came of it to `check`; answers how many plans there were. */
async function onOddNotes(action: TodoAction, check: (outcome: Outcome) => void): Promise<number> {
  let plans = 0;
  await fc.assert(
    fc.asyncProperty(oddNote, fc.nat(), async (text, pick) => {
      const { vault, planning } = planningOf({ [PATH]: text, ...OTHERS });
      const before = planning.index.todosOf(PATH);
      const todo = before[pick % Math.max(before.length, 1)];
      if (!todo) return;
      const planned = await planTodo(planning, todo, action);
      if (isRefusal(planned)) {
        expect(planned.refusal).toMatch(/[.?]$/);
        return;
      }
      plans++;
      const after = notesAfter(vault, planned);
      const now = new PlanningTextVault(Object.fromEntries(after));
      const textAfter = after.get(PATH) ?? '';
      check({ todo, before, after: now.index().todosOf(PATH), text, textAfter });
    }),
    { numRuns: runs(800) },
  );
  return plans;
}

/** Nothing but tags, what links say of them, and white space goes. */
const words = (text: string): string =>
  text.replace(/#?todo(?:\/[\w/-]+)?|%20|\btags"?:/g, '').replace(/[\s*%,>[\]"-]+/g, '');

describe('marking as done', () => {
  it('takes that todo away, closes it when it has a checkbox, and leaves all others and all words', async () => {
    let astray = 0;
    const plans = await onOddNotes(markDone(), ({ todo, before, after, text, textAfter }) => {
      // A date or an owner that stays on a tag line is the first that a paragraph around it says now.
      const isTitled = !/^(?:📅|\(\[\[Roles)/m.test(textAfter);
      const others = before.filter((one) => one !== todo);
      if (todo.status !== null) {
        // The box of a bullet without words is, by a tag line below it, the bullet's too.
        if (todo.kind !== 'item') return;
        expect(after.map((one) => say(one))).toEqual(before.map((one) => say(one, { closed: one === todo })));
        expect(after.filter((one) => isClosed(one))).toHaveLength(before.filter((one) => isClosed(one)).length + 1);
        return;
      }
      const said = (todos: readonly Todo[]): string => todos.map((one) => say(one, { named: isTitled })).join('\n');
      if (said(after) !== said(others)) astray++;
      expect(words(textAfter)).toBe(words(text));
    });
    expect(plans).toBeGreaterThan(timesSeen(300));
    // Where two blocks run together once a line between them is gone (a quote above a numbered list, a fence that nobody closed), only a parser could
    // have told; no text is lost there either.
    expect(astray).toBeLessThan(Math.max(2, plans / 100));
  }, 120_000);
});
