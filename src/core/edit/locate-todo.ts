import { oncePer } from '../note/once-per';
import { groupBy } from '../note/group-by';
import { isUnmarked } from '../index/note-itself';
import { shortTitle } from '../index/short-title';
import type { Todo } from '../index/todo';
import { noteName } from '../note/link-text';
import type { NoteSource } from '../note/note-source';
import type { Settings } from '../settings/settings';
import { findMarkedTodos, type Mark, type MarkedTodo } from '../todo/find-todos';
import type { FoundTodo } from '../todo/found-todo';
import { isRefusal, refuse, type Refusal } from '../text/refusal';
import type { Span } from '../text/text-edit';
import { roleLinksFrom, type Planning } from './planning';
import { refuseNote } from './refuse-note';

/** A todo in the text as it is now: what a plan for it starts from. */
export interface LocatedTodo {
  readonly source: NoteSource;
  readonly settings: Settings;
  readonly todo: FoundTodo;
  /** What a sentence calls it. */
  readonly name: string;
  /** Where it marks what (`place`), all its tags (`tags`), and those of the body with their spans (`bodyTags`). */
  readonly mark: Mark;
  /** All todos of the note, this one too: what stands inside or beside it. */
  readonly all: readonly MarkedTodo[];
}

/**
 * What must still stand there when a plan for a todo is applied: a section's heading, a bullet's first line, and the lines of its
 * tags; typing elsewhere in what it marks blocks nothing.
 */
export function guardsOf({ source, mark: { place, bodyTags } }: LocatedTodo): Span[] {
  const lines = bodyTags.map(({ position }) => source.lineAt(position.start.offset));
  if (place.kind === 'section') lines.push({ start: place.start, end: place.section.heading.position.end.offset });
  if (place.kind === 'item') lines.push(source.lineAt(place.start));
  const seen = new Set<number>();
  return lines
    .filter(({ start, end }) => start < end && !seen.has(start) && seen.add(start))
    .sort((a, b) => a.start - b.start);
}

/** Notes are read once for many todos (`plan-several`); the todos of a reading are found once. */
const foundIn = new WeakMap<NoteSource, { readonly settings: Settings; readonly all: readonly MarkedTodo[] }>();

/** The todos of a note as it was read. */
export function todosInSource({ index }: Pick<Planning, 'index'>, source: NoteSource): readonly MarkedTodo[] {
  const known = foundIn.get(source);
  if (known?.settings === index.settings) return known.all;
  const { settings } = index;
  const all = findMarkedTodos({ source, settings, isRoleLink: roleLinksFrom(index, source.path) });
  foundIn.set(source, { settings, all });
  return all;
}

/** Those of them that tags in the note's own text mark. */
export const taggedTodos = (planning: Pick<Planning, 'index'>, source: NoteSource): MarkedTodo[] =>
  todosInSource(planning, source).filter(({ todo, mark }) => todo.copy === null && mark.bodyTags.length > 0);

/** What todos of a note are alike by: they stand in the same copy, below the same headings, and say the same. */
const likeness = ({ copy, kind, headings, title }: FoundTodo): string => JSON.stringify([copy, kind, title, headings]);

/** The todos of a reading by that: many may be looked for. */
const alikeIn = oncePer((all: readonly MarkedTodo[]) => groupBy(all, ({ todo }) => likeness(todo)));

const hasSameTags = (a: FoundTodo, b: FoundTodo): boolean => a.tags.join(' ') === b.tags.join(' ');

/**
 * The todo again among those of the fresh text, or null. Where the same words stood, or stand, several times, it is the one at its place among them, only while
 * there are as many as when it was last seen: else one came or went, and nobody can say which is meant.
 */
function findAgain(wanted: FoundTodo, all: readonly MarkedTodo[]): MarkedTodo | null {
  const alike = alikeIn(all).get(likeness(wanted)) ?? [];
  if (alike.length !== wanted.duplicates) return null;
  const holder = alike[wanted.duplicateIndex];
  if (!holder || alike.length === 1 || hasSameTags(holder.todo, wanted)) return holder ?? null;
  const sameTags = alike.filter(({ todo }) => hasSameTags(todo, wanted));
  return sameTags.length === 1 ? (sameTags[0] ?? null) : null;
}

/** What stands for a note without a tag is as it was as long as the note is there. */
const wholeNote = ({ bodyStart, text }: NoteSource, todo: FoundTodo): MarkedTodo => ({
  todo,
  mark: { place: { kind: 'note', start: bodyStart, end: text.length }, tags: [], bodyTags: [] },
});

/** The note as it is now, or why nothing may be written into it. */
export async function readForWriting({ vault }: Pick<Planning, 'vault'>, path: string): Promise<NoteSource | Refusal> {
  const source = await vault.read(path);
  if (source === null) return refuse(`${path} is not in the vault any more.`);
  return refuseNote(source) ?? source;
}

/**
 * Finds a todo of the index again in its note as it is now: by its identity (path, kind, heading chain, copy) and its
 * words. Refuses when it is gone or cannot be told from another, in a published copy, and in a note that is not ours to write.
 */
export async function locateTodo(planning: Planning, wanted: Todo): Promise<LocatedTodo | Refusal> {
  const { path } = wanted;
  const name = shortTitle(wanted);
  if (wanted.copy !== null) return refuseInCopy(name);
  const source = await readForWriting(planning, path);
  if (isRefusal(source)) return source;
  const all = todosInSource(planning, source);
  const found = isUnmarked(wanted) ? wholeNote(source, wanted) : findAgain(wanted, all);
  if (!found)
    return refuse(`“${name}” is not as it was in ${noteName(path)}: the note has changed. Look at it, then try again.`);
  return { source, settings: planning.index.settings, name, ...found, all };
}

export const refuseInCopy = (name: string): Refusal =>
  refuse(`“${name}” stands in a frozen copy: rebuild its page first.`);
