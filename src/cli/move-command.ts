import { columnNamed, columnNames, ELSEWHERE } from '../core/phase/columns';
import { planMove } from '../core/edit/move/plan-move';
import { changesNotes } from './carry-out';
import { isGiven, required } from './parse-flags';
import { TODO_FLAGS, todoOf } from './todo-flags';

/** `operations-lifecycle:move` */
export const moveCommand = changesNotes({
  action: 'move',
  description: 'Move a todo to another phase by the smallest change, or with its text',
  flags: {
    ...TODO_FLAGS,
    to: { value: '<phase>', description: 'A phase by name, purpose or former name, or Cross-phase' },
    text: { description: 'Move the section itself to the end of the phase page’s Overview' },
  },
  plan(values, planning) {
    const { phases } = planning.index.settings;
    const column = columnNamed(phases, required(values, 'to'));
    if (column === null || column === ELSEWHERE)
      throw new Error(
        `“${values.to ?? ''}” is nowhere to move to. Allowed: ${columnNames(phases)
          .filter((name) => name !== ELSEWHERE)
          .join(', ')}.`,
      );
    return planMove(planning, [todoOf(planning.index, values)], {
      column,
      withText: isGiven(values, 'text'),
    });
  },
});
