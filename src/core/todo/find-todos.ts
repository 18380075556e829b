import { isCommented } from '../note/comment-place';
import { noteName } from '../note/link-text';
import { isEmptyItem } from '../note/list-items';
import { ENTRIES_A_STEP, lastStartingBy, startOf } from '../note/by-position';
import type { NoteMetadata, SectionMetadata, TagMetadata } from '../note/note-metadata';
import { openNoteSource, type NoteSource } from '../note/note-source';
import { plainText } from '../markdown/plain-text';
import { isInSnapshot } from '../note/snapshots';
import { oncePer } from '../note/once-per';
import { propertyOf } from '../note/property-of';
import { tableCells } from '../note/table-cells';
import { lineAt, linesBetween, type TextLine } from '../note/text-line';
import type { Settings } from '../settings/settings';
import { dueDateIn, dueDateOfProperty } from './due-date';
import { excerptLines, excerptOf, type ExcerptReader } from './excerpt';
import { frontmatterTags, tagsKeyLine } from './frontmatter-tags';
import { tagPlace, type TagPlace } from './tag-place';
import { isFinishedTask } from './task-fields';
import { standsOnTagLine, type IsRoleLink } from './tag-line';
import { FoundTodo } from './found-todo';
import { runToEnd } from '../note/run-to-end';
import { headingChain, todoTitle } from './todo-title';
import { isTodoTag, readNestedTag, type NestedTag } from './todo-tags';

/** Tags that mark the same range: one todo. */
export interface Mark {
  readonly place: TagPlace;
  /** In the order of the note; those of the frontmatter first. */
  readonly tags: { readonly tag: string; readonly line: number; readonly offset: number }[];
  readonly bodyTags: TagMetadata[];
}

type IsRoleLinkIn = (link: string, source: string) => boolean;

interface FindTodos extends ExcerptReader {
  /** The same for what is read later, when the reading's own questions are no matter any more; absent: no other. */
  readonly isRoleLater?: IsRoleLinkIn;
}

/** So many todos are read between two looks of the caller at the clock. */
const TODOS_A_STEP = 100;

/** What a tag of the frontmatter marks. */
const noteOf = ({ bodyStart, text }: NoteSource): TagPlace => ({ kind: 'note', start: bodyStart, end: text.length });

function markAt(marks: Map<string, Mark>, place: TagPlace): Mark {
  const key = `${place.kind} ${place.start} ${place.end}`;
  const known = marks.get(key);
  if (known) return known;
  const mark: Mark = { place, tags: [], bodyTags: [] };
  marks.set(key, mark);
  return mark;
}

function* collectMarks({ source, settings, isRoleLink }: FindTodos): Generator<void, Mark[]> {
  const marks = new Map<string, Mark>();
  const inFrontmatter = frontmatterTags(source.metadata.frontmatter).filter((tag) => isTodoTag(settings.tags, tag));
  if (inFrontmatter.length > 0) {
    const key = tagsKeyLine(source);
    const mark = markAt(marks, noteOf(source));
    for (const tag of inFrontmatter) mark.tags.push({ tag, ...key });
  }
  for (const tag of source.tagsIn(0, source.text.length)) {
    const at = tag.position.start.offset;
    if (!isTodoTag(settings.tags, tag.tag) || source.outline.isWrapping(at) || isInSnapshot(source.snapshots, at))
      continue;
    const mark = markAt(marks, tagPlace(source, isRoleLink, tag));
    mark.tags.push({ tag: tag.tag, line: tag.position.start.line, offset: at });
    mark.bodyTags.push(tag);
    if (marks.size % TODOS_A_STEP === 0) yield;
  }
  return [...marks.values()].sort(byStart);
}

/** The UTF-16 offset of a mark's first tag. */
export const startOfMark = ({ tags }: Mark): number => tags[0]?.offset ?? 0;

const byStart = (a: Mark, b: Mark): number => startOfMark(a) - startOfMark(b);

/** What the note's tags mark, in the order of the first of them: all that costs more of a todo is left unread. */
export const findMarks = (find: FindTodos): readonly Mark[] => runToEnd(collectMarks(find));

/** The lines on which a todo's due date and owner may stand: a bullet's own text, a block's, or the lines that hold the tag. */
export function carriers(
  { source, isRoleLink }: Pick<FindTodos, 'source' | 'isRoleLink'>,
  { place, bodyTags }: Mark,
): TextLine[] {
  const item = place.kind === 'item' ? source.items[place.item] : undefined;
  if (place.kind === 'block') return [{ start: place.start, end: place.end }];
  const tagged: TextLine[] = [];
  for (const tag of bodyTags) {
    const line = source.lineAt(startOf(tag));
    if (line !== tagged.at(-1)) tagged.push(line);
  }
  if (!item) return tagged;
  const [first, ...others] = linesBetween(source.text, item.position.start.offset, item.position.end.offset);
  const starts = new Set(others.length === 0 ? NONE : tagged.map(({ start }) => start));
  // A section's tag line below the list is, to the parser, part of its last item.
  const own = others.filter((line) => starts.has(line.start) || !standsOnTagLine(source, isRoleLink, line));
  return first ? [first, ...own] : own;
}

const NONE: readonly never[] = [];

/** The links on the lines that are no headings. */
function linksOn(source: NoteSource, lines: readonly TextLine[]): readonly string[] {
  const links: string[] = [];
  for (const { start, end } of lines)
    if (source.sectionAt(start)?.type !== 'heading')
      for (const { link } of source.linksIn(start, end)) links.push(link);
  // A list that has grown holds room for sixteen: `slice` takes what is there.
  return links.length === 0 ? NONE : links.slice();
}

/** A mark's tags, and what is nested in them. */
interface ReadTags extends NestedTag {
  readonly tags: readonly string[];
}

/** Most todos of a vault have the same few tags: they are read once for all that are alike. */
const readTags = oncePer((_settings: Settings) => new Map<string, ReadTags>());
const MOST_TAG_LISTS = 500;

function tagsOf(settings: Settings, tags: readonly string[]): ReadTags {
  const key = tags.join(' ');
  const all = readTags(settings);
  const known = all.get(key);
  if (known) return known;
  const nested = tags.map((tag) => readNestedTag(settings.tags, settings.phases, tag));
  const first = (part: keyof NestedTag): string | null => nested.find((one) => one[part] !== null)?.[part] ?? null;
  const read = { tags, phase: first('phase'), state: first('state'), unknownPhase: first('unknownPhase') };
  if (all.size >= MOST_TAG_LISTS) all.clear();
  all.set(key, read);
  return read;
}

/** The tags beside a todo's own. */
function otherTags({ source, settings }: Reading, { place }: Mark, lines: readonly TextLine[]): readonly string[] {
  const tags = place.kind === 'note' ? [...frontmatterTags(source.metadata.frontmatter)] : [];
  for (const { start, end } of place.kind === 'section' ? [source.lineAt(place.start), ...lines] : lines)
    for (const { tag } of source.tagsIn(start, end)) tags.push(tag);
  const others = new Set<string>();
  for (const tag of tags) if (!isTodoTag(settings.tags, tag)) others.add(tag);
  return others.size === 0 ? NONE : tagsOf(settings, [...others]).tags;
}

/** What a note's todos are told by; one for all of them. */
interface Reading extends FindTodos {
  /** Where the top-level bullets begin that say something. */
  readonly bullets: readonly number[];
  readonly kept: KeptNote;
}

/** The notes whose excerpts are being asked for, by their metadata: cards beside each other are of many notes. Dropped when the asking pauses, so that they outlive no index. */
const opened = new Map<NoteMetadata, NoteSource>();

/** More are not kept open at once. */
const MOST_OPEN = 500;

function openForExcerpts(path: string, text: string, metadata: NoteMetadata): NoteSource {
  const known = opened.get(metadata);
  if (known?.text === text) return known;
  if (opened.size === 0) queueMicrotask(() => opened.clear());
  if (opened.size >= MOST_OPEN) opened.clear();
  const source = openNoteSource(path, text, metadata);
  opened.set(metadata, source);
  return source;
}

/** What is kept of a note for the excerpts of its todos: text and metadata, of which the rest is made again when somebody asks. */
class KeptNote {
  constructor(
    private readonly path: string,
    private readonly text: string,
    private readonly metadata: NoteMetadata,
    private readonly settings: Settings,
    private readonly isRoleLink: IsRoleLinkIn,
  ) {}

  /** What the todo at the offset of its first tag marks is found again: kept, it would take more room than all else of it. */
  excerpt({ offset }: FoundTodo): string {
    const { path, settings } = this;
    const source = openForExcerpts(path, this.text, this.metadata);
    const isRoleLink: IsRoleLink = (link) => this.isRoleLink(link, path);
    const [tag] = source.tagsIn(offset, offset + 1);
    const place = tag ? tagPlace(source, isRoleLink, tag) : noteOf(source);
    return excerptOf({ source, isRoleLink, settings }, place);
  }
}

/** A todo as it is read. Its excerpt is made when somebody asks: only a card in sight does, and the search of a filter. */
class ReadTodo extends FoundTodo {
  // Counted when all of the note's are read.
  declare ordinal: number;
  declare duplicates: number;
  declare duplicateIndex: number;
  readonly #note: KeptNote;
  #excerpt: string | null = null;

  constructor(reading: Reading, mark: Mark) {
    super(readTodo(reading, mark));
    this.#note = reading.kept;
  }

  override get excerpt(): string {
    return (this.#excerpt ??= this.#note.excerpt(this));
  }
}

/** All but its place among equals, and its excerpt. */
function readTodo(
  reading: Reading,
  mark: Mark,
): Omit<FoundTodo, 'excerpt' | 'ordinal' | 'duplicates' | 'duplicateIndex'> {
  const { source, settings } = reading;
  const { place } = mark;
  const first = mark.tags[0] ?? { tag: '', line: 0, offset: 0 };
  const at = mark.bodyTags[0]?.position.start.offset ?? first.offset;
  const lines = carriers(reading, mark);
  const written = lines.map((line) => source.text.slice(line.start, line.end)).join('\n');
  const property =
    place.kind === 'note' ? dueDateOfProperty(propertyOf(source.metadata.frontmatter, settings.properties.due)) : null;
  const status =
    place.kind === 'item' ? (source.items[place.item]?.task ?? null) : place.kind === 'section' ? place.status : null;
  const said = tagsOf(
    settings,
    mark.tags.map(({ tag }) => tag),
  );
  const headings =
    place.kind === 'note'
      ? NONE
      : headingChain(source, source.outline.sectionAt(place.kind === 'section' ? place.start : at));
  return {
    kind: place.kind,
    block: place.kind === 'block' ? place.block : null,
    tableHead: tableHead(source, place),
    line: first.line,
    startLine: startLine(source, place, first.line),
    offset: first.offset,
    title: todoTitle(reading, place, headings) || noteName(source.path),
    headings,
    tags: said.tags,
    otherTags: otherTags(reading, mark, lines),
    tagPhase: said.phase,
    state: said.state,
    unknownPhase: said.unknownPhase,
    status: isFinishedTask(status, written) ? 'x' : status,
    due: dueDateIn(written) ?? property,
    ownerLinks: place.kind === 'block' ? NONE : linksOn(source, lines),
    bullets: bulletsBefore(reading, place.end) - bulletsBefore(reading, place.start),
    stub: place.kind === 'section' && isBlank(excerptLines(reading, place)),
    hidden: areCommented(source, mark.bodyTags),
    copy: mark.bodyTags.length > 0 ? source.outline.copyAt(at) : null,
  };
}

/** Finds the top-level bullets that say something. */
function* findBullets(source: NoteSource): Generator<void, Reading['bullets']> {
  const bullets: number[] = [];
  const tags = source.tagsIn(0, source.text.length);
  let next = 0;
  let at = 0;
  for (const { parent, position } of source.items) {
    const { start, end } = position;
    let tag = tags[next];
    while (tag && startOf(tag) < start.offset) tag = tags[++next];
    const own = tag && startOf(tag) < end.offset ? source.tagsIn(start.offset, end.offset) : NONE;
    if (parent < 0 && !isEmptyItem(source.text, position, own)) bullets.push(start.offset);
    if (++at % ENTRIES_A_STEP === 0) yield;
  }
  return bullets;
}

const itself = (offset: number): number => offset;

const bulletsBefore = ({ bullets }: Reading, offset: number): number => lastStartingBy(bullets, offset - 1, itself) + 1;

/** The head of the table that a row stands in; null for the head itself, and for what is no row. */
function tableHead(source: NoteSource, place: TagPlace): readonly string[] | null {
  const table =
    place.kind === 'block' && place.block === 'row' ? source.sectionAt(place.start)?.position.start : undefined;
  if (table === undefined) return null;
  const head = lineAt(source.text, table.offset);
  return head.end >= place.start ? null : tableCells(source.text.slice(head.start, head.end)).map(plainText);
}

/** The 0-based line at which the marked text begins, from positions that the metadata has. */
function startLine(source: NoteSource, place: TagPlace, tagLine: number): number {
  switch (place.kind) {
    case 'note':
      return 0;
    case 'section':
      return place.section.heading.position.start.line;
    case 'item':
      return source.items[place.item]?.position.start.line ?? tagLine;
    case 'block':
      return blockAt(source, place.start)?.position.start.line ?? tagLine;
  }
}

/** Whether all tags stand in comments. Where no comment mark stands between two tags, what holds for one holds for the other. */
function areCommented(source: NoteSource, tags: readonly TagMetadata[]): boolean {
  return (
    tags.length > 0 &&
    source.mayHoldComments &&
    tags.every(({ position: { start } }, at) => {
      const before = tags[at - 1]?.position;
      const isAlike =
        before?.start.line === start.line && !source.text.slice(before.start.offset, start.offset).includes('%%');
      return isAlike || isCommented(source, start.offset);
    })
  );
}

/** The block that begins at the offset, if one does. */
function blockAt(source: NoteSource, offset: number): SectionMetadata | null {
  const section = source.sectionAt(offset);
  return section?.position.start.offset === offset ? section : null;
}

/** Whether nothing is written: white space and thematic breaks say nothing. */
function isBlank(lines: Iterable<string>): boolean {
  for (const line of lines) if (!/^\s*$|^\s*([-*_])(?:\s*\1){2,}\s*$/.test(line)) return false;
  return true;
}

/** A todo with what writing asks of it besides: where its mark stands. */
export interface MarkedTodo {
  readonly todo: FoundTodo;
  readonly mark: Mark;
}

/** Tells equal todos of a note apart: each gets its place among those of its kind and headings, and among those of its title too. */
function countEqual(todos: readonly ReadTodo[]): void {
  // As every todo is made.
  if (todos.length < 2) return;
  const sameKind = new Map<string, number>();
  const equal = new Map<string, ReadTodo[]>();
  for (const todo of todos) {
    // Titles are of one line.
    const key = `${todo.copy} ${todo.kind} ${todo.headings.length}\n${todo.headings.join('\n')}`;
    todo.ordinal = sameKind.get(key) ?? 0;
    sameKind.set(key, todo.ordinal + 1);
    const named = `${key}\n${todo.title}`;
    const alike = equal.get(named);
    if (alike) todo.duplicateIndex = alike.push(todo) - 1;
    else equal.set(named, [todo]);
  }
  for (const alike of equal.values()) for (const todo of alike) todo.duplicates = alike.length;
}

/**
 * Finds the todos of a note, in the order of their first tags, some at a step. Tags come from the metadata alone; the text serves to see what
 * stands around them. Published copies' todos are found too and say which copy they stand in.
 */
export function* findTodosInSteps(find: FindTodos): Generator<void, readonly MarkedTodo[]> {
  const { source, settings, isRoleLink, isRoleLater = isRoleLink } = find;
  const marks = yield* collectMarks(find);
  const reading: Reading = {
    source,
    settings,
    isRoleLink,
    bullets: yield* findBullets(source),
    kept: new KeptNote(source.path, source.text, source.metadata, settings, isRoleLater),
  };
  const marked: { readonly mark: Mark; readonly todo: ReadTodo }[] = [];
  for (const mark of marks) {
    marked.push({ mark, todo: new ReadTodo(reading, mark) });
    if (marked.length % TODOS_A_STEP === 0) yield;
  }
  countEqual(marked.map(({ todo }) => todo));
  return marked;
}

/** The same at once. */
export function findMarkedTodos(find: FindTodos): readonly MarkedTodo[] {
  return runToEnd(findTodosInSteps(find));
}
