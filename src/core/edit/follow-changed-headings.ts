import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
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
  let after = '';
  let at = from;
  for (const { start, end, insert } of edits) {
    if (end < from || start > to || start < at) continue;
    // What begins another line, a tag line below, is not the heading's.
    after += text.slice(at, start) + (insert.split('\n', 1)[0] ?? '');
    at = end;
  }
  return (after + text.slice(Math.min(at, to), to)).trim();
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
