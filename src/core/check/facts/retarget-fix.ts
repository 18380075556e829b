import { retargetLink } from '../../link/retarget-link';
import type { LinkVault } from '../../link/link-vault';
import { changeLink } from '../../link/change-link';
import { readLink, targetOf, type WrittenLink } from '../../markdown/written-link';
import type { LinkMetadata } from '../../note/note-metadata';
import type { Fix, TargetChange } from './finding';

/** The text that a link of the note at `from` gets, read back; null when no such text leads there. */
export function retargetedText(
  link: WrittenLink,
  { path, subpath }: TargetChange,
  from: string,
  vault: LinkVault,
): string | null {
  const change = subpath === null ? {} : { subpath };
  return path === null
    ? changeLink(link, change)
    : retargetLink(link, { target: path, from, paths: [path], ...change }, vault);
}

/** The fix that gives a link another target; null when its text cannot be rewritten. */
export function retargetFix({ link, original, position }: LinkMetadata, { path, subpath }: TargetChange): Fix | null {
  const written = readLink(original);
  const text =
    written &&
    changeLink(written, { path: path ?? targetOf(written).path, subpath: subpath ?? targetOf(written).subpath });
  return text === null ? null : { kind: 'retarget', offset: position.start.offset, link, path, subpath };
}
