import { HEADING_MARKS, ITEM_MARKER } from '../markdown/marks/line-marks';
import { headingKey } from '../note/heading-key';
import { LINE_ENDS, lineEndAt } from '../note/line-end';
import { itemEnd } from '../note/list-items';
import type { NoteSource } from '../note/note-source';
import type { OutlineSection } from '../note/outline';
import { isBlank, lineAfter, lineAt, linesBetween, nextLineStart, type TextLine } from '../note/text-line';
import { openBlockAt } from '../markdown/open-block';
import { readMarkdown } from '../markdown/read-markdown';
import type { OperationsIndex } from '../index/operations-index';
import { tagPlace } from '../todo/tag-place';
import { standsOnTagLine, type IsRoleLink } from '../todo/tag-line';
import { isRefusal, refuse, type Refusal } from '../text/refusal';
import type { TextEdit } from '../text/text-edit';
import { roleLinksFrom } from './planning';
import { definitionsStart } from '../link/definitions';
import { responsibilitiesSection } from './responsibilities-section';

/**
 * What is to stand under Responsibilities: a bullet's text, or a sub-heading with the lines below it, neither with its marker; or a bullet that
 * comes from elsewhere, whose lines are written for the beginning it gets here: indentation, marker, and a checkbox where the list has them.
 */
export type NewResponsibility =
  | { readonly kind: 'moved'; readonly write: (beginning: string) => string }
  | { readonly kind: 'bullet'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly body: string };

/** The page that something new goes into. */
interface Page {
  readonly source: NoteSource;
  readonly isRoleLink: IsRoleLink;
}

/** The UTF-16 offset at which an item begins. */
const itemStart = ({ items }: NoteSource, item: number): number => items[item]?.position.start.offset ?? 0;

/** Whether the line closes the section: a tag line whose tag marks the section (or the note), not a bullet or a paragraph. */
function closesSection({ source, isRoleLink }: Page, line: TextLine): boolean {
  const tags = source.tagsIn(line.start, line.end);
  return (
    tags.length > 0 &&
    standsOnTagLine(source, isRoleLink, line) &&
    tags.every((tag) => ['section', 'note'].includes(tagPlace(source, isRoleLink, tag).kind))
  );
}

/** The last line in `[from, to)` that `isSkipped` does not pass over, or null. */
function lastLine(
  source: NoteSource,
  from: number,
  to: number,
  isSkipped: (line: TextLine) => boolean,
): TextLine | null {
  return [...linesBetween(source.text, from, to)].findLast((line) => !isSkipped(line)) ?? null;
}

const isRule = (source: NoteSource, line: TextLine): boolean => source.sectionAt(line.start)?.type === 'thematicBreak';

/** The last line of a list item with all that is nested in it; a tag line that closes the section is none of it, though the parser says so. */
export function lastLineOfItem(source: NoteSource, isRoleLink: IsRoleLink, item: number): TextLine {
  const first = lineAt(source.text, itemStart(source, item));
  const isOutside = (line: TextLine): boolean =>
    line.start > first.start && (isBlank(source.text, line) || closesSection({ source, isRoleLink }, line));
  return lastLine(source, first.start, itemEnd(source, item), isOutside) ?? first;
}

/** An insertion behind `anchor`, guarded by the section's heading and that line. */
function insertBehind(source: NoteSource, section: OutlineSection, anchor: TextLine, insert: string): TextEdit {
  const heading = lineAt(source.text, section.start);
  const guards = heading.start === anchor.start ? [heading] : [heading, anchor];
  return { start: anchor.end, end: anchor.end, insert, guards: guards.filter(({ start, end }) => start < end) };
}

/** An insertion of a block behind a line of a section, with blank lines around it. */
export function blockBehind(source: NoteSource, section: OutlineSection, anchor: TextLine, block: string): TextEdit {
  const { text } = source;
  const eol = lineEndAt(text, section.start);
  const next = lineAfter(text, anchor);
  const isLast = next.start <= anchor.start || isBlank(text, next);
  return insertBehind(source, section, anchor, eol + eol + block + (isLast ? '' : eol));
}

/** The next bullet's beginning, alike to the item's: its indentation, marker or next number, gap and open checkbox. */
function nextMarker(source: NoteSource, item: number, before: number | undefined): string {
  const read = (index: number): RegExpExecArray | null => {
    const line = lineAt(source.text, itemStart(source, index));
    return ITEM_MARKER.exec(source.text.slice(line.start, line.end));
  };
  const [, indentation = '', marker = '-', number, gap = ''] = read(item) ?? [];
  // `1.` on every line is a habit of its own: the renderer counts.
  const isConstant = before !== undefined && read(before)?.[3] === number;
  const next = number === undefined ? marker : `${isConstant ? number : Number(number) + 1}${marker.slice(-1)}`;
  const box = source.items[item]?.task === undefined ? '' : '[ ] ';
  return indentation + next + (gap === '' || gap.length > 4 ? ' ' : gap) + box;
}

/** Whether a tag line right below would not close the list any more: an indented one would mark a bullet nested in the new one, any would part its id from its end. */
function takesNextLine(bullet: string, isIndented: boolean): boolean {
  const { listItems = [] } = readMarkdown(bullet).metadata;
  return (isIndented && listItems.length > 1) || listItems.some(({ id }) => id !== undefined);
}

/** The bullets of a section's own list, as indices: all of them, and those that are no tag line closing it; and where its own text ends. */
interface OwnBullets {
  readonly roots: readonly number[];
  readonly speaking: readonly number[];
  readonly end: number;
}

/** Sections live as long as the reading of their note; many bullets may come to one. */
const bulletsIn = new WeakMap<OutlineSection, OwnBullets>();

function ownBullets(page: Page, section: OutlineSection): OwnBullets {
  const known = bulletsIn.get(section);
  if (known) return known;
  const { source } = page;
  const from = section.heading.position.end.offset;
  const end =
    source.outline.own.find(({ start }) => start > section.start && start < section.end)?.start ?? section.end;
  const roots = source.items.flatMap(({ parent, position: { start } }, index) =>
    parent < 0 &&
    start.offset >= from &&
    start.offset < end &&
    source.outline.copyAt(start.offset) === null &&
    source.sectionAt(start.offset)?.type === 'list'
      ? [index]
      : [],
  );
  const speaking = roots.filter((item) => !closesSection(page, lineAt(source.text, itemStart(source, item))));
  const found = { roots, speaking, end };
  bulletsIn.set(section, found);
  return found;
}

/**
 * The last line that says something from below a section's heading up to `until`, or null; refused where it is in a block that takes in what follows.
 * Definitions at the note's end are the note's.
 */
function lastWritten(
  source: NoteSource,
  { heading }: OutlineSection,
  until: number,
  isSkipped: (line: TextLine) => boolean,
): { readonly line: TextLine | null } | Refusal {
  const below = nextLineStart(source.text, lineAt(source.text, heading.position.end.offset));
  const line = lastLine(
    source,
    below,
    Math.min(until, definitionsStart(source)),
    (one) => isBlank(source.text, one) || isSkipped(one),
  );
  const open = line && openBlockAt(source, line.start);
  return open === null
    ? { line }
    : refuse(`The block that begins in line ${open + 1} is not closed, so all below it is part of it. Close it first.`);
}

function insertBullet(page: Page, section: OutlineSection, write: (beginning: string) => string): TextEdit | Refusal {
  const { source } = page;
  const { text } = source;
  const { roots, speaking, end } = ownBullets(page, section);
  const last = speaking.at(-1);
  const eol = lineEndAt(text, section.start);
  if (last !== undefined) {
    const first = lineAt(text, itemStart(source, last));
    const anchor = lastLineOfItem(source, page.isRoleLink, last);
    const above = speaking.at(-2);
    const isLoose =
      above !== undefined &&
      source.sectionAt(itemStart(source, above)) === source.sectionAt(itemStart(source, last)) &&
      isBlank(text, lineAt(text, first.start - eol.length));
    const added = write(nextMarker(source, last, above));
    const below = lineAfter(text, anchor);
    const joins =
      below.start > anchor.start &&
      closesSection(page, below) &&
      takesNextLine(added, /\s/.test(text[below.start] ?? ''));
    return insertBehind(source, section, anchor, (isLoose ? eol : '') + eol + added + (joins ? eol : ''));
  }
  const onlyTags = roots[0];
  const until = onlyTags === undefined ? end : lineAt(text, itemStart(source, onlyTags)).start;
  const written = lastWritten(
    source,
    section,
    until,
    (line) => onlyTags === undefined && (isRule(source, line) || closesSection(page, line)),
  );
  if (isRefusal(written)) return written;
  const anchor = written.line ?? lineAt(text, section.heading.position.end.offset);
  const next = lineAfter(text, anchor);
  const isSafe = next.start <= anchor.start || isBlank(text, next) || next.start >= until || closesSection(page, next);
  const setext = startsSetext(
    source,
    [...linesBetween(text, next.start, text.length)].find((line) => !isBlank(text, line)) ?? next,
  );
  // An underlined heading may be indented by three, as far as a bullet's own text with a single blank behind the marker.
  const marker = onlyTags !== undefined ? nextMarker(source, onlyTags, undefined) : setext ? '-   ' : '- ';
  const insert = (written.line ? eol : '') + eol + write(marker) + (isSafe && !setext ? '' : eol);
  return insertBehind(source, section, anchor, insert);
}

/** Whether the line is the text of an underlined heading, which a bullet right above would swallow. */
function startsSetext(source: NoteSource, line: TextLine): boolean {
  return (
    source.outline.own.some(({ start }) => start >= line.start && start < line.end) &&
    !HEADING_MARKS.test(source.text.slice(line.start, line.end))
  );
}

/** The edit that puts a sub-heading with text below it at the end of a section. `text` has no hashes; `body` may have several lines. */
export function insertSubHeading(
  source: NoteSource,
  section: OutlineSection,
  text: string,
  body: string,
): TextEdit | Refusal {
  const inside = source.outline.own.filter(({ start }) => start > section.start && start < section.end);
  const least = inside.reduce((level, { heading }) => Math.min(level, heading.level), Infinity);
  const level = least === Infinity ? section.heading.level + 1 : least;
  if (level > 6)
    return refuse(
      `“${section.heading.heading}” is a heading of the sixth level: none fits below it. Raise it, or add a bullet.`,
    );
  if (inside.some(({ heading }) => headingKey(heading.heading) === headingKey(text)))
    return refuse(`There is a heading “${text}” under “${section.heading.heading}” already.`);
  const written = lastWritten(source, section, section.end, (line) => isRule(source, line));
  if (isRefusal(written)) return written;
  const anchor = written.line ?? lineAt(source.text, section.heading.position.end.offset);
  return blockBehind(
    source,
    section,
    anchor,
    [`${'#'.repeat(level)} ${text}`, '', ...body.split(LINE_ENDS)].join(lineEndAt(source.text, section.start)),
  );
}

/**
 * The edit that puts something new under a page's Responsibilities: a bullet behind the last top-level
 * bullet, in its marker and indentation and above a closing tag line, because below it list and tag would part; a sub-heading at the
 * section's end, below the tag line. Refuses when the page has no such section, or several. The text is one line.
 */
export function insertResponsibility(
  index: Pick<OperationsIndex, 'settings' | 'isRoleLink'>,
  source: NoteSource,
  added: NewResponsibility,
): TextEdit | Refusal {
  const section = responsibilitiesSection(source, index.settings.responsibilitiesHeading);
  if (isRefusal(section)) return section;
  const page = { source, isRoleLink: roleLinksFrom(index, source.path) };
  if (added.kind === 'moved') return insertBullet(page, section, added.write);
  const text = added.text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  if (text === '') return refuse('There is nothing to add: a responsibility needs some words.');
  return added.kind === 'bullet'
    ? insertBullet(page, section, (beginning) => beginning + text)
    : insertSubHeading(source, section, text, added.body);
}
