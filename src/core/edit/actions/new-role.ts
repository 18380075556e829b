import { noteNameProblem } from '../../note/note-name';
import type { OperationsIndex } from '../../index/operations-index';
import type { Todo } from '../../index/todo';
import { splitLink } from '../../note/link-text';
import type { Planned } from '../edit-plan';
import { isRefusal, refuse } from '../../text/refusal';
import type { Planning } from '../planning';
import { withPlannedNotes } from '../planned-notes';
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

/** The vault and its index as they will be when the role's note is there: links to it lead to a role. */
function withRole({ index, vault }: Planning, path: string): Planning {
  const whole = withPlannedNotes(vault, [{ path, text: '' }]);
  const roleOf = (link: string, source: string): string | null =>
    whole.resolve(splitLink(link).path, source) === path ? path : index.roleOf(link, source);
  const seen = Object.create(index, {
    roleOf: { value: roleOf },
    isRoleLink: { value: (link: string, source: string) => roleOf(link, source) !== null },
  }) as OperationsIndex;
  return { index: seen, vault: whole };
}

/** Makes a role's note, and gives it to the todos, in one plan. */
export async function planNewRole(planning: Planning, todos: readonly Todo[], name: string): Promise<Planned> {
  const path = newRolePath(planning, name);
  if (path === null) return refuse(`“${name.trim()}” cannot be the name of a new role’s note.`);
  const planned = await planSeveral(withRole(planning, path), todos, setTodo({ owner: path }));
  return isRefusal(planned) ? planned : { ...planned, creates: [{ path, text: '' }, ...planned.creates] };
}
