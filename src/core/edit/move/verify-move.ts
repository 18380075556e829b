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

/** Todos by what stays of them, each of which can be taken from its column once. */
class TodosAlike {
  private readonly alike: ReadonlyMap<string, readonly Todo[]>;
  private readonly left: ReadonlyMap<string, Todo[]>;

  constructor(todos: readonly Todo[]) {
    this.alike = groupBy(todos, kindKey);
    this.left = groupBy(todos, (todo) => columnOf(todo) + kindKey(todo));
  }

  of(todo: Todo): readonly Todo[] {
    return this.alike.get(kindKey(todo)) ?? [];
  }

  take(todo: Todo, column: string): boolean {
    return this.left.get(column + kindKey(todo))?.pop() !== undefined;
  }
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

/**
 * Holds a move to its promise: by the index's own rules on the planned notes each of these todos is in the column, and has the owner that is given. Refuses when one
 * is not, and says what ties it; answers with a sentence for other todos that change their column with it.
 */
export function verifyMove(
  index: OperationsIndex,
  changes: readonly PlannedChange[],
  moved: readonly Todo[],
  { column, owner }: { readonly column: string; readonly owner?: string | undefined },
): readonly string[] | Refusal {
  const merged = byNote(changes);
  const { before, after: tagged } = compareTodos(index, merged);
  const after = [
    ...tagged,
    ...moved.filter(isUnmarked).flatMap(({ path }) => {
      const change = merged.find(({ source }) => source.path === path);
      return change ? [index.judgeNoteItself(path, plannedNote(change).metadata)] : [];
    }),
  ];
  const is = new TodosAlike(after);
  for (const todo of moved) {
    const alike = is.of(todo);
    if (owner !== undefined && alike.length > 0 && !alike.some((one) => (one.owner ?? '') === owner))
      return refuse(`“${shortTitle(todo)}” would not have that owner in ${column}. Set its owner first, then move it.`);
    if (is.take(todo, column)) continue;
    const stays = alike.find((one) => columnOf(one) !== column);
    return refuse(
      stays
        ? `“${shortTitle(todo)}” would be in ${columnOf(stays)}, because ${whyThere(stays)}. Change that first.`
        : `“${shortTitle(todo)}” would not be found again in ${column}. Move it by hand.`,
    );
  }
  const place = ({ path, offset }: Todo): string => `${offset} ${path}`;
  const places = new Set(moved.map(place));
  const others = before.filter((todo) => !places.has(place(todo)) && !is.take(todo, columnOf(todo)));
  return others.length === 0
    ? []
    : [
        `${others.length === 1 ? 'Another todo changes' : `${others.length} other todos change`} column with it: ${others.map((todo) => `“${shortTitle(todo)}”`).join(', ')}.`,
      ];
}
