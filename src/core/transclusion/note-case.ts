import { isPublished } from '../note/is-published';
import type { HeadingMetadata, Loc, NoteMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import type { ResolveLink } from '../phase/lifecycle-input';
import { isInCommentBlock, openLink, type LinkCase } from './embed-case';

/** One note as the rules see it. */
export interface NoteCase {
  readonly path: string;
  readonly metadata: NoteMetadata;
  readonly isPublished: boolean;
  /** What the note shows of other files, in its order. */
  readonly embeds: readonly LinkCase[];
  /** Plain links; only of a published note, where a dead one is seen by everyone. */
  readonly links: readonly LinkCase[];
}

/** A note that is judged, with its text when a rule may need that. */
export interface Judged extends NoteCase {
  readonly source: NoteSource | null;
}

const NONE: readonly never[] = [];

/** Collects what the rules judge of a note, from its metadata alone. */
export function openNoteCase(path: string, metadata: NoteMetadata, resolve: ResolveLink): NoteCase {
  const published = metadata.frontmatter !== undefined && isPublished(metadata);
  const embeds = (metadata.embeds ?? NONE).filter(({ position }) => !isInCommentBlock(metadata, position.start.offset));
  const links = published ? (metadata.links ?? NONE).filter(({ position }) => !isInCommentBlock(metadata, position.start.offset)) : NONE;
  return {
    path,
    metadata,
    isPublished: published,
    embeds: embeds.length === 0 ? NONE : embeds.map((link) => openLink(link, path, resolve)),
    links: links.length === 0 ? NONE : links.map((link) => openLink(link, path, resolve)),
  };
}

/** The note's own headings; those of frozen copies are their pages'. */
export function ownHeadings({ metadata, source }: Judged): readonly HeadingMetadata[] {
  return source ? source.outline.own.map(({ heading }) => heading) : (metadata.headings ?? NONE);
}

/** Whether a note holds HTML, where a frozen copy may be: only then is its text asked for one. */
export const mayHoldCopies = ({ sections = NONE }: NoteMetadata): boolean => sections.some(({ type }) => type === 'html');

/** Where something is said of the whole note: at its first heading, else behind its properties. */
export function topOf(note: Judged): Loc {
  const [first] = ownHeadings(note);
  if (first) return first.position.start;
  const end = note.metadata.frontmatterPosition?.end;
  return end ? { line: end.line + 1, col: 0, offset: end.offset } : { line: 0, col: 0, offset: 0 };
}
