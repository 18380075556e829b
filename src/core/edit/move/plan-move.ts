import { shortTitle } from '../../index/short-title';
import { columnOf, type Todo } from '../../index/todo';
import type { PhaseSetting } from '../../settings/settings';
import { noteName } from '../../note/link-text';
import { changeNestedTag } from '../../todo/change-nested-tag';
import { makePlan, type Planned } from '../edit-plan';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import { editsInOrder } from '../apply-edits';
import { planSeveral } from '../actions/plan-several';
import { setOwner } from '../actions/set-owner';
import { isInHeading, moveBelowHeading, setTodo } from '../actions/set-todo';
import { todoChange, type SetPart, type TodoChange } from '../actions/todo-change';
import { setProperties } from '../frontmatter/set-property';
import { locateTodo, type LocatedTodo } from '../locate-todo';
import { mergeEdits } from '../merge-edits';
import type { Planning } from '../planning';
import { readingOnce } from '../reading-once';
import { rewriteChangedHeading } from '../rewrite-changed-heading';
import { changeTodoTags } from '../actions/change-todo-tags';
import type { PlannedChange } from '../planned-note';
import { whyThere, verifyMove } from './verify-move';
import { moveBullet } from './move-bullet';
import { isPageBullet, moveProblem } from './move-problem';
import { moveSection } from './move-section';
import { setPhase } from './set-phase';

/** What moving one todo writes, in the order of writing, and what to know of it. */
interface Move {
  readonly changes: readonly PlannedChange[];
  readonly remarks: readonly string[];
  /** The text that goes to another note, as the change that takes it out of its own; null when all stays in its place. */
  readonly takes: PlannedChange | null;
  /** What is written at a note's end behind all else. */
  readonly definitions: readonly PlannedChange[];
}

/** Where to, and whether a section's text is to go there too. */
export interface MoveRequest {
  /** A phase's name or `Cross-phase`. */
  readonly column: string;
  readonly withText: boolean;
  /** Who becomes its owner as well: a role note's path, `''` for nobody; absent: whoever it is. */
  readonly owner?: string | undefined;
}

/** What stays where it is: its marks and properties change, and links to a heading that is another then. */
async function inPlace(
  { vault }: Planning,
  { source }: LocatedTodo,
  change: TodoChange | Refusal,
): Promise<Move | Refusal> {
  if (isRefusal(change)) return change;
  const { changes, remarks } = await rewriteChangedHeading(vault, source, change);
  return {
    changes: [{ source, edits: change.edits }, ...changes],
    remarks: [...change.remarks, ...remarks],
    takes: null,
    definitions: [],
  };
}

async function retag(
  planning: Planning,
  located: LocatedTodo,
  phase: PhaseSetting | null,
  owner: SetPart,
  role = '',
): Promise<Move | Refusal> {
  const { tags, phases } = planning.index.settings;
  // One tag names the phase; no other may say something else.
  const rename = (tag: string, at: number): string => changeNestedTag(tags, phases, tag, at === 0 ? phase : null);
  if (role !== '' && isInHeading(located)) {
    const renamed = located.mark.tags.map(({ tag }, at) => rename(tag, at));
    return inPlace(planning, located, await moveBelowHeading(planning, located, { tags: renamed, owner: role }));
  }
  const change = changeTodoTags(located, rename);
  if (isRefusal(change)) return change;
  const properties = owner.properties.length === 0 ? [] : setProperties(located.source, owner.properties);
  if (isRefusal(properties)) return properties;
  return inPlace(planning, located, {
    ...change,
    edits: editsInOrder([...change.edits, ...owner.edits, ...properties]),
  });
}

/** The smallest changes that may bring a todo into a column, the best first. */
async function* ways(
  planning: Planning,
  todo: Todo,
  located: LocatedTodo,
  { column, withText, owner: role }: MoveRequest,
  earlier: readonly PlannedChange[],
  owner: SetPart,
): AsyncGenerator<Move | Refusal> {
  const { index } = planning;
  const phase = index.settings.phases.find(({ name }) => name === column) ?? null;
  const page = phase && index.lifecycle.pages.get(phase.id);
  if (withText || (isPageBullet(planning, todo) && todo.tagPhase === null)) {
    if (page === undefined || page === null) {
      yield refuse(`${column} has no page that could take the text.`);
      return;
    }
    const brought = earlier
      .flatMap(({ source, edits }) => (source.path === page ? edits.map(({ insert }) => `\n\n${insert}`) : []))
      .join('');
    const moved = await (withText
      ? moveSection(planning, located, page, brought)
      : moveBullet(planning, located, page, brought, owner.edits));
    yield isRefusal(moved)
      ? moved
      : {
          changes: [moved.gains, ...moved.follow, moved.loses],
          remarks: moved.remarks,
          takes: moved.loses,
          definitions: moved.definitions,
        };
    return;
  }
  if (todo.tagPhase !== null) yield retag(planning, located, null, owner, role);
  else if (todo.kind === 'note' && todo.path !== index.lifecycle.overview) {
    const change = await setPhase(planning, located, phase, owner.properties);
    yield inPlace(
      planning,
      located,
      isRefusal(change) ? change : todoChange(editsInOrder([...change.edits, ...owner.edits])),
    );
  }
  if (phase) yield retag(planning, located, phase, owner, role);
}

/** The first way that leads there, by the index's own rules if each is held to them; else the first reason why none does. */
async function moveOne(
  planning: Planning,
  todo: Todo,
  request: MoveRequest,
  earlier: readonly PlannedChange[],
  isHeld: boolean,
): Promise<Move | Refusal> {
  const { index } = planning;
  const stays = request.owner !== undefined && columnOf(todo) === request.column;
  const problem = stays ? null : moveProblem(index, todo, request.column);
  if (problem !== null && !(request.withText && todo.kind === 'section' && columnOf(todo) === request.column))
    return refuse(problem);
  const located = await locateTodo(planning, todo);
  if (isRefusal(located)) return located;
  if (stays) return inPlace(planning, located, await setTodo({ owner: request.owner ?? '' }).change(located, planning));
  const owner =
    request.owner === undefined || isInHeading(located)
      ? { edits: [], properties: [] }
      : await setOwner(planning, located, request.owner);
  if (isRefusal(owner)) return owner;
  let first: Refusal | null = null;
  for await (const way of ways(planning, todo, located, request, earlier, owner)) {
    const kept =
      isRefusal(way) || !isHeld ? way : verifyMove(index, [...way.changes, ...way.definitions], [todo], request);
    if (!isRefusal(kept) && !isRefusal(way) && way.changes.some(({ edits }) => edits.length > 0)) return way;
    first ??= isRefusal(kept) ? kept : null;
  }
  return (
    first ??
    refuse(`“${shortTitle(todo)}” cannot go to ${request.column}, because ${whyThere(todo)}. Change that first.`)
  );
}

const ownerWords = (owner: string | undefined): string =>
  owner === undefined ? '' : owner === '' ? ', nobody’s' : `, owner ${noteName(owner)}`;

/** Note by note, and in a note from the top: what holds another comes before it. */
function inNotes(todos: readonly Todo[]): Todo[] {
  const notes = [...new Set(todos.map(({ path }) => path))];
  return [...todos].sort(
    (a, b) => notes.indexOf(a.path) - notes.indexOf(b.path) || a.startLine - b.startLine || a.offset - b.offset,
  );
}

/** Whether the todo stands in text that moves already, and names no phase of its own. */
async function goesAlong(planning: Planning, todo: Todo, taken: readonly PlannedChange[]): Promise<boolean> {
  if (todo.tagPhase !== null || !taken.some(({ source }) => source.path === todo.path)) return false;
  const located = await locateTodo(planning, todo);
  if (isRefusal(located)) return false;
  const { offset } = located.todo;
  return taken.some(
    ({ source, edits }) => source.path === todo.path && edits.some(({ start, end }) => start <= offset && offset < end),
  );
}

/**
 * The plan that brings todos into another column by the smallest change: a responsibility note by its property, a bullet of a phase page with its
 * children, anything else by its tag; with `withText` a section goes to the page. A todo that cannot go is left and named; when none can,
 * the first reason is the refusal. By the index's own rules on the planned notes each of them is then in the column, and the owner's who was asked for.
 */
export async function planMove(given: Planning, todos: readonly Todo[], request: MoveRequest): Promise<Planned> {
  const { column, owner } = request;
  if (owner !== undefined && todos.every((todo) => columnOf(todo) === column))
    return planSeveral(given, todos, setTodo({ owner }));
  const planning = { index: given.index, vault: readingOnce(given.vault) };
  // Whether a way leads there costs a reading of its notes: the first ways of all are looked at together, and each by itself only when those do not.
  const first = await planMoves(planning, todos, request, false);
  return isRefusal(first) ? planMoves(planning, todos, request, true) : first;
}

async function planMoves(
  planning: Planning,
  todos: readonly Todo[],
  request: MoveRequest,
  isHeld: boolean,
): Promise<Planned> {
  const { column, owner } = request;
  const moved: Todo[] = [];
  const changes: PlannedChange[] = [];
  const definitions: PlannedChange[] = [];
  const remarks: string[] = [];
  const refusals: string[] = [];
  const taken: PlannedChange[] = [];
  for (const todo of inNotes(todos)) {
    if (await goesAlong(planning, todo, taken)) {
      moved.push(todo);
      continue;
    }
    const move = await moveOne(planning, todo, request, [...changes, ...definitions], isHeld);
    if (isRefusal(move)) {
      refusals.push(move.refusal);
      continue;
    }
    moved.push(todo);
    for (const change of move.changes) changes.push(change);
    definitions.push(...move.definitions);
    if (move.takes) taken.push(move.takes);
    remarks.push(...move.remarks);
  }
  const [one] = moved;
  if (!one) return refuse(refusals[0] ?? 'No todo is chosen.');
  changes.push(...definitions);
  const merged = mergeEdits(changes.map(({ source: { path, text }, edits }) => ({ path, before: text, edits })));
  if (isRefusal(merged)) return merged;
  const kept = verifyMove(planning.index, changes, moved, request);
  if (isRefusal(kept)) return kept;
  return makePlan({
    done: `Moved ${moved.length === 1 ? shortTitle(one) : `${moved.length} todos`} to ${column}${ownerWords(owner)}`,
    changes: merged,
    remarks: [
      ...new Set(remarks),
      ...kept,
      ...(todos.length > 1 ? refusals.map((refusal) => `Left where it is: ${refusal}`) : []),
    ],
  });
}
