import { isCommented } from '../note/comment-place';
import { noteName } from '../note/link-text';
import type { TagMetadata } from '../note/note-metadata';
import type { NoteSource } from '../note/note-source';
import { plainText } from '../note/plain-text';
import { propertyOf } from '../note/property-of';
import { tableCells } from '../note/table-cells';
import { lineAt, linesBetween, type TextLine } from '../note/text-line';
import type { Settings } from '../settings/settings';
import { dueDateIn, dueDateOfProperty } from './due-date';
import { excerptOf } from './excerpt';
import { frontmatterTags, tagsKeyLine } from './frontmatter-tags';
import { placeTag, standsOnTagLine, type IsRoleLink, type TagPlace } from './place-tag';
import type { FoundTodo } from './found-todo';
import { headingChain, todoTitle } from './todo-title';
import { isTodoTag, readNestedTag } from './todo-tags';

/** Tags that mark the same range: one todo. */
export interface Mark {
  readonly place: TagPlace;
  /** In the order of the note; those of the frontmatter first. */
  readonly tags: { readonly tag: string; readonly line: number; readonly offset: number }[];
  readonly bodyTags: TagMetadata[];
}

export interface FindTodos {
  readonly source: NoteSource;
  readonly settings: Settings;
  readonly isRoleLink: IsRoleLink;
}

function collectMarks({ source, settings, isRoleLink }: FindTodos): Mark[] {
  const marks = new Map<string, Mark>();
  const markAt = (place: TagPlace): Mark => {
    const key = `${place.kind} ${place.start} ${place.end}`;
    const mark = marks.get(key) ?? { place, tags: [], bodyTags: [] };
    marks.set(key, mark);
    return mark;
  };
  const inFrontmatter = frontmatterTags(source.metadata.frontmatter).filter((tag) => isTodoTag(settings.tags, tag));
  if (inFrontmatter.length > 0) {
    const key = tagsKeyLine(source);
    const mark = markAt({ kind: 'note', start: source.bodyStart, end: source.text.length });
    for (const tag of inFrontmatter) mark.tags.push({ tag, ...key });
  }
  for (const tag of source.tagsIn(0, source.text.length)) {
    if (!isTodoTag(settings.tags, tag.tag) || source.outline.isWrapping(tag.position.start.offset)) continue;
    const mark = markAt(placeTag(source, isRoleLink, tag));
    mark.tags.push({ tag: tag.tag, line: tag.position.start.line, offset: tag.position.start.offset });
    mark.bodyTags.push(tag);
  }
  return [...marks.values()];
}

/** The lines on which a todo's due date and owner may stand: a bullet's own text, a block's, or the lines that hold the tag. */
export function carriers({ source, isRoleLink }: Pick<FindTodos, 'source' | 'isRoleLink'>, { place, bodyTags }: Mark): TextLine[] {
  const item = place.kind === 'item' ? source.items[place.item] : undefined;
  if (item) {
    const tagged = new Set(bodyTags.map((tag) => lineAt(source.text, tag.position.start.offset).start));
    return [...linesBetween(source.text, item.position.start.offset, item.position.end.offset)].filter(
      // A section's tag line below the list is, to the parser, part of its last item.
      (line, index) => index === 0 || tagged.has(line.start) || !standsOnTagLine(source, isRoleLink, line),
    );
  }
  if (place.kind === 'block') return [{ start: place.start, end: place.end }];
  return bodyTags.map((tag) => lineAt(source.text, tag.position.start.offset));
}

function linksOn(source: NoteSource, lines: readonly TextLine[]): string[] {
  const links = source.metadata.links ?? [];
  return links
    .filter(({ position: { start } }) => lines.some((line) => start.offset >= line.start && start.offset < line.end))
    .map(({ link }) => link);
}

/** A todo that is yet to be given its ordinal. One object from first to last: a copy of it would take three times the room. */
type NewTodo = { -readonly [Key in keyof FoundTodo]: FoundTodo[Key] };

function buildTodo(find: FindTodos, mark: Mark): NewTodo {
  const { source, settings } = find;
  const { place } = mark;
  const first = mark.tags[0] ?? { tag: '', line: 0, offset: 0 };
  const at = mark.bodyTags[0]?.position.start.offset ?? first.offset;
  const headings = place.kind === 'note' ? [] : headingChain(source, source.outline.sectionAt(place.kind === 'section' ? place.start : at));
  const excerpt = excerptOf({ source, isRoleLink: find.isRoleLink, isTodoTag: (tag) => isTodoTag(settings.tags, tag) }, place);
  const lines = carriers(find, mark);
  const written = lines.map((line) => source.text.slice(line.start, line.end)).join('\n');
  const property = place.kind === 'note' ? dueDateOfProperty(propertyOf(source.metadata.frontmatter, settings.properties.due)) : null;
  const nested = mark.tags.map(({ tag }) => readNestedTag(settings.tags, settings.phases, tag));
  return {
    kind: place.kind,
    block: place.kind === 'block' ? place.block : null,
    tableHead: tableHead(source, place),
    line: first.line,
    startLine: startLine(source, place, first.line),
    offset: first.offset,
    title: todoTitle(source, place, excerpt, headings) || noteName(source.path),
    headings,
    excerpt,
    tags: mark.tags.map(({ tag }) => tag),
    tagPhase: nested.find(({ phase }) => phase !== null)?.phase ?? null,
    state: nested.find(({ state }) => state !== null)?.state ?? null,
    unknownPhase: nested.find(({ unknownPhase }) => unknownPhase !== null)?.unknownPhase ?? null,
    status: place.kind === 'item' ? (source.items[place.item]?.task ?? null) : place.kind === 'section' ? place.status : null,
    due: dueDateIn(written) ?? property,
    ownerLinks: place.kind === 'block' ? [] : linksOn(source, lines.filter((line) => source.sectionAt(line.start)?.type !== 'heading')),
    bullets: countBullets(source, place),
    stub: place.kind === 'section' && isBlank(excerpt),
    hidden: mark.bodyTags.length > 0 && mark.bodyTags.every(({ position: { start } }) => isCommented(source, start.offset)),
    copy: mark.bodyTags.length > 0 ? source.outline.copyAt(at) : null,
    ordinal: 0,
    duplicates: 1,
    duplicateIndex: 0,
  };
}

/** An item of at most three characters is a marker without text. */
function countBullets({ items }: NoteSource, { start, end }: TagPlace): number {
  return items.filter(
    ({ parent, position }) => parent < 0 && position.start.offset >= start && position.start.offset < end && position.end.offset - position.start.offset > 3,
  ).length;
}

/** The head of the table that a row stands in; null for the head itself, and for what is no row. */
function tableHead(source: NoteSource, place: TagPlace): readonly string[] | null {
  const table = place.kind === 'block' && place.block === 'row' ? source.sectionAt(place.start)?.position.start : undefined;
  if (table === undefined) return null;
  const head = lineAt(source.text, table.offset);
  return head.end >= place.start ? null : tableCells(source.text.slice(head.start, head.end)).map(plainText);
}

/** The 0-based line at which the marked text begins, from positions that the metadata has. */
function startLine({ metadata, items }: NoteSource, place: TagPlace, tagLine: number): number {
  switch (place.kind) {
    case 'note':
      return 0;
    case 'section':
      return place.section.heading.position.start.line;
    case 'item':
      return items[place.item]?.position.start.line ?? tagLine;
    case 'block':
      return metadata.sections?.find(({ position }) => position.start.offset === place.start)?.position.start.line ?? tagLine;
  }
}

/** Whether nothing is written: white space and thematic breaks say nothing. */
function isBlank(excerpt: string): boolean {
  return excerpt.split('\n').every((line) => /^\s*$|^\s*([-*_])(?:\s*\1){2,}\s*$/.test(line));
}

/** A todo with what writing asks of it besides: where its mark stands. */
export interface MarkedTodo {
  readonly todo: FoundTodo;
  readonly mark: Mark;
}

/**
 * Finds the todos of a note, in the order of their first tags. Tags come from the metadata alone; the text serves to see what stands
 * around them. Published copies' todos are found too and say which copy they stand in.
 */
export function findMarkedTodos(find: FindTodos): readonly MarkedTodo[] {
  const marked = collectMarks(find).map((mark) => ({ mark, todo: buildTodo(find, mark) }));
  marked.sort((a, b) => a.todo.offset - b.todo.offset);
  const kin = new Map<string, number>();
  const twins = new Map<string, NewTodo[]>();
  for (const { todo } of marked) {
    const key = JSON.stringify([todo.copy, todo.kind, todo.headings]);
    todo.ordinal = kin.get(key) ?? 0;
    kin.set(key, todo.ordinal + 1);
    const alike = twins.get(key + todo.title) ?? [];
    twins.set(key + todo.title, alike);
    todo.duplicateIndex = alike.push(todo) - 1;
  }
  for (const alike of twins.values()) for (const todo of alike) todo.duplicates = alike.length;
  return marked;
}

/** The same without the marks, which the index does not keep. */
export const findTodos = (find: FindTodos): FoundTodo[] => findMarkedTodos(find).map(({ todo }) => todo);
