// Undo belongs to its plan: any step is taken back, also when others came after it, so that all is as if it had never been done; or it says what is in the way.
import fc from 'fast-check';
import { runs } from '../../property-runs';
import { describe, expect, it } from 'vitest';
import { applyEdits, invertEdits } from '../../../src/core/edit/apply-edits';
import { makePlan, type EditPlan } from '../../../src/core/edit/edit-plan';
import { isRefusal } from '../../../src/core/text/refusal';
import type { NoteEdit, TextEdit } from '../../../src/core/text/text-edit';
import { History, type Step } from '../../../src/core/edit/history';
import { rebaseEdits } from '../../../src/core/edit/rebase-edits';
import { replaySteps } from './replay-steps';

const PATH = 'Ops/Note.md';

/** Carries a plan out on texts as the writer does: rebased; answers with the plan that leads back, or null when it does not fit. */
function write(texts: Map<string, string>, plan: EditPlan): EditPlan | null {
  const back: NoteEdit[] = [];
  for (const change of plan.changes) {
    const now = texts.get(change.path) ?? '';
    const edits = rebaseEdits(change, now);
    if (typeof edits === 'string') return null;
    back.unshift(invertEdits({ path: change.path, before: now, edits }));
  }
  for (const { path, before, edits } of back.map(invertEdits)) texts.set(path, applyEdits(before, edits));
  return makePlan({ done: plan.done, changes: back });
}

class Session {
  readonly texts: Map<string, string>;
  readonly history = new History();
  constructor(text: string) {
    this.texts = new Map([[PATH, text]]);
  }
  get text(): string {
    return this.texts.get(PATH) ?? '';
  }
  /** Puts `insert` in the place of the first `old`. */
  replace(old: string, insert: string, done = `${old} → ${insert}`): Step {
    const start = this.text.indexOf(old);
    if (start < 0) throw new Error(`There is no ${old}.`);
    return this.do(
      makePlan({
        done,
        changes: [{ path: PATH, before: this.text, edits: [{ start, end: start + old.length, insert, guards: [] }] }],
      }),
    );
  }
  do(plan: EditPlan): Step {
    const inverse = write(this.texts, plan);
    if (!inverse) throw new Error('A plan made now fits.');
    const step = { plan, inverse };
    this.history.add(step);
    return step;
  }
  /** What was in the way, or null. */
  undo(step: Step): string | null {
    const way = this.history.wayBack(step);
    if (isRefusal(way)) return way.refusal;
    const again = write(this.texts, way.plan);
    if (!again) return 'changed';
    this.history.undid(step, way, again);
    return null;
  }
  redo(): boolean {
    const step = this.history.lastUndone;
    const inverse = step && write(this.texts, step.inverse);
    if (inverse) this.history.redid(inverse);
    return Boolean(inverse);
  }
}

describe('a step', () => {
  it('is taken back alone, although others came after it above and below', () => {
    const session = new Session('- a #todo\n- b #todo\n- c #todo\n');
    const b = session.replace('- b #todo', '- b');
    session.replace('- a #todo', '- a\n- new');
    session.replace('- c #todo', '');
    expect(session.undo(b)).toBeNull();
    expect(session.text).toBe('- a\n- new\n- b #todo\n\n');
  });
  it('in one of many equal lines is taken back in that line', () => {
    const session = new Session('# A\n#todo\n# B\n#todo\n# C\n#todo\n');
    const b = session.do(
      makePlan({
        done: 'B',
        changes: [{ path: PATH, before: session.text, edits: [{ start: 14, end: 20, insert: '', guards: [] }] }],
      }),
    );
    session.replace('# A\n#todo\n', '# A\n');
    session.replace('# C\n#todo\n', '# C\n');
    expect(session.undo(b)).toBeNull();
    expect(session.text).toBe('# A\n# B\n#todo\n# C\n');
  });
  it('in whose place a later one wrote stays, and that one is named', () => {
    const session = new Session('- a #todo\n');
    const state = session.replace('#todo', '#todo/blocked', 'Blocked a');
    session.replace('#todo/blocked', '#todo/waiting', 'Let a wait');
    expect(session.undo(state)).toBe(
      '“Let a wait” came after “Blocked a” and wrote in the same place of Note. Undo that first.',
    );
    expect(session.text).toBe('- a #todo/waiting\n');
  });
  it('comes back once what was in its way is taken back, and is not taken back twice', () => {
    const session = new Session('- a #todo\n');
    const first = session.replace('#todo', '#todo/blocked');
    const second = session.replace('#todo/blocked', '#todo/waiting');
    expect(session.undo(second)).toBeNull();
    expect(session.undo(first)).toBeNull();
    expect(session.text).toBe('- a #todo\n');
    expect(session.undo(first)).toContain('has been taken back already');
  });
  it('that others wrote between is taken back without their words', () => {
    const session = new Session('# A\n- a #todo\n# B\n- b\n');
    const done = session.replace(' #todo', '');
    session.texts.set(PATH, session.text.replace('# A\n', '# A\nTyped by hand\n'));
    session.replace('- b', '- b #todo');
    session.texts.set(PATH, `${session.text}and more\n`);
    expect(session.undo(done)).toBeNull();
    expect(session.text).toBe('# A\nTyped by hand\n- a #todo\n# B\n- b #todo\nand more\n');
  });
  it('is done again from where things are, after others were taken back below it', () => {
    const session = new Session('- a\n- b\n- c\n');
    const a = session.replace('- a', '- a, at length');
    const c = session.replace('- c', '- c, too');
    expect(session.undo(c)).toBeNull();
    expect(session.undo(a)).toBeNull();
    session.redo();
    expect(session.text).toBe('- a, at length\n- b\n- c\n');
    session.redo();
    expect(session.text).toBe('- a, at length\n- b\n- c, too\n');
  });
  it('that made a note which a later one wrote in waits for that', () => {
    const session = new Session('- a\n');
    const made: Step = {
      plan: makePlan({ done: 'Made N' }),
      inverse: makePlan({ done: 'Made N', removes: [{ path: 'N.md', text: 'n' }] }),
    };
    session.history.add(made);
    session.history.add({
      plan: makePlan({ done: 'Wrote in N' }),
      inverse: makePlan({
        done: '',
        changes: [{ path: 'N.md', before: 'n!', edits: [{ start: 1, end: 2, insert: '', guards: [] }] }],
      }),
    });
    expect(session.undo(made)).toContain('“Wrote in N” came after “Made N”');
  });
});

/** Edits of a text at places that numbers choose; some touch the one before, or put something into its place too. */
function someEdits(text: string, picks: readonly (readonly [number, number, string])[]): TextEdit[] {
  const edits: TextEdit[] = [];
  let from = 0;
  for (const [at, length, insert] of [...picks].sort(
    (a, b) => (a[0] % (text.length + 1)) - (b[0] % (text.length + 1)),
  )) {
    const start = at % 4 === 0 ? from : Math.max(from, at % (text.length + 1));
    const end = Math.min(text.length, start + (length % 9));
    if (start === end && insert === '') continue;
    edits.push({ start, end, insert, guards: [] });
    from = end;
  }
  return edits;
}

describe('any subset of steps that can be taken back, in any order', () => {
  it('leaves the bytes as if its steps had never been done, and all of it can be done again', () => {
    let undone = 0;
    const pick = fc.tuple(fc.nat(400), fc.nat(), fc.constantFrom('', 'x', '#todo', '- new\n', '\n', 'two words'));
    fc.assert(
      fc.property(
        fc.array(fc.array(pick, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 7 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
        (plans, order) => {
          const original = Array.from({ length: 12 }, (_one, at) =>
            at % 3 === 0 ? `# H${at}` : `- item ${at} of a list #todo`,
          ).join('\n');
          const session = new Session(original);
          const steps: Step[] = [];
          for (const [at, picks] of plans.entries()) {
            const edits = someEdits(session.text, picks);
            if (edits.length > 0)
              steps.push(
                session.do(makePlan({ done: `Step ${at}`, changes: [{ path: PATH, before: session.text, edits }] })),
              );
          }
          const after = session.text;
          const left = new Set(steps);
          for (const which of order) {
            const step = steps[which % Math.max(1, steps.length)];
            if (!step || !left.has(step)) continue;
            const before = session.text;
            const problem = session.undo(step);
            if (problem !== null) {
              expect(session.text).toBe(before);
              continue;
            }
            undone++;
            left.delete(step);
          }
          expect(session.text).toBe(replaySteps(PATH, original, steps, left));
          // What wrote in the place of another that was taken back later cannot come again.
          let again = 0;
          while (session.redo()) again++;
          if (again === steps.length - left.size) expect(session.text).toBe(after);
        },
      ),
      { numRuns: process.env.UNDO ? Number(process.env.UNDO) : runs(400) },
    );
    expect(undone).toBeGreaterThan(30);
  });
});
