import { planPhasePage } from '../core/draft/plan-phase-page';
import { DRY_RUN, makesNotes } from './carry-out';
import { required } from './parse-flags';

/** `operations-lifecycle:new-phase` */
export const newPhaseCommand = makesNotes({
  action: 'new-phase',
  description: 'Make a phase with its page, and show it on the overview page',
  flags: {
    name: { value: '<name>', description: 'The phase’s name, such as "Day 3"' },
    purpose: { value: '<purpose>', description: 'What it is for, such as Decommissioning' },
    ...DRY_RUN,
  },
  plan(values, drafting) {
    return planPhasePage(drafting, {
      name: required(values, 'name'),
      purpose: values.purpose ?? '',
    });
  },
});
