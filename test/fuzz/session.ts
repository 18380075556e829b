import { applyEdits, invertEdits } from '../../src/core/edit/apply-edits';
import { makePlan, type EditPlan } from '../../src/core/edit/edit-plan';
import { isRefusal } from '../../src/core/text/refusal';
import type { NoteEdit } from '../../src/core/text/text-edit';
import { History, type Step } from '../../src/core/edit/history';
import type { Planning } from '../../src/core/edit/planning';
import { rebaseEdits } from '../../src/core/edit/rebase-edits';
import { PlanningTextVault } from '../core/edit/planning-text-vault';

/** A vault in which plans are carried out one after the other, as the writer does it, with the index that follows and the history. */
export class Session {
  readonly vault: PlanningTextVault;
  readonly planning: Planning;
  private readonly history = new History();
  readonly steps: Step[] = [];

  constructor(texts: Readonly<Record<string, string>>) {
    this.vault = new PlanningTextVault(texts);
    this.planning = { vault: this.vault, index: this.vault.index() };
  }

  texts(): Record<string, string> {
    return Object.fromEntries([...this.vault.texts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Carries out a plan made now. */
  do(plan: EditPlan): void {
    const step = { plan, inverse: this.write(plan) };
    this.history.add(step);
    this.steps.push(step);
  }

  /** Takes a step back; answers with what was in the way, or null. */
  undo(step: Step): string | null {
    const way = this.history.wayBack(step);
    if (isRefusal(way)) return way.refusal;
    const blocked = way.plan.removes.find(({ path, text }) => this.vault.texts.get(path) !== text);
    if (blocked) return `${blocked.path} was written in`;
    this.history.undid(step, way, this.write(way.plan));
    this.steps.splice(this.steps.indexOf(step), 1);
    return null;
  }

  private write({ done, creates, changes, removes }: EditPlan): EditPlan {
    const back: NoteEdit[] = [];
    for (const { path, text } of creates) {
      if (this.vault.texts.has(path)) throw new Error(`${path} is there already.`);
      this.vault.write(path, text);
    }
    for (const change of changes) {
      const before = this.vault.texts.get(change.path) ?? '';
      const edits = rebaseEdits(change, before);
      if (typeof edits === 'string') throw new Error(`A plan made now does not fit ${change.path}.`);
      back.unshift(invertEdits({ path: change.path, before, edits }));
      this.vault.write(change.path, applyEdits(before, edits));
    }
    for (const { path } of removes) this.vault.remove(path);
    for (const { path } of [...creates, ...changes, ...removes]) this.vault.feed(this.planning.index, path);
    this.planning.index.settle();
    return makePlan({ done, changes: back, removes: creates, creates: removes });
  }
}
