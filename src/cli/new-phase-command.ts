import { planPhasePage } from '../core/draft/plan-phase-page';
import { carryOut, DRY_RUN } from './carry-out';
import type { CliCommand } from './cli-command';
import { required } from './parse-flags';

/** `operations-lifecycle:new-phase` */
export const newPhaseCommand: CliCommand = {
  action: 'new-phase',
  description: 'Make a phase with its page, and show it on the overview page',
  flags: {
    name: { value: '<name>', description: 'The phase’s name, such as "Day 3"' },
    purpose: { value: '<purpose>', description: 'What it is for, such as Decommissioning' },
    ...DRY_RUN,
  },
  async run(values, { drafts }) {
    const draft = await planPhasePage(await drafts.drafting(), {
      name: required(values, 'name'),
      purpose: values.purpose ?? '',
    });
    return carryOut(draft, values, drafts);
  },
};
