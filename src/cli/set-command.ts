import { planTodo } from '../core/edit/actions/plan-several';
import { setTodo } from '../core/edit/actions/set-todo';
import { readOwner } from '../core/draft/read-fields';
import { changesNotes } from './carry-out';
import { accepted, type CliValues } from './parse-flags';
import { TODO_FLAGS, todoOf } from './todo-flags';

/** Takes a value away. */
const NONE = 'none';

const given = (values: CliValues, flag: string): string | undefined =>
  values[flag]?.toLowerCase() === NONE ? '' : values[flag];

/** `operations-lifecycle:set` */
export const setCommand = changesNotes({
  action: 'set',
  description: 'Set the state, owner or due date of a todo; none takes it away',
  flags: {
    ...TODO_FLAGS,
    state: { value: '<state>|none', description: 'What its tag says besides the phase, such as blocked' },
    owner: { value: '<role>|none', description: 'A role note by name or path' },
    due: { value: '<date>|none', description: 'A date, such as 2026-12-01' },
  },
  plan(values, planning) {
    const [state, owner, due] = [given(values, 'state'), given(values, 'owner'), given(values, 'due')];
    if (state === undefined && owner === undefined && due === undefined)
      throw new Error('There is nothing to set: give state=, owner= or due=.');
    const role = owner === undefined || owner === '' ? owner : (accepted(readOwner(planning, owner)) ?? '');
    const action = setTodo({
      ...(state === undefined ? {} : { state }),
      ...(role === undefined ? {} : { owner: role }),
      ...(due === undefined ? {} : { due }),
    });
    return planTodo(planning, todoOf(planning.index, values), action);
  },
});
