// Messy notes, every action and undo, in any order, held to one oracle: no word is lost that the action does not name, all other lines keep their bytes, undo is
// exact, and the index is as after a fresh start. `npm run fuzz -- --runs N` runs more.
import fc from 'fast-check';
import { runs } from '../property-runs';
import { expect, it } from 'vitest';
import { toTodoRecord } from '../../src/cli/todo-record';
import type { EditPlan } from '../../src/core/edit/edit-plan';
import { readMarkdown } from '../../src/core/markdown/read-markdown';
import { isRefusal } from '../../src/core/text/refusal';
import { listTodos } from '../../src/core/index/list-todos';
import type { OperationsIndex } from '../../src/core/index/operations-index';
import { parseMetadata } from '../host/markdown/parse-metadata';
import { ACTIONS, type FuzzAction } from './actions';
import { messyVault } from './messy-vault';
import { Session } from './session';
import { replaySteps } from '../core/edit/replay-steps';

type Texts = Readonly<Record<string, string>>;

/** The words by which loss is seen, wherever they stand. */
const wordsOf = (texts: Texts): Set<string> =>
  new Set(Object.values(texts).flatMap((text) => text.match(/(?:word|added)\d+x/g) ?? []));

/** Words that would be read by someone on the page: with the comments' marks, brackets and quotes around them taken for nothing. */
function lost(before: Texts, after: Texts): string[] {
  const now = wordsOf(after);
  return [...wordsOf(before)].filter((word) => !now.has(word));
}

/** Line ends of a note, when they are all of one kind. */
const lineEnds = (text: string): string | null => {
  const kinds = new Set(text.match(/\r\n|\n|\r/g) ?? []);
  return kinds.size === 1 ? ([...kinds][0] ?? null) : null;
};

/** Lines of the notes that hold neither a tag nor a link, property or word that the action writes, and are gone or changed all the same. */
function strayLines(before: Texts, after: Texts, plan: EditPlan): string[] {
  const whole = Object.values(after)
    .join('\n')
    .split(/\r\n|\r|\n/);
  // A bullet may go to a list in a quote.
  const now = new Set(whole.map((line) => line.replace(/^[\s>]+/, '').trim()));
  return plan.changes.flatMap(({ path }) => {
    const text = before[path] ?? '';
    // An underlined heading gets hashes where its section moves, and one line of several; where it becomes a note's name it loses its marks, since no name can hold them,
    // and every word is kept.
    // Where the note's metadata and our own reader differ, as below a quote, either may have moved it.
    const headings = [readMarkdown(text).metadata, parseMetadata(text)].flatMap((read) => read.headings ?? []);
    const isHeading = (line: number): boolean =>
      headings.some(({ position: { start, end } }) => start.line <= line && line <= end.line);
    return text
      .split(/\r\n|\r|\n/)
      .filter((line, at) => /^[\w |]*word\d+x[\w |]*$/.test(line.trim()) && !now.has(line.trim()) && !isHeading(at));
  });
}

const said = (index: OperationsIndex): string[] =>
  listTodos(index, true).map((todo) => JSON.stringify(toTodoRecord(todo, index)));

/** What is wrong with the notes after an action, each as a sentence. */
function faultsOf(action: FuzzAction, before: Texts, after: Texts, plan: EditPlan): string[] {
  const words =
    action.namesWords === true
      ? []
      : [
          ...lost(before, after).map((word) => `${word} is lost`),
          ...(['owner', 'split'].includes(action.name) ? [] : strayLines(before, after, plan)).map(
            (line) => `the line “${line}” is changed`,
          ),
        ];
  const ends = plan.changes.flatMap(({ path }) => {
    const [was, is] = [lineEnds(before[path] ?? ''), lineEnds(after[path] ?? '')];
    return was !== null && /[\r\n]/.test(after[path] ?? '') && is !== was ? [`line ends of ${path} are changed`] : [];
  });
  const others = Object.keys(before).filter(
    (path) => ![...plan.changes, ...plan.removes].some((one) => one.path === path) && after[path] !== before[path],
  );
  return [...words, ...ends, ...others.map((path) => `${path} is changed, though no plan says so`)];
}

/** What went wrong, by action and kind, each with its first example: a run says all that it found, and nothing is made smaller at length. */
class Findings {
  readonly found = new Map<string, string>();
  add(action: string, fault: string, example: object): void {
    const kind = `${action}: ${fault.replace(/(?:word|added)\d+x/g, '@').replace(/“[^”]*”/, '“…”')}`;
    if (!this.found.has(kind)) this.found.set(kind, `${kind}\n  ${fault}\n  ${JSON.stringify(example)}`);
  }
}

/** The notes that an action touched, before and after. */
const touched = (before: Texts, after: Texts, { changes, creates }: EditPlan): object =>
  Object.fromEntries([...changes, ...creates].map(({ path }) => [path, [before[path], after[path]]]));

it('any sequence of actions keeps every word, undoes exactly, and leaves the index as a fresh one', async () => {
  const count = { actions: 0, refused: 0, undone: 0, blocked: 0 };
  const done = new Map<string, number>();
  const findings = new Findings();
  await fc.assert(
    fc.asyncProperty(
      messyVault,
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 4, maxLength: 12 }),
      async (notes, moves) => {
        const session = new Session(notes);
        const original = session.texts();
        for (const [which, pick, more] of moves) {
          const { planning } = session;
          const step = session.steps[pick % Math.max(1, session.steps.length)];
          const before = session.texts();
          if (which % 5 === 0 && step) {
            const problem = session.undo(step);
            count[problem === null ? 'undone' : 'blocked']++;
            if (problem !== null && JSON.stringify(session.texts()) !== JSON.stringify(before))
              findings.add('undo', 'a refused undo changed notes', { step, before });
            continue;
          }
          const todos = listTodos(planning.index);
          const todo = todos[pick % Math.max(1, todos.length)];
          const action = ACTIONS[(which >> 3) % ACTIONS.length];
          if (!todo || !action) continue;
          try {
            const planned = await action.plan(planning, todo, more);
            if (isRefusal(planned)) {
              count.refused++;
              if (!/[.?]$/.test(planned.refusal)) findings.add(action.name, `“${planned.refusal}” is no sentence`, {});
              continue;
            }
            session.do(planned);
            count.actions++;
            done.set(action.name, (done.get(action.name) ?? 0) + 1);
            for (const fault of faultsOf(action, before, session.texts(), planned))
              findings.add(action.name, fault, { line: todo.line, ...touched(before, session.texts(), planned) });
          } catch (error) {
            findings.add(action.name, String(error), { line: todo.line, path: todo.path, text: before[todo.path] });
            return;
          }
        }
        if (said(session.planning.index).join('\n') !== said(session.vault.index()).join('\n'))
          findings.add('index', 'is not as a fresh one', session.texts());
        for (const step of [...session.steps].reverse()) {
          const problem = session.undo(step);
          if (problem !== null) findings.add('undo', problem, { step });
        }
        if (JSON.stringify(session.texts()) !== JSON.stringify(original))
          findings.add('undo', 'of all does not give the first bytes', { original, after: session.texts() });
      },
    ),
    {
      numRuns: process.env.FUZZ_RUNS ? Number(process.env.FUZZ_RUNS) : runs(200),
      ...(process.env.FUZZ_SEED ? { seed: Number(process.env.FUZZ_SEED) } : {}),
    },
  );
  if (process.env.FUZZ_RUNS) process.stdout.write(`${JSON.stringify({ ...count, of: Object.fromEntries(done) })}\n`);
  expect([...findings.found.values()]).toEqual([]);
  expect(count.actions).toBeGreaterThan(50);
}, 36_000_000);

it('whichever actions of a sequence can be taken back, in whatever order: the bytes are as if those had never been done', async () => {
  const count = { undone: 0, outOfOrder: 0, blocked: 0 };
  const pick = fc.tuple(fc.nat(ACTIONS.length - 1), fc.nat(), fc.nat());
  await fc.assert(
    fc.asyncProperty(
      messyVault,
      fc.array(pick, { minLength: 3, maxLength: 10 }),
      fc.array(fc.nat(), { minLength: 1, maxLength: 10 }),
      async (notes, actions, order) => {
        const session = new Session(notes);
        const original = session.texts();
        for (const [which, at, more] of actions) {
          const todos = listTodos(session.planning.index);
          const todo = todos[at % Math.max(1, todos.length)];
          const planned = todo && (await ACTIONS[which]?.plan(session.planning, todo, more));
          if (planned && !isRefusal(planned)) session.do(planned);
        }
        const steps = [...session.steps];
        for (const at of order) {
          const step = session.steps[at % Math.max(1, session.steps.length)];
          if (!step) break;
          const isLast = step === session.steps.at(-1);
          if (session.undo(step) !== null) count.blocked++;
          else count[isLast ? 'undone' : 'outOfOrder']++;
        }
        const left = new Set(session.steps);
        const paths = new Set([
          ...Object.keys(original),
          ...steps.flatMap(({ plan }) => plan.creates.map(({ path }) => path)),
        ]);
        const expected: Record<string, string> = {};
        for (const path of [...paths].sort((a, b) => (a < b ? -1 : 1))) {
          const text = replaySteps(path, original[path] ?? null, steps, left);
          if (text !== null) expected[path] = text;
        }
        expect(session.texts()).toEqual(expected);
      },
    ),
    { numRuns: process.env.FUZZ_RUNS ? Number(process.env.FUZZ_RUNS) : runs(150), endOnFailure: true },
  );
  if (process.env.FUZZ_RUNS) process.stdout.write(`${JSON.stringify(count)}\n`);
  expect([count.undone, count.outOfOrder, count.blocked].map((often) => often > 0)).toEqual([true, true, true]);
}, 36_000_000);
