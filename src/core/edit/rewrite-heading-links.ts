import { headingLinkText } from '../note/heading-link-text';
import { noteName, splitLink } from '../note/link-text';
import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { matchHeadings, subpathSegments } from '../note/resolve-subpath';
import { lineAt } from '../note/text-line';
import { inOrder } from './apply-edits';
import type { NoteEdit, TextEdit } from './edit-plan';
import { linksWithSubpath, writeSubpath, type SubpathLink } from './link-subpaths';
import type { PlanningVault } from './planning-vault';

/** A heading of the note whose text changes: to the source that will stand between its hashes. */
export interface HeadingRename {
  readonly heading: HeadingMetadata;
  readonly text: string;
}

type Headings = readonly Pick<HeadingMetadata, 'heading' | 'level'>[];

/** The segments that lead to the same heading afterwards: as few changed as can be, else with the headings above it; null when nothing does. */
function segmentsAfter(before: Headings, after: Headings, segments: readonly string[]): readonly string[] | null | undefined {
  const matched = matchHeadings(before, segments);
  const target = matched?.at(-1);
  if (!matched || target === undefined) return undefined;
  const leads = (candidate: readonly string[]): boolean => candidate.every((one) => one !== '') && matchHeadings(after, candidate)?.at(-1) === target;
  const renamed = segments.map((segment, at) => {
    const [was, is] = [before[matched[at] ?? -1], after[matched[at] ?? -1]];
    return was && is && was.heading !== is.heading ? headingLinkText(is.heading) : segment;
  });
  if (leads(renamed)) return renamed;
  const chain: string[] = [];
  let level = Infinity;
  for (let at = target; at >= 0; at--) {
    const heading = after[at];
    if (!heading || heading.level >= level) continue;
    level = heading.level;
    chain.unshift(headingLinkText(heading.heading));
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

function editsIn(source: NoteSource, links: readonly SubpathLink[], before: Headings, after: Headings, remarks: string[]): TextEdit[] {
  return links.flatMap((link): TextEdit[] => {
    const segments = subpathSegments(link.subpath);
    const now = segmentsAfter(before, after, segments);
    if (now === undefined || (now?.length === segments.length && now.every((segment, at) => segment === segments[at]))) return [];
    if (now === null) {
      const line = source.text.slice(0, link.start).split(/\r\n|\r|\n/).length;
      remarks.push(`The link to “${segments.join(' > ')}” in ${noteName(source.path)}, line ${line}, will not find its heading any more.`);
      return [];
    }
    return [{ start: link.start, end: link.end, insert: writeSubpath(link, now), guards: [lineAt(source.text, link.start)] }];
  });
}

/**
 * The edits of every note whose links, embeds or properties lead to a heading that changes its text, so that they lead there afterwards
 * (DESIGN 2: a tag in a heading line is part of what links to it say). A link that a changed heading would catch from another is made longer
 * (`#Above#Heading`). Edits of the note itself mean `target.text`; they do not hold the change of the heading lines.
 */
export async function rewriteHeadingLinks(vault: PlanningVault, target: NoteSource, renames: readonly HeadingRename[]): Promise<RewrittenLinks> {
  const before = target.metadata.headings ?? [];
  const after = before.map((heading) => ({ level: heading.level, heading: renames.find((rename) => rename.heading === heading)?.text ?? heading.heading }));
  const remarks: string[] = [];
  const changes: NoteEdit[] = [];
  if (renames.length === 0) return { changes, remarks };
  for (const path of new Set([target.path, ...vault.linkingTo(target.path)])) {
    const source = path === target.path ? target : await vault.read(path);
    if (!source) continue;
    const leadsHere = ({ link }: SubpathLink): boolean => {
      const linked = splitLink(link).path;
      return linked === '' ? path === target.path : vault.resolve(linked, path) === target.path;
    };
    const edits = editsIn(source, linksWithSubpath(source).filter(leadsHere), before, after, remarks);
    if (edits.length > 0) changes.push({ path, before: source.text, edits: inOrder(edits) });
  }
  return { changes, remarks };
}
