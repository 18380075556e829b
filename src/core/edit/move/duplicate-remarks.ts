import { entriesIn, startOf } from '../../note/by-position';
import { noteName } from '../../note/link-text';
import type { NoteMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { oncePer } from '../../note/once-per';
import { matchHeadings } from '../../note/resolve-subpath';
import type { Span } from '../../text/text-edit';

const blocksInOrder = oncePer(({ blocks = {} }: NoteMetadata) =>
  Object.values(blocks).sort((a, b) => startOf(a) - startOf(b)),
);

/** Headings and block ids of a part of a note that another note has too: a link to them leads to the first, so the user is told. */
export function duplicateRemarks({ metadata }: NoteSource, { start, end }: Span, target: NoteSource): string[] {
  const headings = entriesIn(metadata.headings ?? [], start, end).filter(
    ({ heading }) => matchHeadings(target.metadata.headings ?? [], [heading]) !== null,
  );
  const ids = entriesIn(blocksInOrder(metadata), start, end).filter(
    ({ id }) => target.metadata.blocks?.[id.toLowerCase()] !== undefined,
  );
  const note = noteName(target.path);
  return [
    ...headings.map(({ heading }) => `${note} has a heading “${heading}” already: links lead to the first of the two.`),
    ...ids.map(({ id }) => `${note} has a block ^${id} already: links lead to one of the two.`),
  ];
}
