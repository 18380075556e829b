import type { CliFlags } from 'obsidian';
import { todoAtLine } from '../core/edit/todo-at-line';
import type { OperationsIndex } from '../core/index/operations-index';
import type { Todo } from '../core/index/todo';
import { DRY_RUN } from './carry-out';
import { accepted, required, type CliValues } from './parse-flags';

/** The flags of a handler that acts on one todo. */
export const TODO_FLAGS: CliFlags = {
  path: { value: '<note>', description: 'The todo’s note, as todos prints it' },
  line: { value: '<number>', description: 'The todo’s line, as todos prints it' },
  ...DRY_RUN,
};

/** The todo that `path=` and `line=` name. Throws for any other line, naming the nearest todo. */
export function todoOf(index: OperationsIndex, values: CliValues): Todo {
  const line = required(values, 'line');
  if (!/^[1-9]\d*$/.test(line)) throw new Error(`line=${line} is no line: expected a number from 1 on.`);
  return accepted(todoAtLine(index, required(values, 'path'), Number(line)));
}
