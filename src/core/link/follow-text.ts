import { isPublished } from '../note/is-published';
import { noteName } from '../note/link-text';
import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { lineAt } from '../note/text-line';
import { resolveSubpath, subpathSegments } from '../note/resolve-subpath';
import { isRefusal } from '../text/refusal';
import type { Span, TextEdit } from '../text/text-edit';
import { findSubpaths, type LinkPlace } from './find-subpaths';
import { followEverywhere, type SourceEdits } from './follow-everywhere';
import { followHtml } from './html-addresses';
import type { LinkVault } from './link-vault';
import { linksOf, rewriteLink, type NoteLink } from './note-links';
import { retargetLink } from './retarget-link';
import { locAt } from '../note/loc-at';

/** Text of a note that goes to another note. Spans are of the source. */
export interface TextMove {
  readonly source: NoteSource;
  /** What goes away: links that lead to a heading or block in here follow. */
  readonly moved: Span;
  /** The text whose own links are written anew for their new place. */
  readonly carried: Span;
  /** Its first line becomes the note itself: a link in it that led to that line leads to the note. */
  readonly becomesNote: boolean;
  /** Definitions that go along from elsewhere in the note, and whether they stay there too. */
  readonly along: readonly (Span & { readonly stays: boolean })[];
  /** The path of the note that it goes to. */
  readonly to: string;
  /** That note as it will be, when that is known: then subpaths are made to lead to the very place. */
  readonly after: NoteSource | null;
  /** Where a heading that goes along stands in that note; null: it will not be there. Undefined: not known, and the link's own subpath may do. */
  placeOf(heading: HeadingMetadata, isEmbed: boolean): LinkPlace | null | undefined;
}

export interface Followed {
  /** Of every note, the source included, that links to what moves; without the links in the carried text. */
  readonly changes: readonly SourceEdits[];
  /** Of the links in the carried text. */
  readonly carried: readonly TextEdit[];
  /** What cannot follow, each a sentence without its full stop. */
  readonly remarks: readonly string[];
}

/** The subpath that leads to the same place in the note as it will be; null when none does. */
function subpathThere(
  move: TextMove,
  { subpath, kind }: Pick<NoteLink, 'subpath' | 'kind'>,
  holder: string,
  vault: LinkVault,
): string | null {
  const { source, after } = move;
  if (!after) return subpath;
  const [first = ''] = subpathSegments(subpath);
  if (first.startsWith('^')) return after.metadata.blocks?.[first.slice(1).toLowerCase()] ? subpath : null;
  const start = resolveSubpath(source.metadata, subpath)?.start;
  const heading = source.metadata.headings?.find(({ position }) => position.start.offset === start);
  const embed = kind === 'embed';
  const place = heading && move.placeOf(heading, embed);
  if (!place) return place === undefined ? subpath : null;
  const line = place.kind === 'heading' ? place.line : -1;
  const wanted = after.metadata.headings?.find(({ position }) => position.start.line === line)?.position.start.offset;
  if (wanted !== undefined && resolveSubpath(after.metadata, subpath)?.start === wanted) return subpath;
  const found = findSubpaths(after, place, { embed, published: isPublished(vault.metadata(holder)) }, vault);
  return isRefusal(found) || found.plan ? null : (found.subpaths[0] ?? null);
}

/** The same of one note: without `after`, what the carried text will be, so that it can be read. */
export function followIn(
  note: NoteSource,
  vault: LinkVault,
  move: TextMove,
): { readonly edits: TextEdit[]; readonly carried: TextEdit[]; readonly remarks: string[] } {
  const { source, moved, carried, becomesNote, along, to } = move;
  const own = { start: Math.min(moved.start, carried.start), end: carried.end };
  const followed = { edits: [] as TextEdit[], carried: [] as TextEdit[], remarks: [] as string[] };
  const placeIn = (subpath: string, { start, end }: Span): number | null => {
    const at = subpath === '' ? null : (resolveSubpath(source.metadata, subpath)?.start ?? null);
    return at !== null && at >= start && at < end ? at : null;
  };
  const follow = (link: NoteLink, isCarried: boolean): void => {
    // Most links of a note name no place in it: they are not resolved.
    const named = placeIn(link.subpath, isCarried ? own : moved);
    if (!isCarried && named === null) return;
    const was = link.path === '' ? note.path : vault.resolve(link.path, note.path);
    const place = was === source.path ? named : null;
    const isAlong = place !== null;
    if (was === null || (!isCarried && !isAlong)) return;
    const holder = isCarried ? to : note.path;
    const target = isAlong ? to : was;
    const is = link.path === '' ? holder : vault.resolve(link.path, holder);
    const isNote = isAlong && isCarried && becomesNote && place <= lineAt(source.text, carried.start).end;
    const subpath = isNote ? '' : isAlong ? subpathThere(move, link, holder, vault) : link.subpath;
    if (is === target && subpath === link.subpath) return;
    // What shows its own path goes on showing that; a link inside its own note showed the heading alone.
    const showsItself =
      link.kind === 'link' && (isNote || (is !== target && (isCarried || (link.path === '' && subpath !== ''))));
    const change = {
      target,
      from: holder,
      subpath: subpath ?? '',
      ...(showsItself ? { alias: { text: link.shown, inTable: note.sectionAt(link.start)?.type === 'table' } } : {}),
    };
    const insert = subpath === null || !link.written ? null : retargetLink(link.written, change, vault);
    if (insert === null) followed.remarks.push(cannotFollow(note, link, to));
    else followed[isCarried ? 'carried' : 'edits'].push(rewriteLink(note, link, insert));
  };
  for (const link of linksOf(note)) {
    const isIn = ({ start, end }: Span): boolean => note === source && link.start >= start && link.end <= end;
    const definition = along.find(isIn);
    if (isIn(carried) || definition) follow(link, true);
    if (!isIn(carried) && definition?.stays !== false) follow(link, false);
  }
  if (note === source) followed.carried.push(...followHtml(note, [carried, ...along], to, vault));
  return followed;
}

/**
 * Lets links follow a text that moves: those that lead to it from anywhere, in text and properties, reference definitions and images among them, and
 * those that it holds, which lead where they led although it stands in another note. Links that lead nowhere stay as they are. `vault` knows
 * the note that the text goes to.
 */
export async function followText(vault: LinkVault, move: TextMove): Promise<Followed> {
  const { source, moved, to } = move;
  const carried: TextEdit[] = [];
  const remarks: string[] = [];
  const changes = await followEverywhere(
    vault,
    {
      target: source,
      editsIn: (note) => {
        const followed = followIn(note, vault, move);
        carried.push(...followed.carried);
        remarks.push(...followed.remarks);
        return followed.edits;
      },
      placeOf: (card, canvas) => {
        const start = resolveSubpath(source.metadata, card.subpath)?.start ?? -1;
        if (start < moved.start || start >= moved.end) return undefined;
        const subpath = subpathThere(move, { subpath: card.subpath, kind: 'embed' }, canvas, vault);
        return subpath === null ? null : { path: to, subpath };
      },
      lost: `cannot follow to ${noteName(to)}`,
    },
    remarks,
  );
  return { changes, carried, remarks };
}

function cannotFollow({ path, text }: NoteSource, { start, end }: Span, to: string): string {
  const line = locAt(text, start).line + 1;
  return `The link “${text.slice(start, end)}” in ${noteName(path)}, line ${line}, cannot follow to ${noteName(to)}`;
}
