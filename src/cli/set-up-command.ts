import { planSetUp } from '../core/draft/plan-set-up';
import { carryOut, DRY_RUN } from './carry-out';
import type { CliCommand } from './cli-command';
import { isGiven, required } from './parse-flags';

/** `operations-lifecycle:set-up` */
export const setUpCommand: CliCommand = {
  action: 'set-up',
  description: 'Make the overview page and the phase pages',
  flags: {
    folder: { value: '<folder>', description: 'Where the pages go; / for the vault’s root' },
    examples: { description: 'Begin with example responsibilities' },
    ...DRY_RUN,
  },
  async run(values, { drafts }) {
    const draft = await planSetUp(await drafts.drafting(), {
      folder: required(values, 'folder'),
      examples: isGiven(values, 'examples'),
    });
    return carryOut(draft, values, drafts);
  },
};
