import type { Todo } from '../../index/todo';
import type { HeadingMetadata } from '../../note/note-metadata';
import type { NoteSource } from '../../note/note-source';
import { lineAt } from '../../note/text-line';
import type { MarkedTodo } from '../../todo/find-todos';
import { makePlan, type Planned } from '../edit-plan';
import { isRefusal, refuse } from '../../text/refusal';
import type { NoteEdit, TextEdit } from '../../text/text-edit';
import { neighbourProblem } from '../neighbour-problem';
import { readProperties } from '../frontmatter/read-properties';
import { entryOf } from '../frontmatter/set-property';
import { locateTodo, todosInSource, type LocatedTodo } from '../locate-todo';
import { mergeEdits } from '../merge-edits';
import type { Planning } from '../planning';
import { readingOnce } from '../reading-once';
import { followHeadings } from '../../link/follow-headings';
import { headingAfter } from '../rewrite-changed-heading';
import { guardsOf } from '../tags/guards';
import type { TodoAction, TodoChange } from './todo-change';

/** What the actions change in one note. */
interface NoteChanges {
  readonly source: NoteSource;
  readonly edits: TextEdit[];
  readonly headings: Set<HeadingMetadata>;
  readonly leftOpen: Set<MarkedTodo>;
}

/** What a notice calls the todos: one by its title, several by their number. */
const nameTodos = (titles: readonly string[]): string =>
  titles.length === 1 ? (titles[0] ?? '') : `${titles.length} todos`;

const stillOpen = (count: number): string[] =>
  count === 0 ? [] : [count === 1 ? '1 todo inside is still open.' : `${count} todos inside are still open.`];

/** The edits, each written only while the todo is what it was: its lines, and the property that holds its tags. */
function guarded(located: LocatedTodo, edits: readonly TextEdit[]): TextEdit[] {
  const { source, mark } = located;
  const frontmatter = mark.tags.length > mark.bodyTags.length ? readProperties(source) : null;
  const entry = frontmatter && !isRefusal(frontmatter) ? entryOf(frontmatter, 'tags') : null;
  const guards = [...(entry ? [lineAt(source.text, entry.start)] : []), ...guardsOf(located)];
  return edits.map((edit) => ({
    ...edit,
    guards: [
      ...edit.guards,
      ...guards.filter(({ start }) => !edit.guards.some((own) => own.start === start && own.end > start)),
    ],
  }));
}

/**
 * One plan for the same action on several todos (one too): the edits of one note in order, and the links to headings that change followed.
 * A todo that cannot be changed is left out and named in the remarks; when that is all of them, the first reason is the refusal. Refuses when
 * two changes want the same place.
 */
export async function planSeveral(given: Planning, todos: readonly Todo[], action: TodoAction): Promise<Planned> {
  const planning = { index: given.index, vault: readingOnce(given.vault) };
  const notes = new Map<string, NoteChanges>();
  const titles: string[] = [];
  const remarks: string[] = [];
  const refusals: string[] = [];
  const chosen = new Set<string>();
  const key = (path: string, offset: number): string => `${path} ${offset}`;
  for (const wanted of todos) {
    const located = await locateTodo(planning, wanted);
    const change: TodoChange | { refusal: string } = isRefusal(located)
      ? located
      : await action.change(located, planning);
    if (isRefusal(change) || isRefusal(located)) {
      refusals.push('refusal' in change ? change.refusal : '');
      continue;
    }
    const { source, todo } = located;
    if (chosen.has(key(source.path, todo.offset))) continue;
    chosen.add(key(source.path, todo.offset));
    const note = notes.get(source.path) ?? { source, edits: [], headings: new Set(), leftOpen: new Set() };
    notes.set(source.path, note);
    for (const edit of guarded(located, change.edits)) note.edits.push(edit);
    if (change.heading) note.headings.add(change.heading);
    for (const one of change.leftOpen) note.leftOpen.add(one);
    titles.push(located.name);
    remarks.push(...change.remarks);
  }
  if (titles.length === 0) return refuse(refusals[0] ?? 'No todo is chosen.');
  const changes: NoteEdit[] = [];
  let open = 0;
  for (const { source, edits, headings, leftOpen } of notes.values()) {
    const { path, text } = source;
    open += [...leftOpen].filter(({ todo }) => !chosen.has(key(path, todo.offset))).length;
    const own = mergeEdits([{ path, before: text, edits }]);
    if (isRefusal(own)) return own;
    const meant = new Set(
      todosInSource(planning, source).flatMap(({ todo }) => (chosen.has(key(path, todo.offset)) ? [todo.offset] : [])),
    );
    const problem = neighbourProblem(planning, source, own[0]?.edits ?? [], meant);
    if (problem) return problem;
    for (const change of own) changes.push(change);
    const renames = [...headings].map((heading) => ({
      heading,
      text: headingAfter(source, heading, own[0]?.edits ?? []),
    }));
    const links = await followHeadings(planning.vault, source, renames);
    for (const change of links.changes) changes.push(change);
    remarks.push(...links.remarks);
  }
  const merged = mergeEdits(changes);
  if (isRefusal(merged)) return merged;
  if (merged.length === 0) return refuse(`${nameTodos(titles)}: there is nothing to change.`);
  if (todos.length > 1) remarks.push(...refusals.map((refusal) => `Left as it is: ${refusal}`));
  return makePlan({ done: action.done(nameTodos(titles)), changes: merged, remarks: [...stillOpen(open), ...remarks] });
}

/** The plan of an action on one todo. */
export const planTodo = (planning: Planning, todo: Todo, action: TodoAction): Promise<Planned> =>
  planSeveral(planning, [todo], action);
