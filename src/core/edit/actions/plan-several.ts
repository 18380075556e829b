import type { Todo } from '../../index/todo';
import { lineAt } from '../../note/text-line';
import { editsInOrder, mergeEdits } from '../apply-edits';
import { makePlan, type Planned } from '../edit-plan';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { NoteEdit, TextEdit } from '../../text/text-edit';
import { neighbourProblem } from '../neighbour-problem';
import { readProperties } from '../frontmatter/read-properties';
import { entryOf } from '../frontmatter/set-property';
import { guardsOf, locateTodo, type LocatedTodo } from '../locate-todo';
import { readingOnce, type Planning } from '../planning';
import { followChangedHeadings } from '../follow-changed-headings';
import { cutProblem } from '../tags/remove-tags';
import type { TodoAction, TodoChange } from './todo-change';

/** What an action changes for a todo, as it was found. */
interface Located {
  readonly located: LocatedTodo;
  readonly change: TodoChange;
}

/**
 * Which of a note's changes cannot be made, and why: asked of all together, since each question reads the note; only where there is a problem, of halves.
 */
function cutProblems(changes: readonly Located[]): ReadonlyMap<Located, Refusal> {
  const [first] = changes;
  const problem = first && cutProblem(first.located.source, editsInOrder(changes.flatMap(({ change }) => change.cuts)));
  if (!problem) return new Map();
  if (changes.length === 1) return new Map([[first, problem]]);
  const half = changes.length >> 1;
  const found = new Map([...cutProblems(changes.slice(0, half)), ...cutProblems(changes.slice(half))]);
  return found.size > 0 ? found : new Map(changes.map((one) => [one, problem]));
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
  const planning = { ...given, vault: readingOnce(given.vault) };
  const found: (LocatedTodo | Refusal)[] = [];
  for (const todo of todos) {
    await planning.breathe?.();
    found.push(await locateTodo(planning, todo));
  }
  return planLocated(planning, found, action);
}

/** The same for todos that have been looked for. */
export async function planLocated(
  planning: Planning,
  todos: readonly (LocatedTodo | Refusal)[],
  action: TodoAction,
): Promise<Planned> {
  const notes = new Map<string, Located[]>();
  const refusals: string[] = [];
  const chosen = new Set<string>();
  const key = (path: string, offset: number): string => `${path} ${offset}`;
  for (const located of todos) {
    await planning.breathe?.();
    const change = isRefusal(located) ? located : await action.change(located, planning);
    if (isRefusal(located) || isRefusal(change)) {
      refusals.push(isRefusal(change) ? change.refusal : '');
      continue;
    }
    const { source, todo } = located;
    if (chosen.has(key(source.path, todo.offset))) continue;
    chosen.add(key(source.path, todo.offset));
    const note = notes.get(source.path) ?? [];
    notes.set(source.path, note);
    note.push({ located, change });
  }
  const titles: string[] = [];
  const remarks: string[] = [];
  const changes: NoteEdit[] = [];
  let open = 0;
  for (const [path, wanted] of notes) {
    await planning.breathe?.();
    const problems = cutProblems(wanted);
    for (const { refusal } of new Set(problems.values())) refusals.push(refusal);
    const made = wanted.filter((one) => !problems.has(one));
    const [first] = made;
    if (!first) continue;
    const { source } = first.located;
    const meant = new Set(made.map(({ located }) => located.todo.offset));
    for (const { located, change } of made) {
      titles.push(located.name);
      for (const remark of change.remarks) remarks.push(remark);
    }
    const leftOpen = new Set(made.flatMap(({ change }) => change.leftOpen));
    open += [...leftOpen].filter(({ todo }) => !meant.has(todo.offset)).length;
    const edits = made.flatMap(({ located, change }) => guarded(located, change.edits));
    const own = mergeEdits([{ path, before: source.text, edits }]);
    if (isRefusal(own)) return own;
    await planning.breathe?.();
    const [change = { path, before: source.text, edits: [] }] = own;
    const problem = neighbourProblem(planning, change, meant);
    if (problem) return problem;
    changes.push(change);
    const headings = made.flatMap(({ change }) => change.heading ?? []);
    const links = await followChangedHeadings(planning.vault, source, headings, change.edits);
    for (const change of links.changes) changes.push(change);
    for (const remark of links.remarks) remarks.push(remark);
  }
  if (titles.length === 0) return refuse(refusals[0] ?? 'No todo is chosen.');
  const merged = mergeEdits(changes);
  if (isRefusal(merged)) return merged;
  if (merged.length === 0) return refuse(`${nameTodos(titles)}: there is nothing to change.`);
  if (todos.length > 1) remarks.push(...refusals.map((refusal) => `Left as it is: ${refusal}`));
  return makePlan({ done: action.done(nameTodos(titles)), changes: merged, remarks: [...stillOpen(open), ...remarks] });
}

/** The plan of an action on one todo. */
export const planTodo = (planning: Planning, todo: Todo, action: TodoAction): Promise<Planned> =>
  planSeveral(planning, [todo], action);
