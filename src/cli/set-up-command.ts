import { planSetUp } from '../core/draft/plan-set-up';
import { DRY_RUN, makesNotes } from './carry-out';
import { isGiven, required } from './parse-flags';

/** `operations-lifecycle:set-up` */
export const setUpCommand = makesNotes({
  action: 'set-up',
  description: 'Make the overview page and the phase pages',
  flags: {
    folder: { value: '<folder>', description: 'Where the pages go; / for the vault’s root' },
    examples: { description: 'Begin with example responsibilities' },
    ...DRY_RUN,
  },
  plan(values, drafting) {
    return planSetUp(drafting, {
      folder: required(values, 'folder'),
      examples: isGiven(values, 'examples'),
    });
  },
});
