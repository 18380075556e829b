import { definitionTarget } from '../../link/note-links';
import { isPublished } from '../../note/is-published';
import type { HeadingMetadata, LinkMetadata, Loc, NoteMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import type { ResolveLink } from '../../phase/lifecycle-input';
import { isInCommentBlock, openLink, type OutgoingLink } from '../../link/outgoing-link';

/** One note as the rules see it. */
export interface NoteCase {
  readonly path: string;
  readonly metadata: NoteMetadata;
  readonly isPublished: boolean;
  /** Whether it holds HTML, where a published copy may be: only then is its text asked for one. */
  readonly mayHoldCopies: boolean;
  /** What the note shows of other files, in its order. */
  readonly embeds: readonly OutgoingLink[];
  /** Plain links; only of a published note, where a dead one is seen by everyone. */
  readonly links: readonly OutgoingLink[];
  /** Its text while it is judged, when a rule may need that. */
  readonly source: NoteSource | null;
}

const NONE: readonly never[] = [];

/** The links of reference definitions, as other links are. */
const definedLinks = ({ referenceLinks = NONE }: NoteMetadata): LinkMetadata[] =>
  referenceLinks.flatMap(({ id, link, position }): LinkMetadata[] => {
    const target = definitionTarget(link);
    return target ? [{ link: target.path + target.subpath, original: `[${id}]: <${link}>`, position }] : [];
  });

/** Collects what the rules judge of a note, from its metadata alone. */
export function openNoteCase(path: string, metadata: NoteMetadata, resolve: ResolveLink): NoteCase {
  const published = metadata.frontmatter !== undefined && isPublished(metadata);
  let [mayHoldCopies, hasComments] = [false, false];
  for (const { type } of metadata.sections ?? NONE) {
    mayHoldCopies ||= type === 'html';
    hasComments ||= type === 'comment';
  }
  const shown = (links: readonly LinkMetadata[] = NONE): readonly LinkMetadata[] =>
    hasComments ? links.filter(({ position }) => !isInCommentBlock(metadata, position.start.offset)) : links;
  const embeds = shown(metadata.embeds);
  const links = published ? [...shown(metadata.links), ...shown(definedLinks(metadata))] : NONE;
  return {
    path,
    metadata,
    isPublished: published,
    mayHoldCopies,
    embeds: embeds.length === 0 ? NONE : embeds.map((link) => openLink(link, path, resolve)),
    links: links.length === 0 ? NONE : links.map((link) => openLink(link, path, resolve)),
    source: null,
  };
}

/** The note's own headings; those of published copies are their pages'. */
export function ownHeadings({ metadata, source }: NoteCase): readonly HeadingMetadata[] {
  return source ? source.outline.own.map(({ heading }) => heading) : (metadata.headings ?? NONE);
}

/** Where something is said of the whole note: at its first heading, else behind its properties. */
export function topOf(note: NoteCase): Loc {
  const [first] = ownHeadings(note);
  if (first) return first.position.start;
  const end = note.metadata.frontmatterPosition?.end;
  return end ? { line: end.line + 1, col: 0, offset: end.offset } : { line: 0, col: 0, offset: 0 };
}
