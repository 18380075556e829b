/** Paths inside a vault: `/` between segments, no leading or trailing one, `''` or `/` for the root. */

/** `Ops/Day 0.md` gives `Ops`; a path at the root gives `''`. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** The last segment, extension included. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Obsidian keeps dot files and dot folders out of the vault; only the adapter reaches them. */
export function isHidden(path: string): boolean {
  return path.split('/').some((segment) => segment.startsWith('.'));
}

/**
 * What Obsidian's own `normalizePath` does: backslashes to slashes, no doubled or edge slashes, no-break
 * spaces to spaces, NFC. The root is `/`.
 */
export function normalizePath(path: string): string {
  const slashed = path.replace(/[\\/]+/g, '/').replace(/^\/|\/$/g, '');
  const spaced = slashed.replace(/[\u00A0\u202F]/g, ' ').normalize('NFC');
  return spaced === '' ? '/' : spaced;
}
