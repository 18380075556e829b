import { ITEM_MARKER } from '../../markdown/marks/line-marks';
import { lineEndAt } from '../../note/line-end';
import { noteName } from '../../note/link-text';
import type { NoteSource } from '../../note/note-source';
import { lineAt, nextLineStart } from '../../note/text-line';
import { standsOnTagLine } from '../../todo/tag-line';
import { applyEdits, editsInOrder } from '../apply-edits';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { Span, TextEdit } from '../../text/text-edit';
import { insertResponsibility, lastLineOfItem } from '../insert-responsibility';
import { moveDefinitions } from '../../link/move-definitions';
import type { LocatedTodo } from '../locate-todo';
import type { Planning } from '../planning';
import { guardsOf } from '../tags/guards';
import { guardCut, wholeLines } from './whole-lines';
import { duplicateRemarks } from './duplicate-remarks';
import { definitionsThere, editsWithin, followPart, losses, ownLinks } from './moved-links';
import type { MovedText } from './moved-text';

/** A bullet's indentation, and its marker with what parts it from the words; a checkbox is among the words, and stays what it is. */
function beginningOf(text: string): readonly [indent: string, marker: string] {
  const [, indent = '', marker = '', , gap = ''] = ITEM_MARKER.exec(text) ?? [];
  return gap === '' ? ['', ''] : [indent, marker + gap];
}

/** The edits that give the bullet another beginning, and its children the same place below it. */
function reindent({ text }: NoteSource, span: Span, beginning: string, eol: string): TextEdit[] {
  const [indent, marker] = beginningOf(text.slice(span.start, span.end));
  const [newIndent, newMarker] = beginningOf(beginning);
  const edits: TextEdit[] = [];
  const put = (start: number, end: number, insert: string): unknown => edits.push({ start, end, insert, guards: [] });
  put(span.start, span.start + indent.length, newIndent);
  put(span.start + indent.length, span.start + indent.length + marker.length, newMarker);
  const wider = ' '.repeat(Math.max(0, newMarker.length - marker.length));
  for (let line = lineAt(text, span.start); ; line = lineAt(text, nextLineStart(text, line))) {
    const next = nextLineStart(text, line);
    if (
      line.start > span.start &&
      text.startsWith(indent, line.start) &&
      /[ \t]/.test(text[line.start + indent.length] ?? '')
    )
      put(line.start, line.start + indent.length, newIndent + wider);
    if (next >= span.end) break;
    put(line.end, next, eol);
  }
  return edits;
}

/** The bullet's lines, children included, without the line end behind them. */
function linesOf({ index }: Planning, { source, mark: { place } }: LocatedTodo): Span | null {
  if (place.kind !== 'item') return null;
  const into = { source, settings: index.settings, isRoleLink: (link: string) => index.isRoleLink(link, source.path) };
  const first = lineAt(source.text, place.start);
  // Behind a quote mark, or in another bullet's line, it is no line of its own.
  if (!ITEM_MARKER.test(source.text.slice(first.start)) || /^\s*>/.test(source.text.slice(first.start, first.end)))
    return null;
  return { start: first.start, end: lastLineOfItem(into, place.item).end };
}

/**
 * What is cut where a nested bullet becomes the last of the list above a tag line: there the line would join that bullet, so a blank line parts them.
 * Null where nothing of the kind happens.
 */
function partingCut(source: NoteSource, { start, end }: Span): Omit<TextEdit, 'guards'> | null {
  const { text, items } = source;
  const below = nextLineStart(text, { start, end });
  const line = lineAt(text, below);
  const last = items.findLast(({ position }) => position.start.offset < start);
  const isLast = !items.some(
    ({ position }) =>
      position.start.offset >= below && position.start.offset < (source.sectionAt(start)?.position.end.offset ?? 0),
  );
  if (
    below <= end ||
    !isLast ||
    last === undefined ||
    last.parent < 0 ||
    !source.sectionAt(last.position.start.offset) ||
    text.slice(line.start, line.end).trim() === ''
  )
    return null;
  if (source.sectionAt(line.end - 1) !== source.sectionAt(last.position.start.offset)) return null;
  return {
    start,
    end: line.start + (line.end - line.start - text.slice(line.start, line.end).trimStart().length),
    insert: lineEndAt(text, start),
  };
}

/** Whether the bullet's last line is a tag line of its own. */
function standsAlone({ index }: Planning, { source, mark: { bodyTags } }: LocatedTodo, { start, end }: Span): boolean {
  const last = lineAt(source.text, end);
  const isOwn = bodyTags.some(
    ({ position }) => position.start.offset >= last.start && position.start.offset < last.end,
  );
  return last.start > start && isOwn && standsOnTagLine(source, (link) => index.isRoleLink(link, source.path), last);
}

/** Moves a bullet with its children from one phase page's Responsibilities to another's; `own` are edits of its own words on the way. */
export async function moveBullet(
  planning: Planning,
  located: LocatedTodo,
  page: string,
  brought: string,
  own: readonly TextEdit[] = [],
): Promise<MovedText | Refusal> {
  const { source, name } = located;
  const target = await planning.vault.read(page);
  if (!target) return refuse(`${page} is not in the vault any more.`);
  if (page === source.path) return refuse(`“${name}” is in ${noteName(page)} already.`);
  const span = linesOf(planning, located);
  if (!span) return refuse(`“${name}” stands in a quote or callout, and is not moved out of it. Move it by hand.`);
  if (standsAlone(planning, located, span))
    return refuse(
      `The tag of “${name}” stands on a line of its own: as the last of the other list it would mark the whole list. Put it behind the bullet’s words first.`,
    );
  const { index, vault } = planning;
  const into = { source: target, settings: index.settings, isRoleLink: (link: string) => index.isRoleLink(link, page) };
  const eol = lineEndAt(target.text, 0);
  const along = moveDefinitions({ source, moved: span, stays: [], there: target.text + brought });
  const moved = { source, span, target, along };
  const gainWith = (links: readonly TextEdit[]): TextEdit | Refusal =>
    insertResponsibility(into, {
      kind: 'moved',
      write: (beginning) => {
        const rewritten = applyEdits(
          source.text,
          editsInOrder([
            ...reindent(source, span, beginning, eol),
            // A link that gives way to another is not followed.
            ...editsWithin(moved, links).filter(
              (link) => !own.some(({ start, end }) => start < link.end && link.start < end),
            ),
            ...own,
          ]),
        );
        return rewritten.slice(span.start, span.end + rewritten.length - source.text.length);
      },
    });
  const draft = gainWith(ownLinks(vault, moved));
  if (isRefusal(draft)) return draft;
  const followed = await followPart(vault, moved, draft);
  const gain = gainWith(followed.carried);
  if (isRefusal(gain)) return gain;
  const cut = partingCut(source, span) ?? { ...wholeLines(source.text, span), insert: '' };
  const definitions = definitionsThere(moved, followed.carried);
  if ('refusal' in definitions) return definitions;
  return {
    gains: { source: target, edits: [gain] },
    follow: followed.changes,
    loses: { source, edits: losses(moved, { ...cut, guards: guardCut(guardsOf(located), cut) }) },
    definitions,
    remarks: [...duplicateRemarks(source, span, target), ...followed.remarks.map((remark) => `${remark}.`)],
  };
}
