import { planResponsibility } from '../core/draft/plan-responsibility';
import { readDueDate, readOwner, readPhase } from '../core/draft/read-fields';
import { DRY_RUN, makesNotes } from './carry-out';
import { accepted, isGiven, required } from './parse-flags';

/** `operations-lifecycle:new-responsibility` */
export const newResponsibilityCommand = makesNotes({
  action: 'new-responsibility',
  description: 'Make a responsibility note and link it from its phase page',
  flags: {
    title: { value: '<title>', description: 'The note’s title, which is its file’s name' },
    phase: { value: '<phase>', description: 'A phase by name, purpose or former name, or Cross-phase' },
    owner: { value: '<role>', description: 'A role note by name or path' },
    due: { value: '<date>', description: 'A date, such as 2026-12-01' },
    template: { value: '<name>', description: 'A template by name or path' },
    transclude: { description: 'Add a heading with a transclusion instead of a bullet' },
    ...DRY_RUN,
  },
  plan(values, drafting) {
    return planResponsibility(drafting, {
      title: required(values, 'title'),
      phase: accepted(readPhase(drafting, required(values, 'phase'))),
      owner: accepted(readOwner(drafting, values.owner ?? '')),
      due: accepted(readDueDate(values.due ?? '')),
      template: values.template ?? null,
      publish: null,
      reference: isGiven(values, 'transclude') ? 'transclusion' : 'bullet',
    });
  },
});
