import { countOpenIn } from '../../core/index/count-open';
import { notesWithHtml, surveyCopies } from '../../core/published-copies/survey-copies';
import type { ActionContext } from '../actions/action-context';
import { tellError, tellReason } from '../plan/run-plan';
import { RestoreChoices } from './restore-choices';
import { RestoreModal } from './restore-modal';

/** Opens the dialog that turns published copies back: with the one note chosen, or all; `create` when missing pages are to be made. */
export async function openRestore(context: ActionContext, only: string | null, create: boolean): Promise<void> {
  try {
    const { index, vault } = await context.planning();
    const survey = await surveyCopies(vault, notesWithHtml(vault), index.settings.garden.rewriteRules);
    const notes = [...survey.notes.keys()];
    if (notes.length === 0) {
      tellReason(['There are no frozen copies in this vault.', ...survey.unread].join('\n'));
      return;
    }
    const start = { only: only !== null && survey.notes.has(only) ? only : null, create };
    new RestoreModal(context, new RestoreChoices(survey, (paths) => countOpenIn(index, paths), start), notes).open();
  } catch (error) {
    tellError(error);
  }
}
