import { splitLink, withoutMd } from '../note/link-text';
import { spellFolder } from '../text/vault-path';
import type { Settings } from '../settings/settings';

/** Where role notes are looked for when the settings name no folder; the first that exists. */
const USUAL_NAMES = ['Roles', 'Role', 'Team', 'People'];

/** The folder of the role notes: the setting, else the first of the usual names, at the vault's root before elsewhere. Null when there is none. */
export function findRolesFolder(settings: Settings, folders: Iterable<string>): string | null {
  if (settings.rolesFolder !== null) return spellFolder(settings.rolesFolder, folders);
  const found = new Map<string, string>();
  for (const folder of folders) {
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const before = found.get(name);
    if (
      USUAL_NAMES.includes(name) &&
      (before === undefined || depth(folder) < depth(before) || (depth(folder) === depth(before) && folder < before))
    )
      found.set(name, folder);
  }
  const usual = USUAL_NAMES.flatMap((name) => found.get(name) ?? []);
  return usual.find((folder) => depth(folder) === 1) ?? usual[0] ?? null;
}

const depth = (folder: string): number => folder.split('/').length;

/**
 * The path of the role note that a link leads to, or null. A link to a missing note counts when it names the folder: who
 * has only a part of the handbook keeps its owners.
 */
export function roleOfLink(rolesFolder: string | null, link: string, resolved: string | null): string | null {
  if (resolved !== null) return rolesFolder !== null && resolved.startsWith(`${rolesFolder}/`) ? resolved : null;
  const { path } = splitLink(link);
  const folders = rolesFolder === null ? USUAL_NAMES : [rolesFolder];
  const within = folders.some((folder) => path.toLowerCase().startsWith(`${folder.toLowerCase()}/`));
  return within ? `${withoutMd(path)}.md` : null;
}
