import { noteName, splitLink } from '../note/link-text';
import type { HeadingMetadata, NoteMetadata } from '../note/note-metadata';
import { openNoteSource, type NoteSource } from '../note/note-source';
import { resolveSubpath } from '../note/resolve-subpath';
import { makePlan, type EditPlan } from './edit-plan';
import type { PlanningVault } from './planning';
import { followHeadings } from '../link/follow-headings';
import { counted } from '../wording/counted';

/** A heading that has another text now, by its index among the note's. */
export interface RetypedHeading {
  readonly index: number;
  /** Its source between the hashes before. */
  readonly was: string;
}

/**
 * The plan that lets links and embeds follow headings that have been retyped in the note as it is now, or says of them that none can; null when none led to
 * them. It does not touch the headings.
 */
export async function planHeadingUpdate(
  note: NoteSource,
  retyped: readonly RetypedHeading[],
  vault: PlanningVault,
): Promise<EditPlan | null> {
  const now = note.metadata.headings ?? [];
  const headings = now.map((heading, at): HeadingMetadata => ({
    ...heading,
    heading: retyped.find(({ index }) => index === at)?.was ?? heading.heading,
  }));
  const before = openNoteSource(note.path, note.text, { ...note.metadata, headings });
  const renames = retyped.flatMap(({ index }) => {
    const [heading, text] = [headings[index], now[index]?.heading];
    return heading && text !== undefined ? [{ heading, text }] : [];
  });
  const { changes, remarks } = await followHeadings(vault, before, renames);
  if (changes.length + remarks.length === 0) return null;
  const links = changes.reduce((sum, { edits }) => sum + edits.length, 0);
  return makePlan({
    done: `Updated ${counted(links, 'link')} in ${counted(changes.length, 'note')}`,
    changes,
    remarks,
  });
}

/** The notes, by name, that transclude one of the headings of a note that are gone now; `before` is its metadata with them. */
export function notesMissing(
  path: string,
  before: NoteMetadata,
  indexes: readonly number[],
  vault: PlanningVault,
): string[] {
  const after = vault.metadata(path);
  const gone = new Set(indexes.map((at) => before.headings?.[at]?.position.start.offset));
  return vault.linkingTo(path).flatMap((source) => {
    if (source === path) return [];
    const missing = (vault.metadata(source)?.embeds ?? []).some(({ link }) => {
      const { path: linkpath, subpath } = splitLink(link);
      if (subpath === '' || vault.resolve(linkpath, source) !== path || (after && resolveSubpath(after, subpath)))
        return false;
      return gone.has(resolveSubpath(before, subpath)?.start);
    });
    return missing ? [noteName(source)] : [];
  });
}
