import { BLOCK_ID, INLINE_FIELDS } from '../markdown/marks/span-marks';
import { ITEM_MARKER } from '../markdown/marks/line-marks';
import type { NoteSource } from '../note/note-source';
import type { TextLine } from '../note/text-line';
import type { Span } from '../text/text-edit';
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

const byStart = (a: Span, b: Span): number => a.start - b.start;

/** The line with something in the place of what is taken out of it. */
function without(line: string, taken: readonly Span[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of taken) {
    if (start < from) continue;
    rest += line.slice(from, start) + TAKEN;
    from = end;
  }
  return rest + line.slice(from);
}

function readTagLine(source: NoteSource, isRoleLink: IsRoleLink, { start, end }: TextLine): boolean {
  const line = source.text.slice(start, end);
  if (WORDS.test(line)) return false;
  const taken: Span[] = [];
  for (const { tag, position } of source.tagsIn(start, end)) {
    const at = position.start.offset - start;
    taken.push({ start: at, end: at + tag.length });
  }
  let rest = without(line, taken);
  // Links begin with no word.
  if (WORDS.test(rest)) return false;
  const tags = taken.length;
  for (const { link, original, position } of source.linksIn(start, end)) {
    const at = position.start.offset - start;
    if (isRoleLink(link)) taken.push({ start: at, end: at + original.length });
  }
  if (taken.length > tags) rest = without(line, taken.sort(byStart));
  rest = rest
    .replace(ITEM_MARKER, '')
    .replace(/^[\s>]+/, '')
    .replaceAll('%%', ' ');
  // Most have no extras.
  if (isNothing(rest)) return true;
  for (const extra of EXTRAS) rest = rest.replace(extra, ' ');
  return isNothing(rest);
}
