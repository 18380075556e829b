import { ITEM_MARKER, checkboxOf } from '../../markdown/marks/line-marks';
import { soleRole } from '../../index/owner';
import { plainText } from '../../markdown/plain-text';
import { spanOf } from '../../note/by-position';
import { lineAt, type TextLine } from '../../note/text-line';
import { partWithout } from '../../text/edited-part';
import { isClosed } from '../../todo/found-todo';
import { withoutDueDates } from '../../todo/due-date';
import type { LocatedTodo } from '../locate-todo';
import { ownLines } from '../own-lines';
import { roleLinksFrom, type Planning } from '../planning';

/** A top-level bullet of a section that can be split. */
export interface SectionBullet {
  /** As a reader sees it, without tags and dates. */
  readonly text: string;
  /** It has a todo of its own already, closed or not. */
  readonly isMarked: boolean;
  readonly isClosed: boolean;
  /** The path of its owner's role note, or null. */
  readonly owner: string | null;
  /** The lines on which its own words begin, behind what stands before its marker, and end: before a blank line, a nested list, or the section's tag line. */
  readonly first: TextLine;
  readonly last: TextLine;
}

/** The bullets of a section in their order: those of its own lists, not of callouts, without those that hold nothing. */
export function listBullets(planning: Planning, located: LocatedTodo): readonly SectionBullet[] {
  const { source, mark, all } = located;
  const { text, path } = source;
  const marked = new Map(
    all.flatMap(({ todo, mark: { place } }) =>
      todo.copy === null && place.kind === 'item' ? [[place.item, todo]] : [],
    ),
  );
  const { start: from, end: to } = mark.place;
  const isRoleLink = roleLinksFrom(planning.index, path);
  return source.items.flatMap(({ parent, position: { start, end } }, index): SectionBullet[] => {
    if (parent >= 0 || start.offset < from || start.offset >= to || source.sectionAt(start.offset)?.type !== 'list')
      return [];
    if (source.outline.copyAt(start.offset) !== null) return [];
    const lines = ownLines(source, isRoleLink, { start: start.offset, end: end.offset });
    const [first, below] = [lines[0], lines.at(-1)];
    if (!first || !below) return [];
    const until = below.end;
    const tags = source.tagsIn(start.offset, until);
    const words = partWithout(
      text,
      { start: start.offset, end: until },
      tags.map(({ position }) => spanOf(position)),
    );
    const plain = plainText(withoutDueDates(words.replace(ITEM_MARKER, '')).replace(/\s+/g, ' '));
    if (plain === '') return [];
    const own = marked.get(index);
    return [
      {
        text: plain,
        isMarked: own !== undefined,
        isClosed: own ? isClosed(own) : 'xX-'.includes(checkboxOf(text.slice(first.start, until))?.status ?? ' '),
        owner: soleRole(
          source.linksIn(start.offset, until).map(({ link }) => link),
          path,
          planning.index,
        ),
        first,
        last: lineAt(text, below.start),
      },
    ];
  });
}
