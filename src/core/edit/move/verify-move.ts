import { groupBy } from '../../note/group-by';
import type { OperationsIndex } from '../../index/operations-index';
import { isUnmarked } from '../../index/note-itself';
import { shortTitle } from '../../index/short-title';
import { columnOf, type Todo } from '../../index/todo';
import { noteName } from '../../note/link-text';
import { oncePer } from '../../note/once-per';
import type { NoteSource } from '../../note/note-source';
import { editsInOrder } from '../apply-edits';
import { refuse, type Refusal } from '../../text/refusal';
import type { TextEdit } from '../../text/text-edit';
import { compareTodos } from '../compare-todos';
import { plannedNote, type PlannedChange } from '../planned-note';

/** A title without the labels of reference links, which become others where they are taken. */
const withoutLabels = (title: string): string =>
  title
    .split('][')
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf(']'))))
    .join('');

/** What of a todo stays while it moves: enough to see the same todo before and after. */
const kindKey = oncePer((todo: Todo) => JSON.stringify([todo.kind, withoutLabels(shortTitle(todo)), todo.status]));

/** Which of the wishes that a todo be in a column are not met, given the todos as they will be: what stays in its note first, so that it is not taken for its like elsewhere. */
function unmet(wishes: readonly (readonly [todo: Todo, column: string])[], after: readonly Todo[]): ReadonlySet<Todo> {
  const left = groupBy(after, (todo) => columnOf(todo) + kindKey(todo));
  const take = (inNote: boolean, [todo, column]: readonly [Todo, string]): boolean => {
    const alike = left.get(column + kindKey(todo)) ?? [];
    const at = alike.findIndex(({ path }) => !inNote || path === todo.path);
    return at >= 0 && alike.splice(at, 1).length > 0;
  };
  const rest = wishes.filter((wish) => !take(true, wish)).filter((wish) => !take(false, wish));
  return new Set(rest.map(([todo]) => todo));
}

/** What ties a todo to its column, as a clause for people. */
export function whyThere({ why, path, phase }: Pick<Todo, 'why' | 'path' | 'phase'>): string {
  const note = noteName(path);
  const name = phase?.name ?? 'no phase';
  switch (why) {
    case 'tag':
      return `its tag names ${name}`;
    case 'flattened':
    case 'phase-page':
      return `it stands in the page of ${name}`;
    case 'property':
      return `the phase property of ${note} names ${name}`;
    case 'heading':
      return `it stands below a heading for ${name}`;
    case 'folder':
      return `${note} lies in a folder of ${name}`;
    case 'linked':
      return `a responsibility of ${name} links to ${note}`;
    case 'overview':
      return `${note} lies in the overview’s folder`;
    case 'none':
      return `${note} lies outside the operations folder`;
  }
}

/** Changes of the same note as one, in the order in which the notes were first named. */
function byNote(changes: readonly PlannedChange[]): PlannedChange[] {
  const notes = new Map<string, { source: NoteSource; edits: TextEdit[] }>();
  for (const { source, edits } of changes) {
    const note = notes.get(source.path) ?? { source, edits: [] };
    notes.set(source.path, note);
    for (const edit of edits) note.edits.push(edit);
  }
  return [...notes.values()].map(({ source, edits }) => ({ source, edits: editsInOrder(edits) }));
}

/** A move that would not do what it promises, with the first reason. */
export interface BrokenPromise extends Refusal {
  /** The todos that would not be there, each with its reason. */
  readonly failed: ReadonlyMap<Todo, Refusal>;
  /** Those that are like one that would be and like one that would not: which of them is which cannot be told. */
  readonly unsure: readonly Todo[];
}

/**
 * Holds a move to its promise: by the index's own rules on the planned notes each of these todos is in the column, and has the owner that is given. Refuses when one
 * is not, and says what ties it; answers with a sentence for other todos that change their column with it.
 */
export function verifyMove(
  index: OperationsIndex,
  changes: readonly PlannedChange[],
  moved: readonly Todo[],
  { column, owner }: { readonly column: string; readonly owner?: string | undefined },
): readonly string[] | BrokenPromise {
  const merged = byNote(changes);
  const { before, after: tagged } = compareTodos(index, merged);
  const after = [
    ...tagged,
    ...moved.filter(isUnmarked).flatMap(({ path }) => {
      const change = merged.find(({ source }) => source.path === path);
      return change ? [index.judgeNoteItself(path, plannedNote(change).metadata)] : [];
    }),
  ];
  const placeOf = ({ path, offset }: Todo): string => `${offset} ${path}`;
  const places = new Set(moved.map(placeOf));
  const others = before.filter((todo) => !places.has(placeOf(todo)));
  const left = unmet(
    [...others.map((todo) => [todo, columnOf(todo)] as const), ...moved.map((todo) => [todo, column] as const)],
    after,
  );
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
