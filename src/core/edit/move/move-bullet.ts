import { ITEM_MARKER } from '../../markdown/marks/line-marks';
import { lastStartingBy, startOf } from '../../note/by-position';
import { LINE_ENDS, lineEndAt } from '../../note/line-end';
import type { NoteSource } from '../../note/note-source';
import { lineAfter, lineAt, linesBetween, wholeLines } from '../../note/text-line';
import { standsOnTagLine } from '../../todo/tag-line';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import { editedPart } from '../../text/edited-part';
import type { PlainEdit, Span, TextEdit } from '../../text/text-edit';
import { insertResponsibility, lastLineOfItem } from '../insert-responsibility';
import type { LabelsThere } from '../../link/move-definitions';
import { readForWriting, type LocatedTodo } from '../locate-todo';
import { roleLinksFrom, type Planning } from '../planning';
import { moveText, type Move } from './move-text';

/** A bullet's indentation, and its marker with what parts it from the words; a checkbox is among the words, and stays what it is. */
function beginningOf(text: string): readonly [indent: string, marker: string] {
  const [, indent = '', marker = '', , gap = ''] = ITEM_MARKER.exec(text) ?? [];
  return [indent, marker + gap];
}

/** What gives the bullet another beginning, and its children the same place below it. */
function reindent({ text }: NoteSource, span: Span, beginning: string): PlainEdit[] {
  const [indent, marker] = beginningOf(text.slice(span.start, span.end));
  const [newIndent, newMarker] = beginningOf(beginning);
  const words = span.start + indent.length + marker.length;
  const edits = [{ start: span.start, end: words, insert: newIndent + newMarker }];
  const below = newIndent + ' '.repeat(Math.max(0, newMarker.length - marker.length));
  for (const { start } of linesBetween(text, span.start, span.end)) {
    const at = start + indent.length;
    if (text.startsWith(indent, start) && /[ \t]/.test(text.charAt(at))) edits.push({ start, end: at, insert: below });
  }
  return edits;
}

/** The bullet's lines, children included, without the line end behind them; null in a quote or behind a footnote's label, where they are no lines of their own. */
function linesOf({ index }: Planning, { source, mark: { place } }: LocatedTodo): Span | null {
  const first = lineAt(source.text, place.start);
  const [, before] = ITEM_MARKER.exec(source.text.slice(first.start, first.end)) ?? [];
  if (place.kind !== 'item' || before?.trim() !== '') return null;
  return { start: first.start, end: lastLineOfItem(source, roleLinksFrom(index, source.path), place.item).end };
}

/**
 * What is cut where a nested bullet becomes the last of the list above a tag line: there the line would join that bullet, so a blank line parts them.
 * Null where nothing of the kind happens.
 */
function partingCut(source: NoteSource, { start, end }: Span): PlainEdit | null {
  const { text, items } = source;
  const line = lineAfter(text, { start, end });
  const below = text.slice(line.start, line.end);
  const last = items[lastStartingBy(items, start - 1, startOf)];
  if (!last || last.parent < 0 || line.start <= end || below.trim() === '' || ITEM_MARKER.test(below)) return null;
  if (source.sectionAt(line.end - 1) !== source.sectionAt(last.position.start.offset)) return null;
  return { start, end: line.end - below.trimStart().length, insert: lineEndAt(text, start) };
}

/** Whether the bullet's last line is a tag line of its own. */
function standsAlone({ index }: Planning, { source, mark: { bodyTags } }: LocatedTodo, { end }: Span): boolean {
  const last = lineAt(source.text, end);
  return (
    bodyTags.some(({ position }) => position.start.offset >= last.start) &&
    standsOnTagLine(source, roleLinksFrom(index, source.path), last)
  );
}

/** Moves a bullet with its children from one phase page's Responsibilities to another's; `own` are edits of its own words on the way. */
export async function moveBullet(
  planning: Planning,
  located: LocatedTodo,
  page: string,
  there: LabelsThere,
  together: readonly Span[],
  own: readonly TextEdit[],
): Promise<Move | Refusal> {
  const { source, name } = located;
  const target = await readForWriting(planning, page);
  if (isRefusal(target)) return target;
  const span = linesOf(planning, located);
  if (!span)
    return refuse(`“${name}” stands in a quote, callout or footnote, and is not moved out of it. Move it by hand.`);
  if (standsAlone(planning, located, span))
    return refuse(
      `The tag of “${name}” stands on a line of its own: as the last of the other list it would mark the whole list. Put it behind the bullet’s words first.`,
    );
  const eol = lineEndAt(target.text, 0);
  return moveText(planning.vault, {
    source,
    span,
    target,
    there,
    together,
    write: (links) =>
      insertResponsibility(planning.index, target, {
        kind: 'moved',
        // A link that gives way to another is not followed.
        write: (beginning) =>
          editedPart(source.text, span, [...own, ...reindent(source, span, beginning), ...links]).replace(
            LINE_ENDS,
            eol,
          ),
      }),
    cut: partingCut(source, span) ?? { ...wholeLines(source.text, span), insert: '' },
  });
}
