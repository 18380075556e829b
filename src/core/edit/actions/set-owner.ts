import { ownerInProperties } from '../../index/owner';
import { noteName } from '../../note/link-text';
import { planLink } from '../../link/plan-link';
import { spanOf } from '../../note/by-position';
import { propertyOf } from '../../note/property-of';
import type { NoteSource } from '../../note/note-source';
import { lineEndAt } from '../../note/line-end';
import { lineAt, lineBefore, type TextLine } from '../../note/text-line';
import { standsOnTagLine } from '../../todo/tag-line';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { Span, TextEdit } from '../../text/text-edit';
import { guardsOf, type LocatedTodo } from '../locate-todo';
import { ownLines } from '../own-lines';
import { roleLinksFrom, type Planning } from '../planning';
import { inlineSpans } from '../tags/inline-spans';
import { behindWords } from '../tags/line-tail';
import { behindTag, todoLines, leadingTag, roleLinksOn } from './todo-lines';
import { setInText, setInProperty, type SetPart } from './todo-change';

/** The link to a role's note, as the user writes links, with the role's name as its words. */
export async function writeRoleLink(
  { vault }: Planning,
  source: string,
  role: string,
  where: { readonly table?: boolean; readonly property?: boolean } = {},
): Promise<string | Refusal> {
  const link = await planLink({ source, target: role, alias: noteName(role), ...where }, vault);
  return isRefusal(link) ? link : link.text;
}

/** Right below a table the link's `|` would make a row of the line, for some readers of a bullet too: the insertion of a blank line, or none. */
function partFromTable(source: NoteSource, line: TextLine, guards: TextEdit['guards']): TextEdit[] {
  const isBelow = line.start > 0 && source.sectionAt(lineBefore(source.text, line).start)?.type === 'table';
  const insert = lineEndAt(source.text, line.start - 1);
  return isBelow ? [{ start: line.start, end: line.start, insert, guards }] : [];
}

/** The insertion of a role's link in brackets behind a line's words, before their full stop. */
export function insertOwner(source: NoteSource, line: TextLine, link: string, guards: TextEdit['guards']): TextEdit {
  const { at, gap } = behindWords(source, line);
  // Glued to the bracket a tag would be none, nor a field.
  const isApart = /^(?:\s|$|[.!?…。！？])/u.test(source.text.slice(at, line.end));
  return { start: at, end: at, insert: `${gap}(${link})${isApart ? '' : ' '}`, guards };
}

/** The insertion of a role's link behind a bullet's own words, the last of their lines; `bullet` is the item's position. */
export function insertBulletOwner(
  { index }: Pick<Planning, 'index'>,
  source: NoteSource,
  bullet: Span,
  link: string,
  guards?: TextEdit['guards'],
): TextEdit {
  const own = ownLines(source, roleLinksFrom(index, source.path), bullet);
  const line = lineAt(source.text, own.at(-1)?.start ?? bullet.start);
  return insertOwner(source, line, link, guards ?? [line]);
}

/** Takes a role's link away: with its own brackets, or alone from a tag line. What is part of a sentence stays. */
function removeLink(planning: Planning, located: LocatedTodo, start: number, end: number): SetPart | Refusal {
  const { source, name } = located;
  const { text } = source;
  const line = lineAt(text, start);
  const isBracketed = text[start - 1] === '(' && text[end] === ')';
  // Behind a todo's tag, with nothing but the like, it is no part of a sentence.
  const tag = located.mark.bodyTags.findLast(
    ({ position: { start: at } }) => at.offset >= line.start && at.offset < start,
  );
  const tail = { start: tag?.position.start.offset ?? line.start, end: line.end };
  const isApart = standsOnTagLine(source, roleLinksFrom(planning.index, source.path), tail);
  if (!isBracketed && !(isApart && (tag || located.mark.place.kind !== 'item')))
    return refuse(`The owner of “${name}” is part of what it says. Edit its text.`);
  const span = isBracketed ? { start: start - 1, end: end + 1 } : { start, end };
  return setInText(inlineSpans(text, line, [span]).map((one) => ({ ...one, guards: guardsOf(located) })));
}

/**
 * What gives a todo an owner, the path of a role's note, or with `''` takes it away: on a bullet
 * `([[Roles/…|Role]])` behind its words, before their full stop; on a tag line the link behind the tag, for a note the property. One that stands there
 * gives way; who is the owner already stays as written.
 */
export async function setOwner(planning: Planning, located: LocatedTodo, owner: string): Promise<SetPart | Refusal> {
  const { source, settings, name, mark } = located;
  const { place } = mark;
  const nothing = setInText([]);
  if (place.kind === 'block')
    return owner === ''
      ? nothing
      : refuse(
          `Only a note, a section or a bullet has an owner; “${name}” is ${place.block === 'row' ? 'a table row' : `a ${place.block}`}.`,
        );
  const links = roleLinksOn(planning.index, source, todoLines(planning, located));
  const key = settings.properties.owner;
  const [only, ...others] = links;
  const hasProperty = propertyOf(source.metadata.frontmatter, key) !== undefined;
  const property = place.kind === 'note' && (hasProperty || !only);
  const link = owner === '' ? '' : await writeRoleLink(planning, source.path, owner, { property });
  if (typeof link !== 'string') return link;
  if (property)
    return owner !== '' &&
      ownerInProperties(source.metadata, source.path, planning.index, planning.vault.resolve) === owner
      ? nothing
      : setInProperty(key, link);
  if (others.length > 0)
    return owner === ''
      ? nothing
      : refuse(`“${name}” names ${links.length} roles, so none of them is its owner. Edit its text.`);
  const guards = guardsOf(located);
  if (only) {
    const { start, end } = only.position;
    if (owner === '') return removeLink(planning, located, start.offset, end.offset);
    if (planning.index.roleOf(only.link, source.path) === owner) return nothing;
    return setInText([{ start: start.offset, end: end.offset, insert: link, guards }]);
  }
  if (owner === '') return nothing;
  if (place.kind === 'item') {
    const item = source.items[place.item];
    const bullet = item ? spanOf(item.position) : place;
    const parted = partFromTable(source, lineAt(source.text, bullet.start), guards);
    return setInText([...parted, insertBulletOwner(planning, source, bullet, link, guards)]);
  }
  const tag = leadingTag(located);
  if (!tag) return refuse(`“${name}” has no tag line.`);
  const line = lineAt(source.text, tag.position.start.offset);
  const at = behindTag(located, tag).outside;
  return setInText([...partFromTable(source, line, guards), { start: at, end: at, insert: ` ${link}`, guards }]);
}
