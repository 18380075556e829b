import { BLOCK_ID, INLINE_FIELDS } from '../markdown/marks/span-marks';
import { ITEM_MARKER } from '../markdown/marks/line-marks';
import type { NoteSource } from '../note/note-source';
import type { TextLine } from '../note/text-line';
import { DATED, TASK_FIELDS } from './task-fields';

/** Answers whether a link path leads to a role note. */
export type IsRoleLink = (linkpath: string) => boolean;

/** Stands for a tag or role link that is taken out of a line, until the line's end has been looked at. */
const TAKEN = '\uE000';

/**
 * What may stand on a tag line besides tags and role links: comment marks, what the Tasks plugin writes, bracketed inline fields, and a
 * block id at the end.
 */
const EXTRAS = [DATED, TASK_FIELDS, INLINE_FIELDS, BLOCK_ID];

/** Brackets and stops that stay when what they went with is taken away: `([[Roles/SRE|SRE]])`, `#todo,`. */
const REMAINS = /[\uE000(),.;:!·]/g;

/** A line that begins with words, be it a bullet or a table's row, which no extra does: most are told by it. */
const WORDS = /^[\s\uE000,.;:!·|>*+-]*[a-z]/i;

const isNothing = (rest: string): boolean => rest.replace(REMAINS, ' ').trim() === '';

interface Answer extends TextLine {
  readonly isRoleLink: IsRoleLink;
  readonly isTagLine: boolean;
}

/** By note: the line that was asked about last. Each of a line's tags asks about it. */
const answers = new WeakMap<NoteSource, Answer>();

/**
 * Whether a line is a tag line: nothing remains when its tags, role links and the extras are taken away, and the markers of a quote or list.
 * Tags and links are those of the note's metadata.
 */
export function standsOnTagLine(source: NoteSource, isRoleLink: IsRoleLink, line: TextLine): boolean {
  const known = answers.get(source);
  if (known?.start === line.start && known.end === line.end && known.isRoleLink === isRoleLink) return known.isTagLine;
  const isTagLine = readTagLine(source, isRoleLink, line);
  answers.set(source, { start: line.start, end: line.end, isRoleLink, isTagLine });
  return isTagLine;
}

function readTagLine(source: NoteSource, isRoleLink: IsRoleLink, { start, end }: TextLine): boolean {
  const tags = source
    .tagsIn(start, end)
    .map(({ tag, position }) => ({ at: position.start.offset, length: tag.length }));
  const without = (taken: readonly { readonly at: number; readonly length: number }[]): string => {
    let rest = '';
    let from = start;
    for (const { at, length } of taken) {
      if (at < from) continue;
      rest += source.text.slice(from, at) + TAKEN;
      from = at + length;
    }
    return rest + source.text.slice(from, end);
  };
  let rest = without(tags);
  // Links begin with no word.
  if (WORDS.test(rest)) return false;
  const roles = source
    .linksIn(start, end)
    .flatMap(({ link, original, position }) =>
      isRoleLink(link) ? { at: position.start.offset, length: original.length } : [],
    );
  if (roles.length > 0) rest = without([...tags, ...roles].sort((a, b) => a.at - b.at));
  rest = rest
    .replace(ITEM_MARKER, '')
    .replace(/^[\s>]+/, '')
    .replaceAll('%%', ' ');
  // Most have no extras.
  if (isNothing(rest)) return true;
  for (const extra of EXTRAS) rest = rest.replace(extra, ' ');
  return isNothing(rest);
}
