import type { App, TAbstractFile, TFile } from 'obsidian';
import { makePlan, type EditPlan } from '../core/edit/edit-plan';
import { isRefusal } from '../core/text/refusal';
import { History, type Step } from '../core/edit/history';
import { noteName } from '../core/note/link-text';
import { reasonOf } from '../core/wording/reason-of';
import { MadeNotes } from './made-notes';
import { WriteError } from './write-error';
import { Writer, type WritableSettings } from './writer';

/** Applies plans one at a time and can take each back, also when others came after it, and do it again, as long as the notes hold what was written. */
export class UndoableWriter {
  private readonly history = new History();
  private readonly writer: Writer;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly app: App,
    settings: WritableSettings,
  ) {
    this.writer = new Writer(app, settings);
  }

  /** What the last step did, in the words of its notice; null when there is nothing to take back. */
  get undoes(): string | null {
    return this.history.lastDone?.plan.done ?? null;
  }

  /** The same for the step that was taken back last. */
  get redoes(): string | null {
    return this.history.lastUndone?.plan.done ?? null;
  }

  /**
   * Applies a plan and remembers the way back; answers with the step that it was. `finish` is what another plugin makes of the new notes at once, and is part
   * of the step: it answers with sentences for people. Rejects with a message for people; then nothing was changed.
   */
  apply(
    plan: EditPlan,
    finish: (made: readonly TFile[]) => Promise<readonly string[]> = () => Promise.resolve([]),
  ): Promise<Step> {
    return this.inTurn(async () => {
      const inverse = await this.writer.apply(plan);
      const made = new MadeNotes(this.app, inverse);
      const besides: TAbstractFile[] = [];
      const heard = this.app.vault.on('create', (file) => besides.push(file));
      const told = made.files.length === 0 ? [] : await finish(made.files).catch((error: unknown) => [reasonOf(error)]);
      this.app.vault.offref(heard);
      const moved = made.moved;
      const step: Step = {
        plan,
        inverse: await made.wayBack(),
        told: [
          ...told,
          ...moved.map(({ from, to }) => `${noteName(from)} was moved to ${to} by its template.`),
          // What a template makes besides, or what came by Sync: nobody can tell, so it is left alone.
          ...besides
            .filter(({ path }) => this.app.vault.getFileByPath(path))
            .map(({ path }) => `${path} was made meanwhile: undo leaves it.`),
        ],
        moved,
      };
      this.history.add(step);
      return step;
    });
  }

  /** Takes a step back, the last when none is named; answers with what to tell. Rejects when something is in the way, and says what; then nothing was changed. */
  undo(step: Step | null = null): Promise<string> {
    return this.inTurn(async () => {
      const wanted = step ?? this.history.lastDone;
      if (!wanted) throw new WriteError('Nothing to undo: no change was made from the board in this session.');
      const way = this.history.wayBack(wanted);
      if (isRefusal(way)) throw new WriteError(way.refusal);
      this.history.undid(wanted, way, await this.writer.apply(makePlan({ ...way.plan, remarks: [] })));
      return `Undone: ${wanted.plan.done}.`;
    });
  }

  /** Does the step again that was taken back last. */
  redo(): Promise<string> {
    return this.inTurn(async () => {
      const step = this.history.lastUndone;
      if (!step) throw new WriteError('Nothing to redo: no change of the board was undone.');
      this.history.redid(await this.writer.apply(step.inverse));
      return `Done again: ${step.plan.done}.`;
    });
  }

  /** One at a time, and each after Obsidian has parsed what it wrote: what is asked next is asked of the notes as they are. */
  private inTurn<T>(write: () => Promise<T>): Promise<T> {
    const turn = this.queue.then(write).finally(() => this.writer.parsed());
    this.queue = turn.catch(() => undefined);
    return turn;
  }
}
