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

/** Brackets, stops, dashes and marks that stay when what they went with is taken away: `([[Roles/SRE|SRE]])`, `**#todo** –`. */
const REMAINS = /[\uE000(),.;:!·–—*_~=-]/g;

/** A line that begins with words, be it a bullet, with a checkbox or without, or a table's row, which no extra does: most are told by it. */
const WORDS = /^[\s\uE000,.;:!·–—|>*_~=+-]*(?:\[.\]\s+)?[a-z]/i;

const isNothing = (rest: string): boolean => rest.replace(REMAINS, ' ').trim() === '';

interface Answer {
  readonly end: number;
  readonly isRoleLink: IsRoleLink;
  readonly isTagLine: boolean;
}

/** By note, then by where the line begins. Each of a line's tags asks about it, and who reads what it marks asks again. */
const answers = new WeakMap<NoteSource, Map<number, Answer>>();
const MOST_ANSWERS = 1000;

/**
 * Whether a line is a tag line: nothing remains when its tags, role links and the extras are taken away, and the markers of a quote or list.
 * Tags and links are those of the note's metadata.
 */
export function standsOnTagLine(source: NoteSource, isRoleLink: IsRoleLink, line: TextLine): boolean {
  const { start, end } = line;
  const text = source.text.slice(start, end);
  if (WORDS.test(text)) return false;
  const ofNote = answers.get(source) ?? new Map<number, Answer>();
  const known = ofNote.get(start);
  if (known?.end === end && known.isRoleLink === isRoleLink) return known.isTagLine;
  const isTagLine = readTagLine(source, isRoleLink, line, text);
  if (ofNote.size === 0) answers.set(source, ofNote);
  if (ofNote.size >= MOST_ANSWERS) ofNote.clear();
  ofNote.set(start, { end, isRoleLink, isTagLine });
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

function readTagLine(source: NoteSource, isRoleLink: IsRoleLink, { start, end }: TextLine, line: string): boolean {
  const tagged = source.tagsIn(start, end);
  // Most hold a tag and nothing else.
  if (tagged[0]?.tag.length === line.trim().length) return true;
  const taken: Span[] = [];
  for (const { tag, position } of tagged) {
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
