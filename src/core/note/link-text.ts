/** What a link's text says: which note, which place in it (`core/link/README.md`, "Reading"). */
export interface LinkParts {
  /** The link path: a name, a partial or a full path; `''` for a link inside its own note. */
  readonly path: string;
  /** From the first `#` on, that included; `''` when there is none. */
  readonly subpath: string;
}

/** Splits a link as metadata gives it (no brackets, no display text) at its first `#`. */
export function splitLink(link: string): LinkParts {
  const hash = link.indexOf('#');
  return hash < 0
    ? { path: link.trim(), subpath: '' }
    : { path: link.slice(0, hash).trim(), subpath: link.slice(hash) };
}

export const isNotePath = (path: string): boolean => path.endsWith('.md') || /\.md$/i.test(path);

/** A note's path as a link names it; the path of another file is as it was. */
export const withoutMd = (path: string): string => (isNotePath(path) ? path.slice(0, -3) : path);

/** The last part of a path, without a final `.md`: the note's name. */
export const noteName = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1, isNotePath(path) ? -3 : undefined);

/** The folder of a path, `''` for the vault's root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/**
 * The key under which a link can be affected by files that come and go: two paths with different keys can never change each
 * other's resolution, because a candidate's file name equals the link's last part, ignoring case.
 */
export function linkKey(linkpathOrPath: string): string {
  return noteName(linkpathOrPath).normalize('NFC').toLowerCase();
}
