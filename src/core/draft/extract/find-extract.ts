import { BLOCK_ID } from '../../markdown/marks/span-marks';
import { ITEM_MARKER, OTHER_BLOCK } from '../../markdown/marks/line-marks';
import { readMarkdown } from '../../markdown/read-markdown';
import { refuse, type Refusal } from '../../text/refusal';
import type { Span } from '../../text/text-edit';
import { lastLineOfItem } from '../../edit/insert-responsibility';
import { todosInSource } from '../../edit/locate-todo';
import { roleLinksFrom, type Planning } from '../../edit/planning';
import { isLinkLeftEmpty, refuseLinkText } from '../../edit/tags/only-link-text';
import { definitionsOf, definitionsStart, usesOf } from '../../link/definitions';
import { isHeadingNamed, readHeadingMark } from '../../note/heading-marks';
import { descendantsEnd } from '../../note/list-items';
import { noteName, splitLink } from '../../note/link-text';
import type { TagMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import type { OutlineSection } from '../../note/outline';
import { plainText } from '../../markdown/plain-text';
import { isBlank, lineAt, linesBetween, nextLineStart, type TextLine } from '../../note/text-line';
import { standsOnTagLine } from '../../todo/tag-line';
import type { TagPlace } from '../../todo/tag-place';
import { headingTitle } from '../../todo/todo-title';
import { summaryHeading } from '../page-headings';
import { cutText } from './extract-text';
import type { BulletExtract, CutSpan, Extract, SectionExtract } from './extract';
import { stripTodo, type StrippedTodo } from './strip-todo';

/** The tags of the todo of a bullet or a section, wherever they stand in it. */
const ownTags = (planning: Planning, source: NoteSource, isIt: (place: TagPlace) => boolean): readonly TagMetadata[] =>
  todosInSource(planning, source).find(({ mark: { place } }) => isIt(place))?.mark.bodyTags ?? [];

const linesWith = (lines: readonly TextLine[], tags: readonly TagMetadata[]): TextLine[] =>
  lines.filter((line) => tags.some(({ position: { start } }) => start.offset >= line.start && start.offset < line.end));

/** What goes from lines of whose todo this is told; a line whole when it says nothing else. */
const goneFrom = (source: NoteSource, lines: readonly TextLine[], told: readonly StrippedTodo[]): Span[] =>
  lines.flatMap((line, at) => {
    const { spans } = told[at] ?? { spans: [] };
    return cutText(source, { ...line, without: spans }).trim() === ''
      ? [{ start: line.start, end: nextLineStart(source.text, line) }]
      : [...spans];
  });

const together = (told: readonly StrippedTodo[]): StrippedTodo['todo'] => ({
  tags: told.flatMap(({ todo }) => todo.tags),
  isHidden: told.some(({ todo }) => todo.isHidden),
  due: told.find(({ todo }) => todo.due !== null)?.todo.due ?? null,
  owner: told.find(({ todo }) => todo.owner !== null)?.todo.owner ?? null,
});

/** The lines but for what goes from them; null when nothing is left. */
function leftOf({ text }: NoteSource, lines: readonly TextLine[], without: readonly Span[]): CutSpan | null {
  const written = lines.filter(
    (line) => !without.some(({ start, end }) => start <= line.start && line.end < end) && !isBlank(text, line),
  );
  const [first, last] = [written[0], written.at(-1)];
  return first && last ? { start: first.start, end: last.end, without } : null;
}

function readBullet(planning: Planning, source: NoteSource, item: number): BulletExtract | Refusal {
  const { index } = planning;
  const { text, items } = source;
  const isRoleLink = roleLinksFrom(index, source.path);
  const at = items[item]?.position.start.offset ?? 0;
  const first = lineAt(text, at);
  const last = lastLineOfItem(source, isRoleLink, item);
  const marker = ITEM_MARKER.exec(text.slice(first.start, first.end))?.[0] ?? '';
  const child = items[item + 1];
  const nested =
    child && descendantsEnd(items, item) > item + 1 ? lineAt(text, child.position.start.offset).start : Infinity;
  // The sentence goes on until a blank line, the first nested bullet, or a line that is no part of a paragraph.
  let end = first;
  for (const line of linesBetween(text, nextLineStart(text, first), Math.min(nested, last.end))) {
    const written = text.slice(line.start, line.end);
    if (written.trim() === '' || OTHER_BLOCK.test(written)) break;
    end = line;
  }
  const lines = { start: first.start + marker.length, end: end.end };
  const written = text.slice(lines.start, lines.end);
  const told = stripTodo(index, source, lines);
  // Its tag may stand in another of its paragraphs.
  const below = [...linesBetween(text, nextLineStart(text, end), last.end)];
  const tags = ownTags(planning, source, (place) => place.kind === 'item' && place.item === item);
  const tagged = end.end < last.end ? linesWith(below, tags) : [];
  const toldBelow = tagged.map((line) => stripTodo(index, source, line));
  const idAt = BLOCK_ID.exec(written)?.index ?? written.length;
  const blockId = written.slice(idAt).trimEnd();
  const sentence = { start: lines.start, end: lines.start + idAt, without: told.spans };
  const words = plainText(cutText(source, sentence).replace(/\s+/g, ' '));
  if (words === '')
    return refuse(
      `The bullet in line ${(items[item]?.position.start.line ?? 0) + 1} of ${noteName(source.path)} has no words to make a note of.`,
    );
  const status = items[item]?.task;
  return {
    kind: 'bullet',
    span: { start: first.start, end: last.end },
    words,
    todo: { ...together([told, ...toldBelow]), isDone: status === 'x' || status === 'X' || status === '-' },
    marker,
    sentence,
    rest: end.end < last.end ? leftOf(source, below, goneFrom(source, tagged, toldBelow)) : null,
    blockId,
  };
}

/** Why the section is no responsibility: it is part of what makes the page a phase page or the overview. */
function phasePageSectionProblem(
  { index, vault }: Planning,
  source: NoteSource,
  section: OutlineSection,
): Refusal | null {
  const { overviewHeading, responsibilitiesHeading } = index.settings;
  const { phaseByPage, overview } = index.lifecycle;
  const phase = phaseByPage.get(source.path);
  const mark = readHeadingMark(source.metadata, section.heading);
  const isNamed = [overviewHeading, responsibilitiesHeading].some((name) =>
    isHeadingNamed(source.metadata, section.heading, name),
  );
  if (phase && (isNamed || summaryHeading(source, phase) === section.heading))
    return refuse(
      `“${section.heading.heading}” is part of what makes ${noteName(source.path)} a phase page. Put the cursor on one of its bullets.`,
    );
  const target = mark.link === null ? null : vault.resolve(splitLink(mark.link).path, source.path);
  if (source.path === overview && target !== null && phaseByPage.has(target))
    return refuse(
      `“${plainText(section.heading.heading)}” shows a phase page. Turn one of that page’s bullets into a note instead.`,
    );
  return null;
}

/** What no name of a note holds. */
const BESIDE = new Set(['comment', 'footnote-reference', 'inline-footnote', 'tag']);

/** The words of a heading that says more than its note's name can: a comment, a link, a field, another tag. Null when it does not. */
function besideHeading(source: NoteSource, { heading }: OutlineSection, going: readonly Span[]): CutSpan | null {
  const { start, end } = heading.position;
  const from = source.text.indexOf(heading.heading, start.offset);
  if (from < 0 || heading.heading === '') return null;
  const words = { start: from, end: from + heading.heading.length };
  const moved = { ...words, without: going.filter((span) => span.start >= words.start && span.end <= words.end) };
  const written = cutText(source, moved);
  const isInside = (at: number): boolean => at >= start.offset && at < end.offset;
  const { links = [], embeds = [] } = source.metadata;
  return [...links, ...embeds].some(({ position }) => isInside(position.start.offset)) ||
    usesOf(source, new Set(definitionsOf(source).map(({ key }) => key))).some(({ at }) => isInside(at)) ||
    written.includes('::') ||
    readMarkdown(written).spans.some(
      (span) => BESIDE.has(span.kind) || (span.kind === 'html' && written.startsWith('<!--', span.start)),
    )
    ? moved
    : null;
}

function readSection(planning: Planning, source: NoteSource, section: OutlineSection): SectionExtract | Refusal {
  const { index } = planning;
  const problem = phasePageSectionProblem(planning, source, section);
  if (problem) return problem;
  const { text } = source;
  const isRoleLink = roleLinksFrom(index, source.path);
  if (source.copies.some(({ start }) => start >= section.start && start < section.end))
    return refuse(
      `“${plainText(section.heading.heading)}” holds a frozen copy: turn that back into a transclusion first.`,
    );
  const heading = {
    start: lineAt(text, section.start).start,
    end: lineAt(text, section.heading.position.end.offset).end,
  };
  // Definitions at the note's end are the note's.
  const lines = [
    ...linesBetween(
      text,
      nextLineStart(text, { start: heading.start, end: heading.end }),
      Math.min(section.end, definitionsStart(source)),
    ),
  ];
  // A tag line below a bullet can be that bullet's: it goes along with it.
  const tags = ownTags(planning, source, (place) => place.kind === 'section' && place.start === section.start);
  const tagLines = linesWith(lines, tags).filter((line) => standsOnTagLine(source, isRoleLink, line));
  const carriers = [heading, ...tagLines].map((line) => stripTodo(index, source, line));
  const words = headingTitle(source, section.heading);
  if (words === '')
    return refuse(
      `The heading in line ${section.heading.position.start.line + 1} of ${noteName(source.path)} has no words to name a note by.`,
    );
  const end = Math.max(heading.end, ...lines.filter((line) => !isBlank(text, line)).map((line) => line.end));
  return {
    kind: 'section',
    section,
    span: { start: heading.start, end },
    words,
    todo: { ...together(carriers), isDone: false },
    // What else stands beside the tag goes along: other tags, fields, comments, links.
    rest: leftOf(source, lines, goneFrom(source, tagLines, carriers.slice(1))),
    beside: besideHeading(source, section, carriers[0]?.spans ?? []),
  };
}

/** The bullet or section that a 0-based line belongs to: the innermost bullet, else the innermost section. */
export function findExtract(planning: Planning, source: NoteSource, line: number): Extract | Refusal {
  const found = readExtract(planning, source, line);
  if ('refusal' in found) return found;
  const { sentence, beside, rest } = { sentence: null, beside: null, ...found };
  const gone = [sentence, beside, rest].flatMap((part) => part?.without ?? []);
  return gone.some(({ start }) => isLinkLeftEmpty(source.text, lineAt(source.text, start), gone))
    ? refuseLinkText(found.words)
    : found;
}

function readExtract(planning: Planning, source: NoteSource, line: number): Extract | Refusal {
  const offsets = [...linesBetween(source.text, 0, source.text.length)];
  const at = offsets[line];
  if (!at) return refuse(`${noteName(source.path)} has no line ${line + 1}.`);
  if (source.outline.copyAt(at.start) !== null || source.outline.isWrapping(at.start))
    return refuse('A frozen copy: rebuild its page first.');
  if (at.start < source.bodyStart)
    return refuse(
      `Line ${line + 1} of ${noteName(source.path)} is one of its properties. Give the line of a bullet or a section.`,
    );
  const isRoleLink = roleLinksFrom(planning.index, source.path);
  let item = -1;
  for (const [candidate, { position }] of source.items.entries()) {
    if (
      source.sectionAt(position.start.offset)?.type !== 'list' ||
      source.outline.copyAt(position.start.offset) !== null
    )
      continue;
    const first = lineAt(source.text, position.start.offset);
    if (first.start <= at.start && at.start <= lastLineOfItem(source, isRoleLink, candidate).start) item = candidate;
  }
  if (item >= 0) return readBullet(planning, source, item);
  const section =
    source.outline.sectionAt(at.start) ??
    source.outline.own.find(({ start }) => start >= at.start && start <= at.end) ??
    null;
  if (!section) return refuse(`There is no bullet and no section in line ${line + 1} of ${noteName(source.path)}.`);
  return readSection(planning, source, section);
}
