import { planSetUp } from '../core/draft/plan-set-up';
import { carryOut, DRY_RUN } from './carry-out';
import type { CliCommand } from './cli-command';
import { type DraftContext } from './draft-flags';
import { isGiven } from './parse-flags';
import { required } from './todo-flags';

/** `operations-lifecycle:set-up` */
export function setUpCommand(context: DraftContext): CliCommand {
  return {
    action: 'set-up',
    description: 'Make the overview page and the phase pages',
    flags: {
      folder: { value: '<folder>', description: 'Where the pages go; / for the vault’s root' },
      examples: { description: 'Begin with example responsibilities' },
      ...DRY_RUN,
    },
    async run(values) {
      const draft = await planSetUp(await context.drafting(), {
        folder: required(values, 'folder'),
        examples: isGiven(values, 'examples'),
      });
      return carryOut(draft, values, context);
    },
  };
}
