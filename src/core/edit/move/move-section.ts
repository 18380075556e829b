import { HEADING_MARKS } from '../../markdown/marks/line-marks';
import { isHeadingNamed } from '../../note/heading-marks';
import { LINE_ENDS, lineEndAt } from '../../note/line-end';
import { noteName } from '../../note/link-text';
import type { NoteSource } from '../../note/note-source';
import type { OutlineSection } from '../../note/outline';
import { isBlank, lineAt, linesBetween, nextLineStart, wholeLines, type TextLine } from '../../note/text-line';
import { changeNestedTag } from '../../todo/change-nested-tag';
import { openBlockAt } from '../../markdown/open-block';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import { editedPart } from '../../text/edited-part';
import type { Span, TextEdit } from '../../text/text-edit';
import { definitionsStart } from '../../link/definitions';
import type { LabelsThere } from '../../link/move-definitions';
import { blockBehind } from '../insert-responsibility';
import { readForWriting, type LocatedTodo } from '../locate-todo';
import type { Planning } from '../planning';
import { changeTodoTags } from '../actions/change-todo-tags';
import { moveText, type Move } from './move-text';

function overviewSection(source: NoteSource, name: string): OutlineSection | Refusal {
  const found = source.outline.own.filter(({ heading }) => isHeadingNamed(source.metadata, heading, name));
  const [section] = found;
  const page = noteName(source.path);
  if (!section)
    return refuse(`${page} has no heading “${name}” that could take the section. Add one, or name it in the settings.`);
  return found.length === 1
    ? section
    : refuse(
        `${page} has ${found.length} headings “${name}”. Rename all but one, so that it is clear where the section goes.`,
      );
}

/** The last line from `start` on that says something; the line at `start` itself when none does. Definitions at the note's end are the note's. */
function lastWritten(source: NoteSource, { start, end }: Span): TextLine {
  const { text } = source;
  const first = lineAt(text, start);
  const lines = linesBetween(text, first.start, Math.min(end, definitionsStart(source)));
  return [...lines].findLast((line) => !isBlank(text, line)) ?? first;
}

/** The edits that give every heading in the part another level; refuses what has none of that level. */
function relevel({ text, outline }: NoteSource, part: Span, by: number): TextEdit[] | Refusal {
  const edits: TextEdit[] = [];
  for (const { heading, start } of outline.own.filter((one) => one.start >= part.start && one.start < part.end)) {
    const level = heading.level + by;
    const hashes = HEADING_MARKS.exec(text.slice(start, heading.position.end.offset));
    if (by === 0) continue;
    if (level < 1 || level > 6)
      return refuse(`“${heading.heading}” would become a heading of level ${level}; there are six. Raise it first.`);
    if (!hashes)
      return refuse(
        `“${heading.heading}” is an underlined heading, whose level is not changed surely. Write it with # first.`,
      );
    const at = start + (hashes[1]?.length ?? 0);
    edits.push({ start: at, end: at + heading.level, insert: '#'.repeat(level), guards: [] });
  }
  return edits;
}

/** The edits that take away the blanks before the part's heading, which below a list would put it into that. */
function indentation({ text }: NoteSource, { start }: Span): TextEdit[] {
  const [blanks = ''] = /^ */.exec(text.slice(start, start + 4)) ?? [];
  return blanks === '' ? [] : [{ start, end: start + blanks.length, insert: '', guards: [] }];
}

/** Moves a todo's section, text and all, to the end of another phase page's Overview section, its headings' levels adapted. */
export async function moveSection(
  planning: Planning,
  located: LocatedTodo,
  page: string,
  there: LabelsThere,
  together: readonly Span[],
): Promise<Move | Refusal> {
  const { index, vault } = planning;
  const {
    source,
    name,
    mark: { place },
  } = located;
  if (place.kind !== 'section') return refuse(`“${name}” is no section.`);
  if (page === source.path) return refuse(`“${name}” stands in ${noteName(page)} already.`);
  const target = await readForWriting({ vault }, page);
  if (isRefusal(target)) return target;
  const overview = overviewSection(target, index.settings.overviewHeading);
  if (isRefusal(overview)) return overview;
  const part = { start: place.start, end: lastWritten(source, place).end };
  if (source.copies.some(({ start }) => start >= part.start && start < part.end))
    return refuse(`“${name}” holds a frozen copy, which is not moved. Rebuild its page first.`);
  const anchor = lastWritten(target, overview);
  const open =
    openBlockAt(source, Math.max(part.start, part.end - 1)) ??
    openBlockAt(target, Math.max(overview.start, anchor.start));
  if (open !== null) return refuse(`A block that begins in line ${open + 1} is not closed. Close it first.`);
  const levels = relevel(source, part, overview.heading.level + 1 - place.section.heading.level);
  if (isRefusal(levels)) return levels;
  const { tags, phases } = index.settings;
  // Its tag says nothing of a phase any more: its place does.
  const untied = changeTodoTags(located, (tag) => changeNestedTag(tags, phases, tag, null));
  if (isRefusal(untied)) return untied;
  const blanks = target.sectionAt(anchor.start)?.type === 'list' ? indentation(source, part) : [];
  const eol = lineEndAt(target.text, overview.start);
  const write = (links: readonly TextEdit[]): TextEdit => {
    const written = editedPart(source.text, part, [...blanks, ...levels, ...untied.edits, ...links]);
    return blockBehind(target, overview, anchor, written.replace(LINE_ENDS, eol));
  };
  // What stays below a definition's place must not become the paragraph above.
  const cut = { start: part.start, end: definitionsStart(source) < place.end ? part.end : nextPart(source.text, part) };
  const whole = cut.end === part.end ? wholeLines(source.text, part) : cut;
  return moveText(vault, { source, span: part, target, there, together, write, cut: { ...whole, insert: '' } });
}

/** Blank lines below the part go with it: those above stay between its neighbours. */
function nextPart(text: string, { end }: Span): number {
  let from = nextLineStart(text, lineAt(text, end));
  if (from <= end) return end;
  for (const line of linesBetween(text, from, text.length)) {
    if (!isBlank(text, line)) break;
    from = nextLineStart(text, line);
  }
  return from;
}
