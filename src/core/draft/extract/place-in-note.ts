import type { LinkPlace } from '../../link/find-subpaths';
import type { HeadingMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { unlikePart } from '../../text/unlike-part';
import type { Span } from '../../text/text-edit';

/**
 * Where a heading of the text that moves stands in the note that is made of it, or null when it is not there. `other` is the note with another text
 * in its place: what both say is the template's, whatever it is called. `beginsAt` is the heading under which the text begins there, for embeds of the whole part.
 */
export function placeInNote(
  source: NoteSource,
  moved: Span,
  after: NoteSource | null,
  other: string,
  beginsAt: string | null,
): (heading: HeadingMetadata, isEmbed: boolean) => LinkPlace | null {
  const headings = after?.metadata.headings ?? [];
  const { start, end } = unlikePart(after?.text ?? '', other);
  const there = headings.filter(({ position }) => position.start.offset >= start && position.start.offset < end);
  const here = (source.metadata.headings ?? []).filter(
    ({ position }) => position.start.offset > moved.start && position.start.offset < moved.end,
  );
  return (heading, isEmbed) => {
    if (heading.position.start.offset === moved.start) {
      const first = headings.find((one) => one.heading === beginsAt);
      return isEmbed && first ? { kind: 'heading', line: first.position.start.line } : { kind: 'note' };
    }
    const found = there[here.indexOf(heading)];
    return found?.heading === heading.heading ? { kind: 'heading', line: found.position.start.line } : null;
  };
}
