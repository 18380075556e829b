import type { App } from 'obsidian';
import type { Role } from '../../core/index/list-roles';
import { choose } from './choose';

/** Lets the user choose a role note's path, or with null no owner; null itself when they leave it as it is. */
export function chooseOwner(app: App, subject: string, roles: readonly Role[], canClear: boolean): Promise<{ readonly value: string | null } | null> {
  return choose<string | null>(app, {
    question: `Owner of ${subject}`,
    choices: [
      ...roles.map(({ path, name, group }) => ({ text: name, note: group, value: path })),
      ...(canClear ? [{ text: 'No owner', note: '', value: null }] : []),
    ],
  });
}
