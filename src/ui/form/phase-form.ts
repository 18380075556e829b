import { planPhasePage } from '../../core/draft/plan-phase-page';
import { nextPhaseName } from '../../core/settings/new-phase';
import { tellNote } from '../../core/edit/describe-plan';
import { DraftModal } from './draft-modal';
import type { FormContext } from './form-context';

/** Opens the form for the page of a new phase, or of one that has none yet. */
export async function openPhaseForm(context: FormContext, phase: string | null = null): Promise<void> {
  const { settings } = (await context.drafting()).index;
  const known = settings.phases.find(({ name }) => name === phase);
  const request = { name: known?.name ?? nextPhaseName(settings.phases), purpose: known?.title ?? '' };
  new DraftModal(context, {
    heading: 'New phase page',
    submit: () => (known ? 'Create page' : 'Create phase'),
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
        value: request.purpose,
        placeholder: 'Decommissioning',
        set: (value) => (request.purpose = value),
      });
    },
    plan: (drafting) => planPhasePage(drafting, request),
  }).open();
}
