import { noteNameProblem } from '../../note/note-name';
import type { OperationsIndex } from '../../index/operations-index';
import type { Todo } from '../../index/todo';
import { splitLink } from '../../note/link-text';
import type { EditPlan, Planned } from '../edit-plan';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { Planning } from '../planning';
import { vaultAfter } from '../vault-after';
import { planSeveral } from './plan-several';
import { setTodo } from './set-todo';

/** Where role notes go in a vault that has none yet. */
const FIRST_FOLDER = 'Roles';

/** The path that a new role's note would have; null for what cannot be a name, or is one already. */
export function newRolePath(
  {
    index,
    vault,
  }: { readonly index: Pick<OperationsIndex, 'lifecycle'>; readonly vault: Pick<Planning['vault'], 'exists'> },
  name: string,
): string | null {
  const path = `${index.lifecycle.rolesFolder ?? FIRST_FOLDER}/${name.trim()}.md`;
  return noteNameProblem(name) !== null || vault.exists(path) ? null : path;
}

/** The vault and its index as they will be when the roles' notes are there: links to them lead to roles. */
function withRoles<P extends Planning>(planning: P, paths: readonly string[]): P {
  const { index, vault } = planning;
  const whole = vaultAfter(
    vault,
    paths.map((path) => ({ path, text: '' })),
  );
  const roleOf = (link: string, source: string): string | null =>
    paths.find((path) => whole.resolve(splitLink(link).path, source) === path) ?? index.roleOf(link, source);
  const seen = Object.create(index, {
    roleOf: { value: roleOf },
    isRoleLink: { value: (link: string, source: string) => roleOf(link, source) !== null },
  }) as OperationsIndex;
  return { ...planning, index: seen, vault: whole };
}

/** A plan that names roles which have no notes yet, and makes those in the same step; `paths` that are there are left alone. */
export async function planWithRoles<P extends Planning, E extends EditPlan, R extends Refusal>(
  planning: P,
  paths: readonly string[],
  plan: (planning: P) => Promise<E | R>,
): Promise<E | R> {
  const made = [...new Set(paths)].filter((path) => !planning.vault.exists(path));
  const planned = await plan(made.length === 0 ? planning : withRoles(planning, made));
  if (isRefusal(planned)) return planned;
  return { ...planned, creates: [...made.map((path) => ({ path, text: '' })), ...planned.creates] };
}

/** Makes a role's note, and gives it to the todos, in one plan. */
export async function planNewRole(planning: Planning, todos: readonly Todo[], name: string): Promise<Planned> {
  const path = newRolePath(planning, name);
  if (path === null) return refuse(`“${name.trim()}” cannot be the name of a new role’s note.`);
  return planWithRoles(planning, [path], (seen) => planSeveral(seen, todos, setTodo({ owner: path })));
}
