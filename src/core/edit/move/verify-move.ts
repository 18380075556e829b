import { groupBy } from '../../note/group-by';
import { isUnmarked } from '../../index/note-itself';
import { shortTitle } from '../../index/short-title';
import type { Todo } from '../../index/todo';
import { columnOf } from '../../phase/columns';
import { readMarkdown } from '../../markdown/read-markdown';
import { noteName } from '../../note/link-text';
import { oncePer } from '../../note/once-per';
import { refuse, type Refusal } from '../../text/refusal';
import { editedPart } from '../../text/edited-part';
import type { NoteEdit } from '../../text/text-edit';
import { noteAfter } from '../apply-edits';
import { compareTodos } from '../compare-todos';
import type { Planning } from '../planning';

/** A title without the labels of reference links, which become others where they are taken. */
const withoutLabels = (title: string): string =>
  title
    .split('][')
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf(']'))))
    .join('');

/** What of a todo stays while it moves: enough to see the same todo before and after. */
const kindKey = oncePer((todo: Todo) => JSON.stringify([todo.kind, withoutLabels(shortTitle(todo)), todo.status]));

/** All that a todo shows, and where: what is alike in it is not looked at any closer, as are most of a long note's. */
const exactKey = (todo: Todo): string => [todo.path, columnOf(todo), todo.kind, todo.status, todo.title].join('\n');

/** What a todo says beside what is of these kinds in it, word by word. */
function wordsBeside(kinds: readonly string[], { excerpt }: Todo): readonly string[] {
  const spans = readMarkdown(excerpt).spans.filter(({ kind }) => kinds.includes(kind));
  const apart = spans.map(({ start, end }) => ({ start, end, insert: ' ' }));
  return editedPart(excerpt, { start: 0, end: excerpt.length }, apart).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Which of the wishes that a todo be in a column are not met, given the todos as they will be, and those that meet none: what stays in its note first, so that it is not taken for its like elsewhere. */
function unmet(
  wishes: readonly (readonly [todo: Todo, column: string])[],
  after: readonly Todo[],
): { readonly left: Set<Todo>; readonly spare: readonly Todo[] } {
  const there = groupBy(after, (todo) => columnOf(todo) + kindKey(todo));
  const take = (inNote: boolean, [todo, column]: readonly [Todo, string]): boolean => {
    const alike = there.get(column + kindKey(todo)) ?? [];
    const at = alike.findIndex(({ path }) => !inNote || path === todo.path);
    return at >= 0 && alike.splice(at, 1).length > 0;
  };
  const rest = wishes.filter((wish) => !take(true, wish)).filter((wish) => !take(false, wish));
  return { left: new Set(rest.map(([todo]) => todo)), spare: [...there.values()].flat() };
}

/** By what ties a todo to its column: the clause for it. */
const TIES: Readonly<Record<Todo['why'], (phase: string, note: string) => string>> = {
  tag: (phase) => `its tag names ${phase}`,
  flattened: (phase) => `it stands in the page of ${phase}`,
  'phase-page': (phase) => `it stands in the page of ${phase}`,
  property: (phase, note) => `the phase property of ${note} names ${phase}`,
  heading: (phase) => `it stands below a heading for ${phase}`,
  folder: (phase, note) => `${note} lies in a folder of ${phase}`,
  linked: (phase, note) => `a responsibility of ${phase} links to ${note}`,
  overview: (_phase, note) => `${note} lies in the overview’s folder`,
  none: (_phase, note) => `${note} lies outside the operations folder`,
};

/** What ties a todo to its column, as a clause for people. */
export const whyThere = ({ why, path, phase }: Pick<Todo, 'why' | 'path' | 'phase'>): string =>
  TIES[why](phase?.name ?? 'no phase', noteName(path));

/** A move that would not do what it promises, with the first reason. */
export interface MoveFailure extends Refusal {
  /** The todos that would not be there, each with its reason. */
  readonly failed: ReadonlyMap<Todo, Refusal>;
  /** Those that are like one that would be and like one that would not: which of them is which cannot be told. */
  readonly unsure: readonly Todo[];
}

/**
 * Holds a move to its promise: by the index's own rules on the planned notes each of these todos is in the column, and has the owner that is given. Refuses when one
 * is not, and says what ties it; answers with a sentence for other todos that change their column with it.
 */
export async function verifyMove(
  planning: Pick<Planning, 'index' | 'breathe'>,
  changes: readonly NoteEdit[],
  moved: readonly Todo[],
  { column, owner }: { readonly column: string; readonly owner?: string | undefined },
): Promise<readonly string[] | MoveFailure> {
  const { before, after: tagged } = await compareTodos(planning, changes);
  const all = [
    ...tagged,
    ...moved.filter(isUnmarked).map(({ path }) => {
      const change = changes.find((one) => one.path === path);
      return planning.index.judgeNoteItself(path, change && noteAfter(change).metadata);
    }),
  ];
  // Not by their offsets: the index may be older than the note.
  const whichOf = ({ path, copy, kind, headings, title, tags, duplicateIndex }: Todo): string =>
    JSON.stringify([path, copy, kind, headings, title, tags, duplicateIndex]);
  const movers = new Set(moved.map(whichOf));
  const exactly = groupBy(all, exactKey);
  const others = before.filter((todo) => !movers.has(whichOf(todo)) && !exactly.get(exactKey(todo))?.pop());
  const after = [...exactly.values()].flat();
  const { left, spare } = unmet(
    [...others.map((todo) => [todo, columnOf(todo)] as const), ...moved.map((todo) => [todo, column] as const)],
    after,
  );
  // Where nothing else is another then, those that are there though nobody wished for them are those that move: with another owner, or a link written anew, in their words.
  const anew = ['tag', 'wikilink', 'embed', ...(owner === undefined ? [] : ['link'])];
  const kinds = (todos: Iterable<Todo>): string =>
    JSON.stringify([...todos].map((todo) => [todo.kind, todo.status, ...wordsBeside(anew, todo)]).sort());
  const isThere = (one: Todo): boolean =>
    columnOf(one) === column && (owner === undefined || (one.owner ?? '') === owner);
  if (others.every((todo) => !left.has(todo)) && spare.every(isThere) && kinds(spare) === kinds(left)) left.clear();
  const alikeAfter = groupBy(after, kindKey);
  const failed = new Map<Todo, Refusal>();
  for (const todo of moved) {
    const alike = alikeAfter.get(kindKey(todo)) ?? [];
    const name = `“${shortTitle(todo)}” would`;
    const stays = alike.find((one) => columnOf(one) !== column);
    if (owner !== undefined && alike.length > 0 && !alike.some((one) => (one.owner ?? '') === owner))
      failed.set(todo, refuse(`${name} not have that owner in ${column}. Set its owner first, then move it.`));
    else if (left.has(todo))
      failed.set(
        todo,
        refuse(
          stays
            ? `${name} be in ${columnOf(stays)}, because ${whyThere(stays)}. Change that first.`
            : `${name} not be found again in ${column}. Move it by hand.`,
        ),
      );
  }
  for (const first of failed.values()) {
    const unsure = [...groupBy(moved, kindKey).values()].filter(
      (alike) => new Set(alike.map((todo) => failed.has(todo))).size > 1,
    );
    return { ...first, failed, unsure: unsure.flat() };
  }
  const changed = others.filter((todo) => left.has(todo));
  return changed.length === 0
    ? []
    : [
        `${changed.length === 1 ? 'Another todo changes' : `${changed.length} other todos change`} column with it: ${changed.map((todo) => `“${shortTitle(todo)}”`).join(', ')}.`,
      ];
}
