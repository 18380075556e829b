import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { editedPart } from '../text/edited-part';
import type { TextEdit } from '../text/text-edit';
import type { LinkVault } from '../link/link-vault';
import { followHeadings, type RewrittenLinks } from '../link/follow-headings';

/** The heading's text with the edits made. */
function headingAfter(
  { text }: NoteSource,
  { heading, position }: HeadingMetadata,
  edits: readonly TextEdit[],
): string {
  const from = text.indexOf(heading, position.start.offset);
  const to = from + heading.length;
  const own = edits
    .filter(({ start }) => start <= to)
    // What begins another line, a tag line below, is not the heading's.
    .map(({ start, end, insert }) => ({ start, end: Math.min(end, to), insert: insert.split('\n', 1)[0] ?? '' }));
  return editedPart(text, { start: from, end: to }, own).trim();
}

/** The edits of the links to headings of a note that its `edits`, all of them in order, give other texts: asked once for all, as the links are read once. */
export const followChangedHeadings = (
  vault: LinkVault,
  source: NoteSource,
  headings: Iterable<HeadingMetadata>,
  edits: readonly TextEdit[],
): Promise<RewrittenLinks> =>
  followHeadings(
    vault,
    source,
    [...new Set(headings)].map((heading) => ({ heading, text: headingAfter(source, heading, edits) })),
  );
