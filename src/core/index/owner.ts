import { splitLink } from '../note/link-text';
import type { ResolveLink } from '../phase/lifecycle-input';
import type { FoundTodo } from '../todo/found-todo';
import type { NoteFacts } from './note-facts';
import type { PropertyValue } from '../phase/property-values';

/** The role note that a link leads to, or null. */
export type RoleOf = (link: string) => string | null;

/** The one role among the links; null when there is none, or several, which name no owner. */
export function soleRole(links: readonly string[], roleOf: RoleOf): string | null {
  let sole: string | null = null;
  for (const link of links) {
    const role = roleOf(link);
    if (role !== null && sole !== null) return null;
    sole ??= role;
  }
  return sole;
}

/** The note that the owner property names: by a link, or by the plain name of a role note. Several values name no owner. */
export function ownerOfProperty(
  values: readonly PropertyValue[],
  source: string,
  rolesFolder: string | null,
  roleOf: RoleOf,
  resolve: ResolveLink,
): string | null {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0) return null;
  if ('link' in value) return resolve(splitLink(value.link).path, source) ?? roleOf(value.link);
  const named = value.text === '' || value.text.includes('#') ? null : resolve(value.text, source);
  return named !== null && rolesFolder !== null && named.startsWith(`${rolesFolder}/`) ? named : null;
}

/** A todo's owner: on a note the property, else the one role on its tag line; elsewhere the one role on the bullet or tag line. */
export function ownerOf(
  todo: FoundTodo,
  facts: NoteFacts,
  roleOf: RoleOf,
  rolesFolder: string | null,
  resolve: ResolveLink,
): string | null {
  const property =
    todo.kind === 'note' ? ownerOfProperty(facts.ownerValues, facts.path, rolesFolder, roleOf, resolve) : null;
  return property ?? soleRole(todo.ownerLinks, roleOf);
}
