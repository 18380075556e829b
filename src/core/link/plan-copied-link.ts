import { isRefusal, type Refusal } from '../text/refusal';
import type { LinkVault } from './link-vault';
import { isPublished } from '../note/is-published';
import type { LinkPlace } from './find-subpaths';
import { planLink, type PlannedLink } from './plan-link';

/** No note has this path: what is right from here is right from everywhere, for it is a unique name or the full path. */
export const ANYWHERE = '';

/**
 * The transclusion of a place, right in whatever note it will be pasted. Of a published note it is one that the publisher can read; where there
 * is none, one for notes that are not published, with a remark.
 */
export async function planCopiedLink(
  target: string,
  place: LinkPlace,
  vault: LinkVault,
): Promise<PlannedLink | Refusal> {
  const request = { source: ANYWHERE, target, place, embed: true };
  if (!isPublished(vault.metadata(target))) return planLink(request, vault);
  const link = await planLink({ ...request, published: true }, vault);
  if (!isRefusal(link)) return link;
  const other = await planLink(request, vault);
  return isRefusal(other) ? other : { ...other, remarks: [`Not for a published note: ${link.refusal}`] };
}
