import { gardenSlug } from '../note/garden-slug';
import { headingKey } from '../note/heading-key';
import type { HeadingMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import type { PublishedCopy } from '../note/published-copies';
import { lineAt } from '../note/text-line';

/** The part of a note that a copy was made of, as it stands now. UTF-16 offsets, end exclusive. */
export interface CopiedSection {
  readonly start: number;
  readonly end: number;
  /** Both null for the whole note. */
  readonly heading: HeadingMetadata | null;
  readonly block: string | null;
}

/**
 * The sections of the note that a copy's address can mean, the one that the publisher would take first: headings of that slug, then blocks.
 * More than one is an ambiguity: `on-call` and `On Call` have one slug. Headings that no link reaches, because an equal one
 * stands before, are left out; so are those inside published copies, which the publisher never saw.
 */
export function findCopiedSections(
  target: NoteSource,
  copy: Pick<PublishedCopy, 'fragment' | 'hasFragment'>,
): readonly CopiedSection[] {
  if (!copy.hasFragment) return [{ start: target.bodyStart, end: target.text.length, heading: null, block: null }];
  const slug = copy.fragment.toLowerCase();
  const isMeant = (text: string): boolean => gardenSlug(text) === slug || text.toLowerCase() === slug;
  const sections = new Map<string, CopiedSection>();
  for (const { heading, start, end } of target.outline.own) {
    const key = headingKey(heading.heading);
    if (isMeant(heading.heading) && !sections.has(key)) sections.set(key, { start, end, heading, block: null });
  }
  const blocks = Object.values(target.metadata.blocks ?? {}).filter(({ id }) => isMeant(id));
  return [
    ...sections.values(),
    ...blocks.map(({ id, position }) => ({
      start: lineAt(target.text, position.start.offset).start,
      end: lineAt(target.text, position.end.offset).end,
      heading: null,
      block: id,
    })),
  ];
}
