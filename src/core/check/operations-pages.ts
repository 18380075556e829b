import { columnOf, ELSEWHERE } from '../phase/columns';
import { folderOf, isNotePath, splitLink } from '../note/link-text';
import type { CheckPort } from './check-port';

type Port = Pick<CheckPort, 'index' | 'vault' | 'isIgnored' | 'breathe'>;

/** The pages one after the other, each once: those that are seen without a look at a link come first. Null where a page's links have been followed: time for a breath. */
function* walkPages({ index, vault, isIgnored }: Port): Generator<string | null> {
  const { overview, phaseByPage, linked } = index().lifecycle;
  const pages = new Set<string>([...phaseByPage.keys(), ...linked.keys()]);
  for (const todo of index().todos()) if (columnOf(todo) !== ELSEWHERE) pages.add(todo.path);
  if (overview !== null) {
    pages.add(overview);
    const folder = folderOf(overview);
    if (folder !== '') for (const path of vault.notes()) if (path.startsWith(`${folder}/`)) pages.add(path);
  }
  yield* [...pages];
  // What is added to a set while it is walked is walked too.
  for (const path of pages) {
    const { links = [], embeds = [] } = vault.metadata(path) ?? {};
    for (const { link } of [...embeds, ...links]) {
      const { path: linkpath } = splitLink(link);
      const target = linkpath === '' ? null : vault.resolve(linkpath, path);
      if (target === null || pages.has(target) || !isNotePath(target) || isIgnored(target)) continue;
      pages.add(target);
      yield target;
    }
    yield null;
  }
}

/**
 * The operations pages and the notes that they reach by links and embeds: the overview and what lies in its folder's tree, the phase pages, their
 * responsibilities, and notes with a todo on the board. Null when there are none: then the whole vault is the handbook.
 */
export async function operationsPages(port: Port): Promise<ReadonlySet<string> | null> {
  const pages = new Set<string>();
  for (const page of walkPages(port)) {
    if (page !== null) pages.add(page);
    else await port.breathe();
  }
  return pages.size === 0 ? null : pages;
}

/** Whether a note is one of them. Links are followed only where the note does not stand among the pages that they begin from. */
export async function isOperationsPage(path: string, port: Port): Promise<boolean> {
  for (const page of walkPages(port)) {
    if (page === path) return true;
    if (page === null) await port.breathe();
  }
  return false;
}
