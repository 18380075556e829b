import type { App } from 'obsidian';
import { makePlan, type EditPlan } from '../core/edit/edit-plan';
import { History } from '../core/edit/history';
import type { Settings } from '../core/settings/settings';
import { WriteError } from './write-error';
import { Writer } from './writer';

/** Applies plans and can take them back, and do them again, as long as the notes hold what was written (DESIGN 4). */
export class UndoableWriter {
  private readonly history = new History();
  private readonly writer: Writer;

  constructor(app: App, changeSettings: (settings: Settings) => Promise<void>) {
    this.writer = new Writer(app, changeSettings);
  }

  get canUndo(): boolean {
    return this.history.lastDone !== null;
  }

  get canRedo(): boolean {
    return this.history.lastUndone !== null;
  }

  /** Applies a plan and remembers the way back. Rejects with a message for people; then nothing was changed. */
  async apply(plan: EditPlan): Promise<void> {
    this.history.add({ plan, inverse: await this.writer.apply(plan) });
    await this.writer.parsed();
  }

  /** The same; `finish` is what another plugin makes of the new notes at once, and is part of the step. */
  async applyWith(plan: EditPlan, finish: () => Promise<void>): Promise<void> {
    const inverse = await this.writer.apply(plan);
    try {
      await finish();
    } finally {
      const removes = await Promise.all(inverse.removes.map(async ({ path }) => ({ path, text: await this.writer.read(path) })));
      this.history.add({ plan, inverse: { ...inverse, removes } });
    }
    await this.writer.parsed();
  }

  /** Takes the last step back; answers with what to tell. Rejects when a note has changed since: then the step stays the last. */
  async undo(): Promise<string> {
    const step = this.history.lastDone;
    if (!step) throw new WriteError('Nothing to undo: no change was made from the board in this session.');
    this.history.undid(await this.writer.apply(makePlan({ ...step.inverse, remarks: [] })));
    await this.writer.parsed();
    return `Undone: ${step.plan.done}.`;
  }

  /** Does the step again that was taken back last. */
  async redo(): Promise<string> {
    const step = this.history.lastUndone;
    if (!step) throw new WriteError('Nothing to redo: no change of the board was undone.');
    this.history.redid(await this.writer.apply(step.plan));
    await this.writer.parsed();
    return `Done again: ${step.plan.done}.`;
  }
}
