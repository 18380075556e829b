import { headingKey } from '../../note/heading-key';
import { noteName } from '../../note/link-text';
import type { NoteSource } from '../../note/note-source';
import type { Span } from '../../text/text-edit';

/** Headings and block ids of a part of a note that another note has too: a link to them leads to the first, so the user is told. */
export function duplicateRemarks({ metadata }: NoteSource, part: Span, target: NoteSource): string[] {
  const inside = ({ position }: { readonly position: { readonly start: { readonly offset: number } } }): boolean =>
    position.start.offset >= part.start && position.start.offset < part.end;
  const taken = new Set((target.metadata.headings ?? []).map(({ heading }) => headingKey(heading)));
  const headings = (metadata.headings ?? []).filter(
    (heading) => inside(heading) && taken.has(headingKey(heading.heading)),
  );
  const ids = Object.values(metadata.blocks ?? {}).filter(
    (block) => inside(block) && target.metadata.blocks?.[block.id.toLowerCase()] !== undefined,
  );
  const note = noteName(target.path);
  return [
    ...headings.map(({ heading }) => `${note} has a heading “${heading}” already: links lead to the first of the two.`),
    ...ids.map(({ id }) => `${note} has a block ^${id} already: links lead to one of the two.`),
  ];
}
