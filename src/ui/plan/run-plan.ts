import { Notice, type App } from 'obsidian';
import { isRefusal, notesTouched, type EditPlan, type Planned } from '../../core/edit/edit-plan';
import { showPreview, type PreviewOption } from './preview-modal';
import { reasonOf } from '../../core/wording/reason-of';

/** Where plans are carried out, and taken back. */
export interface PlanDesk {
  readonly app: App;
  /** Applies a plan and remembers the way back. Rejects with a message for people. */
  apply(plan: EditPlan): Promise<void>;
  /** Takes the last step back; answers with what to tell. */
  undo(): Promise<string>;
}

/** `when-several`: a plan on one note is applied at once, one on several is shown first (DESIGN 4). `done`: it has been shown. */
export type PreviewWish = 'when-several' | 'always' | 'done';

/** How long Undo is in reach, in milliseconds. */
const UNDO_MS = 10_000;

/** Long enough to read a sentence or two. */
const REASON_MS = 8000;


/** Tells in a notice why something was not done. */
export function tellReason(reason: string): void {
  new Notice(reason, REASON_MS);
}

/** Tells what taking a step back, or again, came to. */
export const tellStep = (told: Promise<string>): Promise<void> => told.then(tellReason, (error: unknown) => tellReason(reasonOf(error)));

/** Says what was done, and offers to take it back. */
export function tellDone(desk: PlanDesk, plan: EditPlan): void {
  const notice = new Notice(createFragment((text) => {
    text.createDiv({ text: `${[plan.done, ...plan.remarks.slice(0, 2)].join('. ').replace(/[.…]*$/, '')}.` });
    const button = text.createEl('button', { cls: 'ops-undo', text: 'Undo' });
    button.addEventListener('click', () => {
      notice.hide();
      void tellStep(desk.undo());
    });
  }), UNDO_MS);
}

/**
 * Carries a plan out as its user expects: a refusal is told; a plan on several notes is shown first; then it is applied, and a notice offers to
 * take it back. Answers whether it was applied.
 */
export async function runPlan(desk: PlanDesk, planning: Planned | Promise<Planned>, preview: PreviewWish = 'when-several', option: PreviewOption | null = null): Promise<boolean> {
  try {
    const planned = await planning;
    if (isRefusal(planned)) {
      tellReason(planned.refusal);
      return false;
    }
    const isShown = preview === 'always' || (preview === 'when-several' && notesTouched(planned) > 1);
    if (isShown && !(await showPreview(desk.app, planned, option))) return false;
    await desk.apply(planned);
    tellDone(desk, planned);
    return true;
  } catch (error) {
    tellReason(reasonOf(error));
    return false;
  }
}
