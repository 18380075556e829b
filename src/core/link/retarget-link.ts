import type { LinkVault } from './link-vault';
import { BREAKS_LINKS, changeLink, type LinkChange } from './change-link';
import { readLink, targetOf, type WrittenLink } from '../markdown/written-link';
import { isNotePath, withoutMd } from '../note/link-text';

/** Where a link is to lead. Paths are vault paths. */
export interface Retarget extends Omit<LinkChange, 'path'> {
  readonly target: string;
  /** The note that the link stands in. */
  readonly from: string;
  /** How the path may be written, the best first, with its ending; as the user writes links when it is not said. */
  readonly paths?: readonly string[];
}

/** How a file is named in a link from a note, the best first: as the user's format has it, by all of its path, by its name. With its ending. */
export function pathsTo(vault: Pick<LinkVault, 'generateLink'>, target: string, from: string): string[] {
  const written = readLink(vault.generateLink(target, from, '', 'x') ?? '');
  const usual = written ? targetOf(written).path : '';
  const ending = /\.md$/i.exec(target)?.[0] ?? '';
  return [usual.endsWith(ending) ? usual : usual + ending, target, target.slice(target.lastIndexOf('/') + 1)].filter(
    (path) => path !== ending,
  );
}

/**
 * The text of a link that leads to another file or place, in its own form, with all else as it is. It has been read back and leads there; null when
 * no such text does.
 */
export function retargetLink(
  link: WrittenLink,
  { target, from, paths, ...change }: Retarget,
  vault: LinkVault,
): string | null {
  const is = targetOf(link).path;
  const leads = (path: string): boolean =>
    !BREAKS_LINKS.test(path) && (path === '' ? from : vault.resolve(path, from)) === target;
  // Without a path and a place it would lead nowhere.
  if (!paths && leads(is) && (is !== '' || change.subpath !== '')) return changeLink(link, change);
  // A wikilink names a note without its ending, unless it had one, or another file has that name.
  const bare = link.form === 'wikilink' && !isNotePath(is);
  const spelled = (paths ?? pathsTo(vault, target, from)).flatMap((path) =>
    bare && isNotePath(path) ? [withoutMd(path), path] : [path],
  );
  for (const path of new Set(spelled)) {
    const text = leads(path) ? changeLink(link, { ...change, path }) : null;
    if (text !== null) return text;
  }
  return null;
}
