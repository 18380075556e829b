import type { OperationsIndex } from '../../index/operations-index';
import type { NoteSource } from '../../note/note-source';
import type { LinkMetadata, TagMetadata } from '../../note/note-metadata';
import { lineAt, type TextLine } from '../../note/text-line';
import { carriers } from '../../todo/find-todos';
import type { LocatedTodo } from '../locate-todo';
import { roleLinksFrom, type Planning } from '../planning';
import { lineComments } from '../tags/inline-marks';

/** The lines on which a todo's owner and due date stand, as the index reads them; without heading lines, which are part of links. */
export function todoLines({ index }: Planning, { source, mark }: LocatedTodo): TextLine[] {
  const lines = carriers({ source, isRoleLink: roleLinksFrom(index, source.path) }, mark);
  return lines.filter((line) => source.sectionAt(line.start)?.type !== 'heading');
}

/** The links to roles on some lines of a note. */
export function roleLinksOn(
  index: Pick<OperationsIndex, 'isRoleLink'>,
  source: NoteSource,
  lines: readonly TextLine[],
): LinkMetadata[] {
  return (source.metadata.links ?? []).filter(
    ({ link, position: { start } }) =>
      lines.some((line) => start.offset >= line.start && start.offset < line.end) &&
      index.isRoleLink(link, source.path),
  );
}

/** The todo's first tag outside headings: beside it goes what is said about the todo. Null when all its tags stand in a heading, or in the properties. */
export function leadingTag({ source, mark: { bodyTags } }: LocatedTodo): TagMetadata | null {
  return bodyTags.find(({ position }) => source.sectionAt(position.start.offset)?.type !== 'heading') ?? null;
}

/** Where the tag ends with the marks around it, and where inside its comment something can be added; both the same outside comments. */
export function behindTag(
  { source: { text } }: LocatedTodo,
  { tag, position }: TagMetadata,
): { readonly outside: number; readonly inside: number } {
  const start = position.start.offset;
  const end = start + tag.length;
  const line = lineAt(text, start);
  const comment = lineComments(text, line).find((one) => one.start <= start && end <= one.end);
  if (comment)
    return {
      outside: comment.end,
      inside: comment.innerStart + text.slice(comment.innerStart, comment.innerEnd).trimEnd().length,
    };
  const marks = /^[*_~=]+/.exec(text.slice(end, line.end))?.[0] ?? '';
  const at = marks !== '' && text.slice(line.start, start).endsWith(marks) ? end + marks.length : end;
  return { outside: at, inside: at };
}
