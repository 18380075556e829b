import type { LinkPlace } from '../../link/find-spot';
import type { HeadingMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import type { Span } from '../../text/text-edit';

/**
 * Where a heading of the text that moves stands in the note that is made of it, or null when it is not there. `beginsAt` is the heading under which
 * the text begins there, for embeds of the whole part.
 */
export function placeInNote(
  source: NoteSource,
  moved: Span,
  after: NoteSource | null,
  beginsAt: string | null,
): (heading: HeadingMetadata, isEmbed: boolean) => LinkPlace | null {
  const headings = after?.metadata.headings ?? [];
  const isInside = ({ position }: HeadingMetadata): boolean =>
    position.start.offset > moved.start && position.start.offset < moved.end;
  return (heading, isEmbed) => {
    if (heading.position.start.offset === moved.start) {
      const first = headings.find((one) => one.heading === beginsAt);
      return isEmbed && first ? { kind: 'heading', line: first.position.start.line } : { kind: 'note' };
    }
    const duplicates = (source.metadata.headings ?? []).filter(
      (one) => one.heading === heading.heading && isInside(one),
    );
    const found = headings.filter((one) => one.heading === heading.heading);
    // The template's own headings stand before or after those that moved; of duplicates the order stays.
    const at = duplicates.indexOf(heading);
    const line =
      found[found.length === duplicates.length ? at : found.length - duplicates.length + at]?.position.start.line;
    return line === undefined ? null : { kind: 'heading', line };
  };
}
