import { startingIn } from '../note/by-position';
import { isPublished } from '../note/is-published';
import { noteName } from '../note/link-text';
import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { oncePer } from '../note/once-per';
import { lineAt } from '../note/text-line';
import { resolveSubpath, subpathSegments } from '../note/resolve-subpath';
import { isRefusal } from '../text/refusal';
import type { NoteEdit, Span, TextEdit } from '../text/text-edit';
import { findSubpaths, type LinkPlace } from './find-subpaths';
import { bySource, leadingTo } from './follow-everywhere';
import { followHtml } from './html-addresses';
import type { LinkVault } from './link-vault';
import { linksWithin, rewriteLink, type NoteLink } from './note-links';
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
  /** The note's texts that go to the same note in one plan: links between them go with both. */
  readonly together?: readonly Span[];
  /** The path of the note that it goes to. */
  readonly to: string;
  /** Where links lead before it goes, when that is another vault than the one that knows that note: its name may be one that they had. */
  readonly before?: LinkVault;
  /** That note as it will be, when that is known: then subpaths are made to lead to the very place. */
  readonly after: NoteSource | null;
  /** Where a heading that goes along stands in that note; null: it will not be there. Undefined: not known, and the link's own subpath may do. */
  placeOf(heading: HeadingMetadata, isEmbed: boolean): LinkPlace | null | undefined;
}

export interface Followed {
  /** Of every note, the source included, that links to what moves; without the links in the carried text. */
  readonly changes: readonly NoteEdit[];
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

/** The place of the note that a subpath names; null for none, or the whole note. */
const placeNamed = ({ metadata }: NoteSource, subpath: string): number | null =>
  subpath === '' ? null : (resolveSubpath(metadata, subpath)?.start ?? null);

/** A link of a note that leads to the file `was`, to `place` when that is in what moves, else null. */
interface LinkToFollow {
  readonly note: NoteSource;
  readonly link: NoteLink;
  readonly was: string;
  readonly place: number | null;
  readonly isCarried: boolean;
}

/** How a link follows: by an edit, or not at all, which is said; null when it may stay as it is. */
function followLink(
  vault: LinkVault,
  move: TextMove,
  { note, link, was, place, isCarried }: LinkToFollow,
): TextEdit | string | null {
  const { source, moved, carried, becomesNote, to } = move;
  const holder = isCarried ? to : note.path;
  const target = place === null ? was : to;
  const is = link.path === '' ? holder : vault.resolve(link.path, holder);
  const isNote = place !== null && isCarried && becomesNote && place <= lineAt(source.text, carried.start).end;
  const isOwn =
    place !== null && place >= Math.min(moved.start, carried.start) && place < Math.max(moved.end, carried.end);
  const subpath = isNote ? '' : isOwn ? subpathThere(move, link, holder, vault) : link.subpath;
  if (is === target && subpath === link.subpath) return null;
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
  return insert === null ? cannotFollow(note, link, to) : rewriteLink(note, link, insert);
}

/** The edits of the links in the carried text and in what goes along; without `after`, what that text will be, so that it can be read. Adds to `remarks`, by the links' places. */
export function followCarried(
  vault: LinkVault,
  move: TextMove,
  remarks: (readonly [at: number, remark: string])[] = [],
): TextEdit[] {
  const { source, moved, carried, along, together = [], to, before = vault } = move;
  const start = Math.min(moved.start, carried.start);
  const edits: TextEdit[] = [];
  const links = new Set([carried, ...along].flatMap((span) => linksWithin(source, span)));
  for (const link of [...links].sort((a, b) => a.start - b.start)) {
    const was = link.path === '' ? source.path : before.resolve(link.path, source.path);
    if (was === null) continue;
    const named = was === source.path ? placeNamed(source, link.subpath) : null;
    const goes = [{ start, end: carried.end }, ...together];
    const place = goes.some((span) => named !== null && named >= span.start && named < span.end) ? named : null;
    const followed = followLink(vault, move, { note: source, link, was, place, isCarried: true });
    if (typeof followed === 'string') remarks.push([link.start, followed]);
    else if (followed) edits.push(followed);
  }
  return [...edits, ...followHtml(source, [carried, ...along], to, vault)];
}

/** By a vault, as a plan sees it, and a note: what leads to places of it, in the order of these. Many texts of a note may move. */
const arrivalsIn = oncePer((vault: LinkVault) =>
  oncePer(async (source: NoteSource) =>
    (await leadingTo(vault, source))
      .flatMap((leading, turn) => {
        const place = placeNamed(source, ('card' in leading ? leading.card : leading.link).subpath);
        return place === null ? [] : [{ leading, turn, place }];
      })
      .sort((a, b) => a.place - b.place),
  ),
);

/**
 * Lets links follow a text that moves: those that lead to it from anywhere, in text and properties, reference definitions and images among them, and
 * those that it holds, which lead where they led although it stands in another note. Links that lead nowhere stay as they are. `vault` knows
 * the note that the text goes to.
 */
export async function followText(vault: LinkVault, move: TextMove): Promise<Followed> {
  const { source, moved, carried, along, together = [], to, before = vault } = move;
  const own: [at: number, remark: string][] = [];
  const remarks: string[] = [];
  const edits: [written: NoteSource, edit: TextEdit][] = [];
  const carriedEdits = followCarried(vault, move, own);
  const arrivals = await arrivalsIn(before)(source);
  const arriving = startingIn(arrivals, moved.start, moved.end, ({ place }) => place).sort((a, b) => a.turn - b.turn);
  for (const { leading, place } of arriving) {
    const { written } = leading;
    if ('card' in leading) {
      const { card } = leading;
      const subpath = subpathThere(move, { subpath: card.subpath, kind: 'embed' }, written.path, vault);
      if (subpath !== null) for (const edit of card.move(to, subpath)) edits.push([written, edit]);
      else
        remarks.push(
          `The card of “${card.subpath.slice(1)}” in ${noteName(written.path)} cannot follow to ${noteName(to)}`,
        );
      continue;
    }
    const { note, link, asWritten } = leading;
    const holds = ({ start, end }: Span): boolean => note === source && link.start >= start && link.end <= end;
    if ([carried, ...together].some(holds) || along.find(holds)?.stays === false) continue;
    const followed = followLink(vault, move, { note, link, was: source.path, place, isCarried: false });
    if (typeof followed !== 'string') {
      if (followed) edits.push([written, asWritten(followed)]);
    } else if (note === source) own.push([link.start, followed]);
    else remarks.push(followed);
  }
  const inSource = own.sort(([a], [b]) => a - b).map(([, remark]) => remark);
  return { changes: bySource(edits), carried: carriedEdits, remarks: [...inSource, ...remarks] };
}

function cannotFollow({ path, text }: NoteSource, { start, end }: Span, to: string): string {
  const line = locAt(text, start).line + 1;
  return `The link “${text.slice(start, end)}” in ${noteName(path)}, line ${line}, cannot follow to ${noteName(to)}`;
}
