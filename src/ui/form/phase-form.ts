import { nextPhaseName, planPhasePage } from '../../core/draft/plan-phase-page';
import { tellNote } from '../../core/edit/describe-plan';
import { DraftModal } from './draft-modal';
import type { FormContext } from './form-context';

/** Opens the form for a new phase's page. */
export async function openPhaseForm(context: FormContext): Promise<void> {
  const { index } = await context.drafting();
  const request = { name: nextPhaseName(index.settings), purpose: '' };
  new DraftModal(context, {
    heading: 'New phase page',
    submit: () => 'Create phase',
    words: tellNote,
    draw(fields) {
      fields.text({
        field: 'name',
        name: 'Name',
        desc: 'The page is named after it.',
        value: request.name,
        placeholder: 'Day 3',
        set: (value) => (request.name = value),
      });
      fields.text({
        field: 'purpose',
        name: 'Purpose',
        desc: 'A word for what the phase is for.',
        value: '',
        placeholder: 'Decommissioning',
        set: (value) => (request.purpose = value),
      });
    },
    plan: (drafting) => planPhasePage(drafting, request),
  }).open();
}
