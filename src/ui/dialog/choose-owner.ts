import type { App } from 'obsidian';
import type { Role } from '../../core/index/list-roles';
import { choose } from './choose';

/** A role's note: the path of one that is there, null for none, or the name of one to be made. */
type OwnerChoice = { readonly path: string | null } | { readonly newRole: string };

export interface OwnerQuestion {
  readonly subject: string;
  readonly roles: readonly Role[];
  readonly canClear: boolean;
  /** Where a role of that name would be made; null where it cannot be. */
  readonly newRolePath: (name: string) => string | null;
}

/** Lets the user choose an owner, or make one on the spot; null when they leave it as it is. */
export async function chooseOwner(
  app: App,
  { subject, roles, canClear, newRolePath }: OwnerQuestion,
): Promise<OwnerChoice | null> {
  const chosen = await choose<OwnerChoice>(app, {
    question:
      roles.length === 0
        ? `No roles yet: type a name to make the first, the owner of ${subject}`
        : `Owner of ${subject}`,
    free(typed) {
      const path = newRolePath(typed);
      return path === null ? null : { text: `Create role “${typed}”`, note: path, value: { newRole: typed } };
    },
    choices: [
      ...roles.map(({ path, name, group }) => ({ text: name, note: group, value: { path } })),
      ...(canClear ? [{ text: 'No owner', note: '', value: { path: null } }] : []),
    ],
  });
  return chosen?.value ?? null;
}
