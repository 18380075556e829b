import type { HeadingMetadata, Loc, NoteMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import type { OutgoingLink } from '../../link/outgoing-link';

/** One note as the rules see it. */
export interface CheckedNote {
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

/** The note's own headings; those of published copies are their pages'. */
export function ownHeadings({ metadata, source }: CheckedNote): readonly HeadingMetadata[] {
  return source ? source.outline.own.map(({ heading }) => heading) : (metadata.headings ?? NONE);
}

/** Where something is said of the whole note: at its first heading, else behind its properties. */
export function topOf(note: CheckedNote): Loc {
  const [first] = ownHeadings(note);
  if (first) return first.position.start;
  const end = note.metadata.frontmatterPosition?.end;
  return end ? { line: end.line + 1, col: 0, offset: end.offset } : { line: 0, col: 0, offset: 0 };
}
