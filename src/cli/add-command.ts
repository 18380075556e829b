import { columnNamed } from '../core/phase/columns';
import { planAdd } from '../core/edit/actions/plan-add';
import { changesNotes, DRY_RUN } from './carry-out';
import { required } from './parse-flags';

/** `operations-lifecycle:add` */
export const addCommand = changesNotes({
  action: 'add',
  description: 'Add a responsibility with #todo to a phase’s page',
  flags: {
    phase: { value: '<phase>', description: 'A phase by name, purpose or former name' },
    text: { value: '<text>', description: 'What has to be taken care of' },
    ...DRY_RUN,
  },
  plan(values, planning) {
    const { phases } = planning.index.settings;
    const named = required(values, 'phase');
    const column = columnNamed(phases, named);
    const phase = phases.find(({ name }) => name === column);
    if (!phase) throw new Error(`There is no phase “${named}”. Allowed: ${phases.map(({ name }) => name).join(', ')}.`);
    return planAdd(planning, phase.name, required(values, 'text'));
  },
});
