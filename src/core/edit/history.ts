import type { EditPlan } from './edit-plan';

/** Steps kept for undo. */
const MOST = 100;

/** A step that was taken, with the plan that leads back. */
export interface Step {
  readonly plan: EditPlan;
  readonly inverse: EditPlan;
}

/** What was done on the board in this session, to be taken back and done again. Nothing of it is kept on disk. */
export class History {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];

  /** Something new was done: what had been taken back cannot come again. */
  add(step: Step): void {
    this.done.push(step);
    if (this.done.length > MOST) this.done.shift();
    this.undone.length = 0;
  }

  get lastDone(): Step | null {
    return this.done.at(-1) ?? null;
  }

  get lastUndone(): Step | null {
    return this.undone.at(-1) ?? null;
  }

  /** The last step was taken back; `again` is the plan that does it once more. */
  undid(again: EditPlan): void {
    const step = this.done.pop();
    if (step) this.undone.push({ ...step, plan: { ...again, done: step.plan.done } });
  }

  /** The last step taken back was done again; `inverse` leads back from there. */
  redid(inverse: EditPlan): void {
    const step = this.undone.pop();
    if (step) this.done.push({ plan: step.plan, inverse });
  }
}
