import { readMarkdown } from '../../markdown/read-markdown';
import { findResponsibility, type MeantResponsibility } from '../../progress/responsibilities';
import { noteName } from '../../note/link-text';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import { applyEdits } from '../apply-edits';
import { planNote, type Planned } from '../edit-plan';
import { setProperties } from '../frontmatter/set-property';
import { readForWriting } from '../locate-todo';
import { roleLinksFrom, type Planning } from '../planning';
import { insertBulletOwner, writeRoleLink } from './set-owner';

/** The refusal for a responsibility that is not where the page said it. */
export const refuseGone = ({ path, title }: MeantResponsibility): Refusal =>
  refuse(`“${title}” is not where it was on ${noteName(path)}. Look at the page again.`);

/**
 * Gives a responsibility without an owner one, whether it is marked or not: behind its bullet's words; where it is a heading, in the property of the note that
 * it grew into. `owner` is the path of a role's note.
 */
export async function planResponsibilityOwner(
  planning: Planning,
  meant: MeantResponsibility,
  owner: string,
): Promise<Planned> {
  const { index, vault } = planning;
  const page = await readForWriting(planning, meant.path);
  if (isRefusal(page)) return page;
  const found = findResponsibility(index, vault, meant);
  if (!found) return refuseGone(meant);
  const { title, start, note } = found;
  if (found.owner !== null) return refuse(`“${title}” has an owner already: ${noteName(found.owner)}.`);
  const done = `Made ${noteName(owner)} the owner of “${title}”`;
  const written = index.pageFacts(page.path)?.responsibilities.find((one) => one.start === start);
  const roles = written?.links.filter(roleLinksFrom(index, page.path)).length ?? 0;
  if (roles > 1) return refuse(`“${title}” names ${roles} roles, so none of them is its owner. Edit its text.`);
  const item = page.items.find(({ position }) => position.start.offset === start);
  if (item) {
    const link = await writeRoleLink(planning, page.path, owner);
    if (typeof link !== 'string') return link;
    const bullet = { start, end: item.position.end.offset };
    const edit = insertBulletOwner(planning, page, bullet, link);
    const { links = [] } = readMarkdown(applyEdits(page.text, [edit])).metadata;
    const end = edit.start + edit.insert.length;
    if (!links.some(({ position }) => position.start.offset >= edit.start && position.start.offset < end))
      return refuse(`A link behind “${title}” would be none, as in code. Write its owner into the note.`);
    return planNote(done, page, [edit]);
  }
  const source = note === null ? null : await readForWriting(planning, note);
  if (source === null) return refuse(`“${title}” is a heading without a note of its own: write its owner there.`);
  if (isRefusal(source)) return source;
  const link = await writeRoleLink(planning, source.path, owner, { property: true });
  if (typeof link !== 'string') return link;
  const edits = setProperties(source, [[index.settings.properties.owner, link]]);
  return isRefusal(edits) ? edits : planNote(done, source, edits);
}
