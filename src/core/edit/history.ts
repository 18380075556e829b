import { noteName } from '../note/link-text';
import { invertEdits } from './apply-edits';
import { shiftEdits } from './shift-edits';
import type { EditPlan, NoteMove } from './edit-plan';
import { refuse, type Refusal } from '../text/refusal';
import type { NoteEdit } from '../text/text-edit';

/** Steps kept for undo. */
const MOST = 100;

/** A step that was taken, with the plan that leads back from right behind it. */
export interface Step {
  readonly plan: EditPlan;
  readonly inverse: EditPlan;
  /** What to know besides, once it was taken, each a sentence: what another plugin made of the new notes. */
  readonly told?: readonly string[];
  /** New notes that stand elsewhere than was planned. */
  readonly moved?: readonly NoteMove[];
}

/** A plan as it must be made now, and the later steps as they would have been without the step that it takes back. */
interface WayBack {
  readonly plan: EditPlan;
  readonly later: readonly Step[];
}

/** Paths that a plan makes, takes away or moves: who else touches them cannot be passed by. */
const claimed = ({ creates, removes, moves }: EditPlan): string[] =>
  [...creates, ...removes].map(({ path }) => path).concat(moves.flatMap(({ from, to }) => [from, to]));

const touched = (plan: EditPlan): string[] => [...plan.changes.map(({ path }) => path), ...claimed(plan)];

/** What of a note, or of the settings, both plans claim for themselves. */
function clash(a: EditPlan, b: EditPlan): string | null {
  const path = claimed(a).find((one) => touched(b).includes(one)) ?? claimed(b).find((one) => touched(a).includes(one));
  if (path !== undefined) return noteName(path);
  return Object.keys(a.settings?.after ?? {}).some((key) => Object.hasOwn(b.settings?.after ?? {}, key))
    ? 'the settings'
    : null;
}

/** Takes a way back past a later step: both as they are without the step that is taken back. The note in the way, when both write in one place. */
function pass(
  inverse: EditPlan,
  later: Step,
): { readonly inverse: EditPlan; readonly later: Step } | { readonly where: string } {
  const where = clash(inverse, later.inverse);
  if (where !== null) return { where };
  const changes: NoteEdit[] = [];
  const without = new Map<string, NoteEdit>();
  for (const change of inverse.changes) {
    const back = later.inverse.changes.find(({ path }) => path === change.path);
    const forward = back && invertEdits(back);
    const own = forward && shiftEdits(change, { ...forward, edits: [] });
    const carried = own && shiftEdits(own, forward);
    const other = own && shiftEdits(forward, own);
    if (forward && !(carried && other)) return { where: noteName(change.path) };
    changes.push(carried ?? change);
    if (other) without.set(change.path, invertEdits(other));
  }
  const others = later.inverse.changes.map((one) => without.get(one.path) ?? one);
  return { inverse: { ...inverse, changes }, later: { ...later, inverse: { ...later.inverse, changes: others } } };
}

/** What was done in this session, to be taken back and done again. Nothing of it is kept on disk. */
export class History {
  private done: readonly Step[] = [];
  private undone: readonly Step[] = [];

  /** Something new was done: what had been taken back cannot come again. */
  add(step: Step): void {
    this.done = [...this.done, step].slice(-MOST);
    this.undone = [];
  }

  get lastDone(): Step | null {
    return this.done.at(-1) ?? null;
  }

  get lastUndone(): Step | null {
    return this.undone.at(-1) ?? null;
  }

  /**
   * How a step is taken back from where things are now, whatever came after it, so that all is as if it had never been done. Refuses when a later step
   * writes in the same place, and names it.
   */
  wayBack(step: Step): WayBack | Refusal {
    const at = this.done.findIndex(({ plan }) => plan === step.plan);
    if (at < 0) return refuse(`“${step.plan.done}” has been taken back already, or was too long ago.`);
    let inverse = (this.done[at] ?? step).inverse;
    const later: Step[] = [];
    for (const next of this.done.slice(at + 1)) {
      const passed = pass(inverse, next);
      if ('where' in passed)
        return refuse(
          `“${next.plan.done}” came after “${step.plan.done}” and wrote in the same place of ${passed.where}. Undo that first.`,
        );
      inverse = passed.inverse;
      later.push(passed.later);
    }
    return { plan: inverse, later };
  }

  /** The step was taken back by its way; `again` is the plan that does it once more. */
  undid(step: Step, { later }: WayBack, again: EditPlan): void {
    const at = this.done.findIndex(({ plan }) => plan === step.plan);
    this.done = [...this.done.slice(0, at), ...later];
    // What was taken back before comes again from here; what wrote in the same place cannot.
    this.undone = [...this.undone.flatMap((one) => past(one, again)), { plan: step.plan, inverse: again }];
  }

  /** The last step taken back was done again; `inverse` leads back from there. */
  redid(inverse: EditPlan): void {
    const step = this.undone.at(-1);
    if (!step) return;
    this.undone = this.undone.slice(0, -1).flatMap((one) => past(one, inverse));
    this.done = [...this.done, { plan: step.plan, inverse }];
  }
}

/** A plan that waits, kept as a step, once something else was written whose way back is given. */
function past(waiting: Step, back: EditPlan): Step[] {
  const passed = pass(waiting.inverse, { plan: waiting.plan, inverse: back });
  return 'where' in passed ? [] : [{ ...waiting, inverse: passed.inverse }];
}
