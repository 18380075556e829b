import { splitLink } from '../note/link-text';
import type { NoteMetadata } from '../note/note-metadata';
import { propertyOf } from '../note/property-of';
import type { Lifecycle } from '../phase/lifecycle';
import type { ResolveLink } from '../phase/lifecycle-input';
import { propertyValues, type PropertyValue } from '../phase/property-values';
import type { Settings } from '../settings/settings';
import type { FoundTodo } from '../todo/found-todo';
import type { NoteFacts } from './note-facts';

/** What is asked of the index. */
export interface Roles {
  readonly settings: Settings;
  readonly lifecycle: Lifecycle;
  /** The role note that a link in `source` leads to, or null. */
  roleOf(link: string, source: string): string | null;
}

/** The one role among the links of the note at `source`; null when there is none, or several, which name no owner. */
export function soleRole(links: readonly string[], source: string, index: Pick<Roles, 'roleOf'>): string | null {
  let sole: string | null = null;
  for (const link of links) {
    const role = index.roleOf(link, source);
    if (role !== null && sole !== null) return null;
    sole ??= role;
  }
  return sole;
}

/** The note that the owner property names: by a link, or by the plain name of a role note. Several values name no owner. */
export function ownerOfProperty(
  values: readonly PropertyValue[],
  source: string,
  index: Roles,
  resolve: ResolveLink,
): string | null {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0) return null;
  if ('link' in value) return resolve(splitLink(value.link).path, source) ?? index.roleOf(value.link, source);
  const { rolesFolder } = index.lifecycle;
  const named = value.text === '' || value.text.includes('#') ? null : resolve(value.text, source);
  return named !== null && rolesFolder !== null && named.startsWith(`${rolesFolder}/`) ? named : null;
}

/** The same, read from the note's metadata. */
export const ownerInProperties = (
  metadata: NoteMetadata | null,
  source: string,
  index: Roles,
  resolve: ResolveLink,
): string | null =>
  ownerOfProperty(
    propertyValues(propertyOf(metadata?.frontmatter, index.settings.properties.owner)),
    source,
    index,
    resolve,
  );

/** A todo's owner: on a note the property, else the one role on its tag line; elsewhere the one role on the bullet or tag line. */
export function ownerOf(todo: FoundTodo, facts: NoteFacts, index: Roles, resolve: ResolveLink): string | null {
  const property = todo.kind === 'note' ? ownerOfProperty(facts.ownerValues, facts.path, index, resolve) : null;
  return property ?? soleRole(todo.ownerLinks, facts.path, index);
}
