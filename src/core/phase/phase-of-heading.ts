import { readHeadingMark } from '../note/heading-marks';
import { noteName, splitLink } from '../note/link-text';
import type { HeadingMetadata, NoteMetadata } from '../note/note-metadata';
import type { PhaseSetting } from '../settings/settings';
import type { Lifecycle } from './lifecycle';
import type { ResolveLink } from './lifecycle-input';
import { phaseNamed, phaseOfPageName } from './phase-names';

/** The phase that a heading of the overview page is for: by its link to the phase's page, or to a missing note that is named like one, else by its plain name. */
export function phaseOfHeading(
  { path, metadata }: { readonly path: string; readonly metadata: NoteMetadata },
  heading: HeadingMetadata,
  { phases, phaseByPage }: Pick<Lifecycle, 'phases' | 'phaseByPage'>,
  resolve: ResolveLink,
): { readonly phase: PhaseSetting; readonly isLinked: boolean } | null {
  const { link, text } = readHeadingMark(metadata, heading);
  const linkpath = link === null ? null : splitLink(link).path;
  const page = linkpath === null ? null : resolve(linkpath, path);
  const linked = page === null ? phaseOfPageName(phases, noteName(linkpath ?? ''))?.phase : phaseByPage.get(page);
  const phase = linked ?? phaseNamed(phases, text);
  return phase && { phase, isLinked: linked !== undefined };
}
