import { Notice, type App } from 'obsidian';
import { lostIn, notesTouched, type EditPlan, type Planned } from '../../core/edit/edit-plan';
import { isRefusal } from '../../core/text/refusal';
import { publicRemarks, withPublicRemarks, type PublishedVault } from '../../core/edit/public-remarks';
import type { Step } from '../../core/edit/history';
import type { Planning } from '../../core/edit/planning';
import { noteName } from '../../core/note/link-text';
import { addToCopy, copyLater } from '../embed/copy-later';
import { showPreview, type PreviewOption } from './preview-modal';
import { reasonOf } from '../../core/wording/reason-of';

/** Where plans are carried out, and taken back. */
export interface PlanContext {
  readonly app: App;
  readonly vault: PublishedVault;
  /** Applies a plan and remembers the way back. Rejects with a message for people. */
  apply(plan: EditPlan): Promise<Step>;
  /** Takes a step back, the last when none is named; answers with what to tell. */
  undo(step?: Step): Promise<string>;
}

/** Where things are planned, too. */
export interface PlanningContext extends PlanContext {
  /** Everything up to now taken in, and the vault as planning asks for it. */
  planning(): Promise<Planning>;
}

/**
 * `when-several`: a plan on one note is applied at once, one on several is shown first, and so is one that makes something public. `when-public`: only that.
 * `done`: it has been shown.
 */
type PreviewMode = 'when-several' | 'when-public' | 'always' | 'done';

/** How long Undo is in reach, in milliseconds. */
const UNDO_MS = 10_000;

/** Long enough to read a sentence or two. */
const REASON_MS = 8000;

/** The notice that is seen: there is one of ours at a time, and none of a plan that was undone. */
let seen: Notice | null = null;

function show(text: string | DocumentFragment, milliseconds: number): Notice {
  seen?.hide();
  seen = new Notice(text, milliseconds);
  // At the window's end: the app's own place is over the board's toolbar and filter.
  seen.containerEl.addClass('ops-told');
  return seen;
}

/** Tells in a notice why something was not done. */
export function tellReason(reason: string): void {
  show(reason, REASON_MS);
}

/** The same for whatever was thrown: words for people as they are, a mistake of ours as one; with it goes the text of notes that were left short. */
export function tellError(error: unknown): void {
  const lost = lostIn(error);
  if (lost.length === 0) {
    tellReason(reasonOf(error));
    return;
  }
  // It stays until it is pressed away: nobody else has that text.
  show(
    createFragment((text) => {
      text.createDiv({ text: reasonOf(error) });
      for (const note of lost) {
        const title = lost.length === 1 ? 'Copy what should be there' : `Copy what should be in ${noteName(note.path)}`;
        const offer = text.createDiv();
        const button = offer.createEl('button', { cls: 'ops-undo', text: title });
        button.addEventListener('click', (event) => {
          event.stopPropagation();
          copyLater(Promise.resolve(note.text)).catch(() => {
            button.remove();
            const field = addToCopy(offer, title, note.text);
            // A press on it is no press on the notice, which would go with the text.
            field.addEventListener('click', (press) => press.stopPropagation());
            field.select();
          });
        });
      }
    }),
    0,
  );
}

/** Tells what taking a step back, or again, came to. */
export const tellStep = (told: Promise<string>): Promise<void> => told.then(tellReason, tellError);

/** Says what was done, and offers to take that very step back. */
export function tellDone(context: PlanContext, plan: EditPlan, step: Step): void {
  show(
    createFragment((text) => {
      text.createDiv({
        text: `${[plan.done, ...[...(step.told ?? []), ...plan.remarks].slice(0, 2).map((one) => one.replace(/\.$/, ''))].join('. ').replace(/[.…]*$/, '')}.`,
      });
      text
        .createEl('button', { cls: 'ops-undo', text: 'Undo' })
        .addEventListener('click', () => void tellStep(context.undo(step)));
    }),
    UNDO_MS,
  );
}

/** Shows a plan that makes something public, and asks whether to carry it out; any other may be at once. */
export const showPublic = async ({ app, vault }: PlanContext, plan: EditPlan): Promise<boolean> =>
  publicRemarks(plan, vault).length === 0 || showPreview(app, withPublicRemarks(plan, vault));

/**
 * Carries a plan out as its user expects: a refusal is told; a plan on several notes is shown first; then it is applied, and a notice offers to
 * take it back. Answers whether it was applied.
 */
export async function runPlan(
  context: PlanContext,
  planning: Planned | Promise<Planned>,
  preview: PreviewMode = 'when-several',
  option: PreviewOption | null = null,
): Promise<boolean> {
  try {
    const planned = withPublicRemarks(await planning, context.vault);
    if (isRefusal(planned)) {
      tellReason(planned.refusal);
      return false;
    }
    const isShown = preview === 'always' || (preview === 'when-several' && notesTouched(planned) > 1);
    if (isShown && !(await showPreview(context.app, planned, option))) return false;
    if (!isShown && preview !== 'done' && !(await showPublic(context, planned))) return false;
    tellDone(context, planned, await context.apply(planned));
    return true;
  } catch (error) {
    tellError(error);
    return false;
  }
}

/** Plans by the vault as it is now, and carries that out as `runPlan` does; whether it was applied. */
export const planAndRun = (
  context: PlanningContext,
  plan: (planning: Planning) => Planned | Promise<Planned>,
  preview?: PreviewMode,
): Promise<boolean> => runPlan(context, context.planning().then(plan), preview);
