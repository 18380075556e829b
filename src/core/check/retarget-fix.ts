import { retargetLink } from '../link/retarget-link';
import type { LinkVault } from '../link/link-vault';
import { changeLink, readLink, targetOf } from '../link/written-link';
import type { LinkMetadata } from '../note/note-metadata';
import type { Fix } from './finding';

/** The parts of a link that change; null: as they are. `path` is the vault path of a note, which is written whole. */
export interface Retarget {
  readonly path: string | null;
  /** `''`, or from `#` on. */
  readonly subpath: string | null;
}

/** The text that a link gets, read back from the note at `from`; null when no such text leads there. */
export function retargetedText(original: string, { path, subpath }: Retarget, from: string, vault: LinkVault): string | null {
  const link = readLink(original);
  const change = subpath === null ? {} : { subpath };
  if (!link || path === null) return link && changeLink(link, change);
  return retargetLink(link, { target: path, from, paths: [path], ...change }, vault);
}

/** The fix that gives a link another target; null when its text cannot be rewritten. */
export function retargetFix({ original, position }: LinkMetadata, { path, subpath }: Retarget): Fix | null {
  const link = readLink(original);
  const text = link && changeLink(link, { path: path ?? targetOf(link).path, subpath: subpath ?? targetOf(link).subpath });
  return text === null ? null : { kind: 'retarget', offset: position.start.offset, original, path, subpath };
}
