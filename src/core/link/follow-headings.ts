import { noteName } from '../note/link-text';
import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { matchHeadings, subpathSegments, type Headings } from '../note/resolve-subpath';
import type { NoteEdit, TextEdit } from '../text/text-edit';
import type { LinkVault } from './link-vault';
import { bySource, leadingTo } from './follow-everywhere';
import { rewriteLink } from './note-links';
import { spellHeading } from './spell-heading';
import { changeLink } from './change-link';
import { locAt } from '../note/loc-at';

/** A heading of the note whose text changes: to the source that will stand between its hashes. */
interface HeadingRename {
  readonly heading: HeadingMetadata;
  readonly text: string;
}

const subpathOf = (segments: readonly string[]): string => segments.map((segment) => `#${segment}`).join('');

/** The segments that lead to the same heading afterwards: as few changed as can be, else with the headings above it; null when nothing does. */
function segmentsAfter(
  before: Headings,
  after: Headings,
  segments: readonly string[],
): readonly string[] | null | undefined {
  // A block's id or a footnote is no heading of that name.
  const matched = (/^\[?\^/.test(segments[0] ?? '') ? null : matchHeadings(before, segments)) ?? [];
  const target = matched.at(-1);
  if (target === undefined) return undefined;
  const leads = (candidate: readonly string[]): boolean =>
    candidate.every((one) => one !== '') && matchHeadings(after, candidate)?.at(-1) === target;
  const renamed = segments.map((segment, at) => {
    const [was, is] = [before[matched[at] ?? -1], after[matched[at] ?? -1]];
    return was && is && was.heading !== is.heading ? (spellHeading(is.heading)[0] ?? '') : segment;
  });
  if (leads(renamed)) return renamed;
  const chain: string[] = [];
  let level = Infinity;
  for (let at = target; at >= 0; at--) {
    const heading = after[at];
    if (!heading || heading.level >= level) continue;
    level = heading.level;
    chain.unshift(spellHeading(heading.heading)[0] ?? '');
    if (leads(chain)) return chain;
  }
  return null;
}

/** What becomes of the links to a note whose headings change. */
export interface RewrittenLinks {
  readonly changes: readonly NoteEdit[];
  /** Links that cannot lead to their heading any more, each as a sentence. */
  readonly remarks: readonly string[];
}

/**
 * The edits of every note whose links, embeds or properties lead to a heading that changes its text, so that they lead there afterwards
 * (a tag in a heading line is part of what links to it say). A link that a changed heading would catch from another is made longer
 * (`#Above#Heading`). Edits of the note itself mean `target.text`; they do not hold the change of the heading lines.
 */
export async function followHeadings(
  vault: LinkVault,
  target: NoteSource,
  renames: readonly HeadingRename[],
): Promise<RewrittenLinks> {
  if (renames.length === 0) return { changes: [], remarks: [] };
  const renamed = new Map(renames.map(({ heading, text }) => [heading, text]));
  const before = target.metadata.headings ?? [];
  const after = before.map((heading) => ({ level: heading.level, heading: renamed.get(heading) ?? heading.heading }));
  const remarks: string[] = [];
  const edits: [written: NoteSource, edit: TextEdit][] = [];
  for (const leading of await leadingTo(vault, target)) {
    const { written } = leading;
    const { subpath } = 'card' in leading ? leading.card : leading.link;
    const segments = subpathSegments(subpath);
    const now = segmentsAfter(before, after, segments);
    if (now === undefined || (now?.length === segments.length && now.every((segment, at) => segment === segments[at])))
      continue;
    if ('card' in leading) {
      const { card } = leading;
      if (now) for (const edit of card.move(card.file, subpathOf(now))) edits.push([written, edit]);
      else
        remarks.push(
          `The card of “${subpath.slice(1)}” in ${noteName(written.path)} will not find its heading any more.`,
        );
      continue;
    }
    const { note, link, asWritten } = leading;
    const insert = now && link.written && changeLink(link.written, { subpath: subpathOf(now) });
    if (insert !== null) edits.push([written, asWritten(rewriteLink(note, link, insert))]);
    else
      remarks.push(
        `The link to “${segments.join(' > ')}” in ${noteName(note.path)}, line ${locAt(note.text, link.start).line + 1}, will not find its heading any more.`,
      );
  }
  return { changes: bySource(edits), remarks };
}
