import { spellHeading } from './spell-heading';
import { isRefusal, refuse, type Refusal } from '../text/refusal';
import type { NoteEdit } from '../text/text-edit';
import type { LinkVault } from './link-vault';
import { isPublished } from '../note/is-published';
import { type LinkParts, noteName, withoutMd } from '../note/link-text';
import { nearestText } from '../note/nearest-text';
import { findSubpaths, type LinkPlace } from './find-subpaths';
import { pathsTo } from './retarget-link';
import { writeCarefully, writeMarkdownLink, writeWholePath, writeWikilink } from './write-link';
import { BREAKS_LINKS } from './change-link';
import { aliasOf, readLink, targetOf } from '../markdown/written-link';

/** A link to be written: from where to where. Paths are vault paths. */
export interface LinkRequest {
  readonly source: string;
  readonly target: string;
  /** The whole note when it is not said. */
  readonly place?: LinkPlace;
  /** What is shown instead of the link. */
  readonly alias?: string;
  /** Whether the target is to be shown in place: a transclusion. */
  readonly embed?: boolean;
  /** Whether the link will stand in a table, where a `|` needs a backslash. */
  readonly table?: boolean;
  /** Whether the Digital Garden publishes the note it will stand in; the source's own `dg-publish` when it is not said. */
  readonly published?: boolean;
  /** Whether it will be the value of a property, where only wikilinks are links. */
  readonly property?: boolean;
}

export interface PlannedLink {
  readonly text: string;
  /** What it says. */
  readonly leads: LinkParts;
  /** What must be written into the target for the link to lead there: a block's new id. */
  readonly plan: NoteEdit | null;
  /** What to know besides, each a sentence. */
  readonly remarks: readonly string[];
}

/** A new Markdown link's text: no bracket, code or HTML in it may end it early, nor make a footnote or wikilink of it; what has a backslash before it is text. */
const SAFE_TEXT = /^(?![\^[])(?:[^[\]\\`<\n]|\\[!-/:-@[-`{-~]|\[(?!\^)(?:[^[\]\\`<\n]|\\[!-/:-@[-`{-~])*\])*$/;

/** What of a request spelling it asks; where in the target it leads is said by its subpath. */
type LinkAsked = Omit<LinkRequest, 'place'>;

/** What spelling a link asks of the vault. */
type Spelled = Pick<LinkVault, 'linkFormat' | 'resolve' | 'generateLink'>;

/** How a link is spelled: where it stands decides. */
interface Spelling {
  readonly markdown: boolean;
  readonly alias: string;
  /** Whether the publisher must be able to read it: it leaves embeds inside their own note as they are. */
  readonly byPublisher: boolean;
}

/** Every text that may be the link, the one that Obsidian would write first; which of them leads to the target is for reading back to say. */
function* writings(
  { source, target }: LinkAsked,
  subpath: string,
  { markdown, alias }: Spelling,
  vault: Spelled,
): Generator<string> {
  if (markdown === vault.linkFormat.markdown) yield vault.generateLink(target, source, subpath, alias) ?? '';
  for (const path of ['', ...pathsTo(vault, target, source)])
    if (markdown) {
      yield writeMarkdownLink({ path, subpath, alias }, target);
      yield writeCarefully({ path, subpath, alias }, target);
    } else yield writeWikilink({ path, subpath, alias });
  if (!markdown) yield writeWholePath({ path: target, subpath, alias });
}

/** The ways of spelling a link: as the user wants it, else as a wikilink, which Obsidian reads whatever the user wants. */
function spellings(
  { alias: given = '', property = false }: LinkAsked,
  byPublisher: boolean,
  vault: Spelled,
): Spelling[] {
  // No parser: these words stand in no link yet; what comes of them is read back.
  const alias = given.replace(/\s+/g, ' ').replace(/%%+/g, '%').trim();
  // No parser, for the same reason.
  const wikilink = {
    markdown: false,
    alias: byPublisher || /\[\[|\]\]|\]$/.test(alias) ? alias.replace(/\[/g, '(').replace(/\]/g, ')') : alias,
    byPublisher,
  };
  // The publisher leaves Markdown embeds as they are.
  return vault.linkFormat.markdown && !byPublisher && !property
    ? [{ markdown: true, alias, byPublisher }, wikilink]
    : [wikilink];
}

/** What the text says when, read back, it leads to the target and has this subpath; of the subpath it is known that it leads to the place. */
function leadsThere(
  text: string,
  { source, target }: LinkAsked,
  subpath: string,
  { byPublisher }: Spelling,
  vault: Spelled,
): LinkParts | null {
  const link = readLink(text);
  // The publisher reads an embed up to its first bracket.
  if (
    link === null ||
    (link.form === 'markdown' && !SAFE_TEXT.test(aliasOf(link))) ||
    (byPublisher && text.indexOf(']') < text.length - 2)
  )
    return null;
  const parts = targetOf(link);
  const path = parts.path === '' ? (byPublisher ? null : source) : vault.resolve(parts.path, source);
  return path === target &&
    !BREAKS_LINKS.test(parts.path) &&
    parts.subpath.toLowerCase() === subpath.normalize('NFC').toLowerCase()
    ? parts
    : null;
}

function whyNoPath({ source, target }: LinkRequest, vault: LinkVault): string {
  const name = noteName(target);
  const bad = BREAKS_LINKS.exec(name)?.[0] ?? BREAKS_LINKS.exec(target)?.[0] ?? /[\][]/.exec(target)?.[0];
  const [proposal = ''] = spellHeading(name);
  if (bad !== undefined && proposal !== name && proposal !== '')
    return `No link can lead to ${target}: there is \`${bad}\` in its name. Rename it, for example to ${proposal}.`;
  if (bad !== undefined)
    return `No link can lead to ${target}: there is \`${bad}\` in its path. Rename the folder or the note.`;
  const other = vault.resolve(withoutMd(target), source);
  return `No link from ${noteName(source)} can lead to ${target}${other === null ? '' : `: it would lead to ${other}`}. Rename one of the notes.`;
}

/** The first text that leads to the target by one of the subpaths, which lead to the place; null when none does. `byPublisher`: the publisher reads it too. */
export function spellLink(
  request: LinkAsked,
  subpaths: readonly string[],
  byPublisher: boolean,
  vault: Spelled,
): Pick<PlannedLink, 'text' | 'leads'> | null {
  const { embed, table } = request;
  for (const spelling of spellings(request, byPublisher, vault))
    for (const subpath of subpaths)
      for (const writing of writings(request, subpath, spelling, vault)) {
        const text = (embed ? '!' : '') + writing.replace(/^!/, '');
        const leads = leadsThere(text, request, subpath, spelling, vault);
        if (leads) return { text: table ? text.replace(/\\*\|/g, '\\|') : text, leads };
      }
  return null;
}

/**
 * Plans a link or an embed, the one way in which this plugin writes them: as Obsidian would, in the user's format, then read back. What
 * would not lead to exactly that place is written with more of the path or the headings above, or to a block's new id, or refused with the
 * reason and a proposal. In a published note only what the Digital Garden publishes rightly is written. Whether the embed's place in
 * the note is a good one is for `embedPlaceProblem` to say. Only reads. Rejects when the target cannot be read.
 */
export async function planLink(request: LinkRequest, vault: LinkVault): Promise<PlannedLink | Refusal> {
  const { source, target, place = { kind: 'note' }, embed = false, table = false } = request;
  if (!vault.exists(target)) {
    const nearest = nearestText(target, vault.notes());
    return refuse(`There is no note ${target}${nearest === null ? '.' : `; did you mean ${nearest}?`}`);
  }
  const published = request.published ?? isPublished(vault.metadata(source));
  if (published && embed && table)
    return refuse(
      'An embed in a table breaks when the Digital Garden publishes the note. Write a link instead, or put the embed on a line of its own.',
    );
  const note = await vault.read(target);
  if (!note && place.kind !== 'note') return refuse(`${target} is no note: it has no headings or blocks to link to.`);
  const found = note ? findSubpaths(note, place, { embed, published }, vault) : { subpaths: [''], plan: null };
  if (isRefusal(found)) return found;
  const byPublisher = published && embed;
  const link = spellLink(request, found.subpaths, byPublisher, vault);
  if (!link) return refuse(whyNoPath(request, vault));
  const leaks = byPublisher && note !== null && !isPublished(note.metadata);
  const remarks = leaks ? [`${noteName(target)} is not published; what is embedded of it will be`] : [];
  return { ...link, plan: found.plan, remarks };
}
