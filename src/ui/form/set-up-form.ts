import { planSetUp } from '../../core/draft/plan-set-up';
import { tellNote } from '../../core/edit/describe-plan';
import { revealBoard } from '../reveal-board';
import { DraftModal } from './draft-modal';
import type { FormContext } from './form-context';

/** Opens the form that makes a vault's first operations pages; then the board shows them. */
export async function openSetUpForm(context: FormContext): Promise<void> {
  const { index } = await context.drafting();
  const request = { folder: 'Operations', examples: true };
  const names = index.settings.phases.map(({ name, title }) => (title === '' ? name : `${name} (${title})`));
  new DraftModal(context, {
    heading: 'Set up operations pages',
    submit: (plan) => `Create ${plan?.creates.length ?? names.length + 1} notes`,
    words: tellNote,
    draw(fields) {
      fields.text({
        field: 'folder',
        name: 'Folder',
        desc: `An overview, and a page for ${names.join(', ')}.`,
        value: request.folder,
        set: (value) => (request.folder = value),
      });
      fields.toggle({
        field: 'examples',
        name: 'Start with example responsibilities',
        value: request.examples,
        set: (value) => (request.examples = value),
      });
    },
    plan: (drafting) => planSetUp(drafting, request),
    async done() {
      await revealBoard(context.app, 'main');
      return 'Ready. Click a card to write, or + Add responsibility';
    },
  }).open();
}
