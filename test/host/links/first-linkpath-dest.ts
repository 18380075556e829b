/** Which file a link means: `metadataCache.getFirstLinkpathDest` */
import { folderOf, nameOf } from '../vault/vault-path';

export interface LinkTargets<File extends { readonly path: string }> {
  file(path: string): File | null;
  /** Files of this lower-cased file name, extension included, oldest first. */
  named(lowerCaseName: string): readonly File[];
}

/** @returns null when the link is unresolved. */
export function firstLinkpathDest<File extends { readonly path: string }>(
  linkpath: string,
  sourcePath: string,
  targets: LinkTargets<File>,
): File | null {
  return linkpathDests(linkpath, sourcePath, targets)[0] ?? null;
}

/**
 * Every file that the link could mean, the one it does mean first.
 *
 * @param linkpath the link's text; what stands from the first `#` on is ignored. `''` is the source itself.
 */
export function linkpathDests<File extends { readonly path: string }>(
  linkpath: string,
  sourcePath: string,
  targets: LinkTargets<File>,
): File[] {
  const target = normalizeTarget(linkpath);
  if (target === '') {
    const source = targets.file(sourcePath);
    return source ? [source] : [];
  }
  const text = target.toLowerCase();
  const { candidates, ending } = sameName(nameOf(text), targets);
  const wanted = text + ending;
  const exact = (path: string | null) => candidates.filter((file) => file.path.toLowerCase() === path);

  if (/^\.\.?\//.test(wanted)) return exact(join(folderOf(sourcePath).toLowerCase(), wanted)).slice(0, 1);
  if (!wanted.includes('/') && candidates.length === 1) return [...candidates];
  const atRoot = exact(wanted.replace(/^\/+/, '')).slice(0, 1);
  if (atRoot.length > 0 || wanted.startsWith('/')) return atRoot;

  const matches = candidates.filter((file) => file.path.toLowerCase().endsWith(wanted));
  // A plain string prefix: of `Ops/` the app also takes `Ops2/` for near.
  const folder = folderOf(sourcePath).toLowerCase();
  const isNear = (file: File) => file.path.toLowerCase().startsWith(folder);
  const byLength = (a: File, b: File) => a.path.length - b.path.length;
  return [...matches.filter(isNear).sort(byLength), ...matches.filter((file) => !isNear(file)).sort(byLength)];
}

/** A no-break space is a space, and the name is in NFC, as the vault's paths are. */
function normalizeTarget(linkpath: string): string {
  return (linkpath.split('#')[0] ?? '')
    .replace(/\u00A0/g, ' ')
    .trim()
    .normalize('NFC');
}

/** A name with a dot may be complete; otherwise, and where there is no such file, it is a note's. */
function sameName<File extends { readonly path: string }>(
  name: string,
  targets: LinkTargets<File>,
): { candidates: readonly File[]; ending: string } {
  const complete = name.includes('.') ? targets.named(name) : [];
  if (complete.length > 0) return { candidates: complete, ending: '' };
  return { candidates: targets.named(`${name}.md`), ending: '.md' };
}

/** Follows `.` and `..`; null when that leaves the vault. */
function join(folder: string, relative: string): string | null {
  const path = folder === '' ? [] : folder.split('/');
  for (const segment of relative.split('/')) {
    if (segment === '..') {
      if (path.pop() === undefined) return null;
    } else if (segment !== '.' && segment !== '') path.push(segment);
  }
  return path.join('/');
}
