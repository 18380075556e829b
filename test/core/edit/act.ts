import { diffLines } from 'diff';
import { applyEdits, invertEdits } from '../../../src/core/edit/apply-edits';
import type { Planned } from '../../../src/core/edit/edit-plan';
import { isRefusal } from '../../../src/core/text/refusal';
import { planTodo } from '../../../src/core/edit/actions/plan-several';
import type { TodoAction } from '../../../src/core/edit/actions/todo-change';
import type { Planning } from '../../../src/core/edit/planning';
import { todoAtLine } from '../../../src/core/edit/todo-at-line';
import { PlanningTextVault } from './planning-text-vault';

export const PATH = 'Ops/Note.md';

/** The line of a text that ends in `¦`, 1-based, and the text without that mark. */
export function readMark(marked: string): { readonly text: string; readonly line: number } {
  const line = marked.split('\n').findIndex((one) => /¦\r?$/.test(one)) + 1;
  if (line === 0) throw new Error('No line ends in ¦.');
  return { text: marked.replace('¦', ''), line };
}

/** The notes after a plan; what was not touched is the same. Throws for a plan that breaks its promises: order, guards, a way back. */
export function notesAfter(vault: PlanningTextVault, planned: Planned): Map<string, string> {
  const after = new Map(vault.texts);
  if (isRefusal(planned)) throw new Error(planned.refusal);
  for (const change of planned.changes) {
    if (vault.texts.get(change.path) !== change.before)
      throw new Error(`${change.path} was not planned from its text.`);
    const text = applyEdits(change.before, change.edits);
    const back = invertEdits(change);
    if (applyEdits(text, back.edits) !== change.before) throw new Error(`${change.path} does not come back.`);
    for (const { guards } of change.edits)
      for (const { start, end } of guards)
        if (start > end || end > change.before.length) throw new Error(`A guard of ${change.path} is no place in it.`);
    after.set(change.path, text);
  }
  return after;
}

/** The changed lines of each note (`-` before, `+` after), notes other than `PATH` under their name; then what the plan remarks. Or the refusal. */
export function linesChanged(vault: PlanningTextVault, planned: Planned): string[] {
  if (isRefusal(planned)) return [planned.refusal];
  const after = notesAfter(vault, planned);
  const lines = planned.changes.flatMap(({ path, before }) => [
    ...(path === PATH ? [] : [path]),
    ...diffLines(before, after.get(path) ?? '').flatMap(({ added, removed, value }) =>
      added || removed
        ? value
            .replace(/\n$/, '')
            .split('\n')
            .map((line) => (added ? '+' : '-') + line)
        : [],
    ),
  ]);
  return [...lines, ...planned.remarks];
}

export function planningOf(texts: Readonly<Record<string, string>>): {
  readonly vault: PlanningTextVault;
  readonly planning: Planning;
} {
  const vault = new PlanningTextVault(texts);
  return { vault, planning: { vault, index: vault.index() } };
}

/** What an action does to the todo of the line that ends in `¦`, beside other notes. */
export async function act(
  action: TodoAction,
  marked: string,
  others: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const { text, line } = readMark(marked);
  const { vault, planning } = planningOf({ [PATH]: text, ...others });
  const todo = todoAtLine(planning.index, PATH, line);
  return isRefusal(todo) ? [todo.refusal] : linesChanged(vault, await planTodo(planning, todo, action));
}
