import { noteName } from '../../note/link-text';
import { planLink } from '../../note/link/plan-link';
import { propertyOf } from '../../note/property-of';
import { lineAt } from '../../note/text-line';
import { standsOnTagLine } from '../../todo/place-tag';
import { isRefusal, refuse, type Refusal, type TextEdit } from '../edit-plan';
import { setProperty } from '../frontmatter/set-property';
import type { LocatedTodo } from '../locate-todo';
import type { Planning } from '../planning';
import { insertAt } from '../tags/add-tag';
import { guardsOf } from '../tags/guards';
import { inlineSpans } from '../tags/inline-spans';
import { lineTail } from '../tags/line-tail';
import { behindTag, carriedOn, leadingTag, roleLinksOn } from './carried';

/** The link to a role's note, as the user writes links, with the role's name as its words. */
export async function writeRoleLink({ vault }: Planning, source: string, role: string, table = false): Promise<string | Refusal> {
  const link = await planLink({ source, target: role, place: { kind: 'note' }, alias: noteName(role), embed: false, table }, vault);
  return isRefusal(link) ? link : link.text;
}

/** Takes a role's link away: with its own brackets, or alone from a tag line. What is part of a sentence stays. */
function removeLink(planning: Planning, located: LocatedTodo, start: number, end: number): readonly TextEdit[] | Refusal {
  const { source, todo } = located;
  const { text, path } = source;
  const line = lineAt(text, start);
  const isBracketed = text[start - 1] === '(' && text[end] === ')';
  const isTagLine = standsOnTagLine(source, (link) => planning.index.isRoleLink(link, path), line);
  if (!isBracketed && (!isTagLine || located.mark.place.kind === 'item'))
    return refuse(`The owner of “${todo.title}” is part of what it says. Edit its text.`);
  const span = isBracketed ? { start: start - 1, end: end + 1 } : { start, end };
  return inlineSpans(text, line, [span]).map((one) => ({ ...one, insert: '', guards: guardsOf(located) }));
}

/**
 * The edits that give a todo an owner, the path of a role's note, or with `''` take it away (EXPERIENCE, "Where things are written"): on a bullet
 * `([[Roles/…|Role]])` behind its words, on a tag line the link behind the tag, for a note the property. One that stands there gives way.
 */
export async function setOwner(planning: Planning, located: LocatedTodo, owner: string): Promise<readonly TextEdit[] | Refusal> {
  const { source, settings, todo, mark } = located;
  const { place } = mark;
  if (place.kind === 'block') return refuse(`Only a note, a section or a bullet has an owner; “${todo.title}” is ${place.block === 'row' ? 'a table row' : `a ${place.block}`}.`);
  const lines = carriedOn(planning, located);
  const links = roleLinksOn(planning, located, lines);
  const key = settings.properties.owner;
  const [only, ...others] = links;
  const hasProperty = propertyOf(source.metadata.frontmatter, key) !== undefined;
  const link = owner === '' ? '' : await writeRoleLink(planning, source.path, owner);
  if (typeof link !== 'string') return link;
  if (place.kind === 'note' && (hasProperty || !only)) return setProperty(source, key, link);
  if (others.length > 0) return refuse(`“${todo.title}” names ${links.length} roles, so none of them is its owner. Edit its text.`);
  if (only) {
    const { start, end } = only.position;
    if (owner === '') return removeLink(planning, located, start.offset, end.offset);
    return [{ start: start.offset, end: end.offset, insert: link, guards: guardsOf(located) }];
  }
  if (owner === '') return [];
  if (place.kind === 'item') {
    const line = lineAt(source.text, place.start);
    return [{ ...insertAt(source, line, lineTail(source, line).textEnd, `(${link})`), guards: guardsOf(located) }];
  }
  const tag = leadingTag(located);
  if (!tag) return refuse(`“${todo.title}” has no tag line.`);
  const at = behindTag(located, tag).outside;
  return [{ start: at, end: at, insert: ` ${link}`, guards: guardsOf(located) }];
}
