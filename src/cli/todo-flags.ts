import type { CliFlags } from 'obsidian';
import { isRefusal } from '../core/text/refusal';
import type { Planning } from '../core/edit/planning';
import { todoAtLine } from '../core/edit/todo-at-line';
import type { OperationsIndex } from '../core/index/operations-index';
import type { Todo } from '../core/index/todo';
import { DRY_RUN, type PlanTarget } from './carry-out';
import type { CliValues } from './parse-flags';

/** What a handler needs: a fresh look at the vault, and the one writer. */
export interface CliContext extends PlanTarget {
  planning(): Promise<Planning>;
}

/** The flags of a handler that acts on one todo. */
export const TODO_FLAGS: CliFlags = {
  path: { value: '<note>', description: 'The todo’s note, as todos prints it' },
  line: { value: '<number>', description: 'The todo’s line, as todos prints it' },
  ...DRY_RUN,
};

/** The value of a flag that must be given. Throws when it is not. */
export function required(values: CliValues, flag: string): string {
  const value = values[flag];
  if (value === undefined) throw new Error(`${flag}= is missing.`);
  return value;
}

/** The todo that `path=` and `line=` name. Throws for any other line, naming the nearest todo. */
export function todoOf(index: OperationsIndex, values: CliValues): Todo {
  const line = required(values, 'line');
  if (!/^[1-9]\d*$/.test(line)) throw new Error(`line=${line} is no line: expected a number from 1 on.`);
  const todo = todoAtLine(index, required(values, 'path'), Number(line));
  if (isRefusal(todo)) throw new Error(todo.refusal);
  return todo;
}
