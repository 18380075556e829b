import { applyEdits } from '../../../src/core/edit/apply-edits';
import type { Planned } from '../../../src/core/edit/edit-plan';
import { isRefusal } from '../../../src/core/text/refusal';
import type { StaleChoice } from '../../../src/core/published-copies/decide-copies';
import { planRestore } from '../../../src/core/published-copies/plan-restore';
import { notesWithHtml, surveyCopies } from '../../../src/core/published-copies/survey-copies';
import { PlanningTextVault } from '../edit/planning-text-vault';

export interface RestoreOptions {
  readonly path?: string;
  readonly stale?: StaleChoice;
  readonly create?: boolean | Readonly<Record<string, string>>;
  readonly move?: boolean;
  /** The Garden's path rewrite rules. */
  readonly rules?: readonly string[];
}

/** Plans a restoring in a vault of texts. */
export async function planIn(
  texts: Readonly<Record<string, string>>,
  { path, stale = 'keep', create = false, move = false, rules = [] }: RestoreOptions = {},
): Promise<Planned> {
  const vault = new PlanningTextVault(texts);
  const index = vault.index();
  const survey = await surveyCopies(vault, path === undefined ? notesWithHtml(vault) : [path], rules);
  return planRestore(survey, {
    stale: () => stale,
    create: create === false ? null : new Map(Object.entries(create === true ? {} : create)),
    move,
    countTodos: (paths) => [...paths].flatMap((one) => [...index.todosOf(one)]).length,
  });
}

/** The vault as the plan leaves it. */
export function applied(texts: Readonly<Record<string, string>>, planned: Planned): Record<string, string> {
  if (isRefusal(planned)) throw new Error(planned.refusal);
  const after = { ...texts };
  for (const { path, text } of planned.creates) {
    if (path in after) throw new Error(`${path} is there already`);
    after[path] = text;
  }
  for (const { path, before, edits } of planned.changes) {
    if (after[path] !== before) throw new Error(`${path} is not what was planned on`);
    after[path] = applyEdits(before, edits);
  }
  for (const { from, to } of planned.moves) {
    after[to] = after[from] ?? '';
    Reflect.deleteProperty(after, from);
  }
  return after;
}

/** What is said: of a plan what is done and the remarks, of a refusal its lines. */
export const saidOf = (planned: Planned): string[] =>
  isRefusal(planned) ? planned.refusal.split('\n') : [planned.done, ...planned.remarks];
