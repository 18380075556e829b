import { folderOf, noteName } from '../note/link-text';
import type { OperationsIndex, VaultView } from './operations-index';

/** A role note, that a responsibility can be given to. */
export interface Role {
  readonly path: string;
  readonly name: string;
  /** Below the roles folder: `Engineering`; '' for its top. */
  readonly group: string;
}

/** The role notes of the vault by name; a note that gathers its folder's roles ("Engineering Roles") is one too, and comes last. */
export function listRoles(
  { lifecycle: { rolesFolder } }: Pick<OperationsIndex, 'lifecycle'>,
  vault: Pick<VaultView, 'notes'>,
): readonly Role[] {
  if (rolesFolder === null) return [];
  const roles: Role[] = [];
  for (const path of vault.notes()) {
    if (path.startsWith(`${rolesFolder}/`))
      roles.push({ path, name: noteName(path), group: folderOf(path).slice(rolesFolder.length + 1) });
  }
  const gathers = ({ name }: Role): number => Number(/\broles$/i.test(name));
  return roles.sort(
    (a, b) => gathers(a) - gathers(b) || a.name.localeCompare(b.name, 'en') || (a.path < b.path ? -1 : 1),
  );
}
