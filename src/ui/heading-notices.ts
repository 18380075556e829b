import { Notice } from 'obsidian';
import type { EditPlan } from '../core/edit/edit-plan';
import { isRefusal } from '../core/text/refusal';
import { notesMissing, planHeadingUpdate, type RetypedHeading } from '../core/edit/plan-heading-update';
import { noteName } from '../core/note/link-text';
import type { NoteMetadata } from '../core/note/note-metadata';
import { plainText } from '../core/markdown/plain-text';
import { runPlan, tellReason, type PlanningContext } from './plan/run-plan';

/** How long the offer stands. */
const OFFER_MS = 15_000;

/** The plan that lets links follow; null when there is nothing to write. */
async function planUpdate(
  context: PlanningContext,
  path: string,
  retyped: readonly RetypedHeading[],
): Promise<EditPlan | null> {
  const { vault } = await context.planning();
  const note = await vault.read(path);
  const plan = note && (await planHeadingUpdate(note, retyped, vault));
  return plan && !isRefusal(plan) ? plan : null;
}

/** Offers in a notice to let the links to retyped headings follow; nothing is written without that. */
export async function offerUpdate(
  context: PlanningContext,
  path: string,
  retyped: readonly RetypedHeading[],
): Promise<void> {
  const planned = await planUpdate(context, path, retyped).catch(() => null);
  const [first] = retyped;
  if (!planned || !first) return;
  const count = planned.changes.reduce((sum, { edits }) => sum + edits.length, 0);
  if (count === 0) {
    tellReason(planned.remarks.join(' '));
    return;
  }
  const links = count === 1 ? '1 link still leads' : `${count} links still lead`;
  const was = retyped.length === 1 ? `“${plainText(first.was)}”` : 'the headings that you changed';
  const notice = new Notice(
    createFragment((text) => {
      text.createDiv({ text: `${links} to ${was} in ${noteName(path)}.` });
      const button = text.createEl('button', { cls: 'ops-undo', text: count === 1 ? 'Update it…' : 'Update them…' });
      button.addEventListener('click', () => {
        notice.hide();
        // The notes may have changed since.
        void runPlan(
          context,
          planUpdate(context, path, retyped).then(
            (again) => again ?? { refusal: 'No link leads to the old heading any more.' },
          ),
          'always',
        );
      });
    }),
    OFFER_MS,
  );
}

/** Says what shows nothing now that headings are gone: those at `indexes` of the metadata before. */
export async function warnOfMissing(
  context: PlanningContext,
  path: string,
  before: NoteMetadata,
  indexes: readonly number[],
): Promise<void> {
  const { vault } = await context.planning();
  const notes = notesMissing(path, before, indexes, vault);
  const names = indexes.map((at) => `“${plainText(before.headings?.[at]?.heading ?? '')}”`).join(', ');
  if (notes.length > 0)
    tellReason(`${names} of ${noteName(path)} is transcluded in ${notes.join(', ')}, which now shows nothing there.`);
}
