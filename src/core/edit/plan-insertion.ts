import { mergeEdits } from './apply-edits';
import { makePlan, type Planned } from './edit-plan';
import { isRefusal, refuse } from '../text/refusal';
import type { PlanningVault } from './planning';
import { noteName } from '../note/link-text';
import { resolveSubpath } from '../note/resolve-subpath';
import { planEmbedAt } from './embed-place';
import { readForWriting } from './locate-todo';
import type { LinkPlace } from '../link/find-subpaths';
import { planLink } from '../link/plan-link';

interface Insertion {
  /** The note that the transclusion goes into, and the UTF-16 offset at which. */
  readonly source: string;
  readonly offset: number;
  readonly target: string;
  readonly place: LinkPlace;
}

/** Plans a transclusion at a place in a note: the right link, on a line of its own where it must be, and a block's new id if it needs one. */
export async function planInsertion(
  { source, offset, target, place }: Insertion,
  vault: PlanningVault,
): Promise<Planned> {
  const note = await readForWriting({ vault }, source);
  if (isRefusal(note)) return note;
  const link = await planLink({ source, target, place, embed: true }, vault);
  if (isRefusal(link)) return link;
  const named = link.plan && (await readForWriting({ vault }, target));
  if (named && isRefusal(named)) return named;
  if (source === target) {
    const shown = place.kind === 'block' ? null : resolveSubpath(note.metadata, link.leads.subpath);
    if (shown && offset >= shown.start && offset < shown.end)
      return refuse('The cursor is in what would be shown: a section cannot transclude itself.');
  }
  const edit = planEmbedAt(note, offset, link.text);
  if (isRefusal(edit)) return edit;
  const changes = mergeEdits(link.plan ? [link.plan, edit] : [edit]);
  return isRefusal(changes)
    ? changes
    : makePlan({ done: `Transcluded ${noteName(target)}`, changes, remarks: link.remarks });
}
