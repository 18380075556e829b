import type { OperationsIndex, VaultView } from '../index/operations-index';
import { columnOf, ELSEWHERE } from '../index/todo';
import { folderOf, splitLink } from '../note/link-text';
import { isNotePath } from '../link/outgoing-link';

/**
 * The operations pages and the notes that they reach by links and embeds: the overview and what lies in its folder's tree, the phase pages, their
 * responsibilities, and notes with a todo on the board. Null when there are none: then the whole vault is the handbook.
 */
export function operationsPages(
  index: OperationsIndex,
  vault: VaultView,
  isIgnored: (path: string) => boolean,
): ReadonlySet<string> | null {
  const { overview, phaseByPage, linked } = index.lifecycle;
  const pages = new Set<string>([...phaseByPage.keys(), ...linked.keys()]);
  for (const todo of index.todos()) if (columnOf(todo) !== ELSEWHERE) pages.add(todo.path);
  if (overview !== null) {
    pages.add(overview);
    const folder = folderOf(overview);
    if (folder !== '') for (const path of vault.notes()) if (path.startsWith(`${folder}/`)) pages.add(path);
  }
  if (pages.size === 0) return null;
  // What is added to a set while it is walked is walked too.
  for (const path of pages) {
    const { links = [], embeds = [] } = vault.metadata(path) ?? {};
    for (const { link } of [...embeds, ...links]) {
      const { path: linkpath } = splitLink(link);
      const target = linkpath === '' ? null : vault.resolve(linkpath, path);
      if (target !== null && isNotePath(target) && !isIgnored(target)) pages.add(target);
    }
  }
  return pages;
}
