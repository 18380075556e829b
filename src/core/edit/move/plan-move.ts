import { joinOverlaps, type Move, twinRemarks } from './move-text';
import type { NoteEdit, Span, TextEdit } from '../../text/text-edit';
import { LabelsThere } from '../../link/move-definitions';
import { shortTitle } from '../../index/short-title';
import type { Todo } from '../../index/todo';
import { columnOf } from '../../phase/columns';
import type { PhaseSetting } from '../../settings/settings';
import { groupBy } from '../../note/group-by';
import { noteName } from '../../note/link-text';
import { itemEnd } from '../../note/list-items';
import { changeNestedTag } from '../../todo/change-nested-tag';
import { makePlan, type Planned } from '../edit-plan';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import { mergeEdits } from '../apply-edits';
import { planSeveral } from '../actions/plan-several';
import { setOwner } from '../actions/set-owner';
import { isInHeading, moveBelowHeading, setTodo } from '../actions/set-todo';
import { setInText, setParts, type SetPart, type TodoChange } from '../actions/todo-change';
import { locateTodo, type LocatedTodo } from '../locate-todo';
import { readingOnce, type Planning } from '../planning';
import { followChangedHeadings } from '../follow-changed-headings';
import { changeTodoTags, type RenameTag } from '../actions/change-todo-tags';
import { whyThere, verifyMove, type MoveFailure } from './verify-move';
import { moveBullet } from './move-bullet';
import { isPageBullet, moveProblem } from './move-problem';
import { moveSection } from './move-section';
import { setPhase } from './set-phase';

/** What is known of the ways to move a todo: that so many of them do not lead there, and why the first does not. */
interface Tried {
  readonly ways: number;
  readonly first: Refusal | null;
  /** It has been looked at by itself: there is nothing more to try. */
  readonly isSettled: boolean;
}

/** What attempts to move many todos have shown. */
interface Attempts {
  readonly tried: Map<Todo, Tried>;
  /** What the last attempt will have shown of a todo when its way does not lead there. */
  chosen: Map<Todo, Tried>;
  /** So much text may still be read to look at single todos, in UTF-16 units. */
  left: number;
}

/** About what two seconds read. */
const MOST_READ = 500_000;

/** Where to, and whether a section's text is to go there too. */
export interface MoveRequest {
  /** A phase's name or `Cross-phase`. */
  readonly column: string;
  readonly withText: boolean;
  /** Who becomes its owner as well: a role note's path, `''` for nobody; absent: whoever it is. */
  readonly owner?: string | undefined;
}

/** What stays where it is: its marks and properties change, and perhaps a heading. */
const inPlace = ({ source }: LocatedTodo, change: TodoChange | Refusal): Move | Refusal =>
  isRefusal(change)
    ? change
    : {
        changes: [{ path: source.path, before: source.text, edits: change.edits }],
        remarks: change.remarks,
        takes: null,
        definitions: [],
        heading: change.heading && [source, change.heading],
      };

async function retag(
  planning: Planning,
  located: LocatedTodo,
  phase: PhaseSetting | null,
  owner: SetPart,
  role = '',
): Promise<Move | Refusal> {
  const { tags, phases } = planning.index.settings;
  // One tag names the phase; no other may say something else.
  const rename: RenameTag = (tag, at) => changeNestedTag(tags, phases, tag, at === 0 ? phase : null);
  if (role !== '' && isInHeading(located))
    return inPlace(located, await moveBelowHeading(planning, located, rename, { owner: role }));
  return inPlace(located, setParts(located, [changeTodoTags(located, rename), owner]));
}

/** Whether a todo's text goes to the other page, and not only its mark changes. */
const goesAsText = (planning: Planning, todo: Todo, withText: boolean): boolean =>
  withText || (isPageBullet(planning, todo) && todo.tagPhase === null);

/** The texts of todos that go to another page together, by note. */
async function textsThatGo(
  planning: Planning,
  todos: readonly Todo[],
  { column, withText }: MoveRequest,
): Promise<Map<string, Span[]>> {
  const texts = new Map<string, Span[]>();
  for (const todo of todos.length > 1 ? todos : []) {
    const goes = goesAsText(planning, todo, withText) && (withText || columnOf(todo) !== column);
    const located = goes ? await locateTodo(planning, todo) : null;
    if (!located || isRefusal(located)) continue;
    const { source, mark } = located;
    const { start, end } = mark.place;
    const own = texts.get(todo.path) ?? [];
    texts.set(todo.path, own);
    own.push({ start, end: mark.place.kind === 'item' ? itemEnd(source, mark.place.item) : end });
  }
  return texts;
}

/** The smallest changes that may bring a todo into a column, the best first. */
async function* ways(
  planning: Planning,
  todo: Todo,
  located: LocatedTodo,
  { column, withText, owner: role }: MoveRequest,
  there: LabelsThere,
  together: readonly Span[],
  owner: SetPart,
): AsyncGenerator<Move | Refusal> {
  const { index } = planning;
  const phase = index.settings.phases.find(({ name }) => name === column) ?? null;
  const page = phase && index.lifecycle.pages.get(phase.id);
  if (goesAsText(planning, todo, withText)) {
    if (page === undefined || page === null) {
      yield refuse(`${column} has no page that could take the text.`);
      return;
    }
    yield withText
      ? moveSection(planning, located, page, there, together)
      : moveBullet(planning, located, page, there, together, owner.edits);
    return;
  }
  if (todo.tagPhase !== null) yield retag(planning, located, null, owner, role);
  else if (todo.kind === 'note' && todo.path !== index.lifecycle.overview)
    yield inPlace(located, setParts(located, [await setPhase(planning, located, phase), owner]));
  if (phase) yield retag(planning, located, phase, owner, role);
}

/** The next way that may lead there, and does by the index's own rules if each is held to them; else the first reason why none does. */
async function moveOne(
  planning: Planning,
  todo: Todo,
  request: MoveRequest,
  there: LabelsThere,
  together: readonly Span[],
  attempts: Attempts,
): Promise<Move | Refusal> {
  const { index } = planning;
  const stays = request.owner !== undefined && columnOf(todo) === request.column;
  const problem = stays ? null : moveProblem(index, todo, request.column);
  if (problem !== null && !(request.withText && todo.kind === 'section' && columnOf(todo) === request.column))
    return refuse(problem);
  const located = await locateTodo(planning, todo);
  if (isRefusal(located)) return located;
  if (stays) return inPlace(located, await setTodo({ owner: request.owner ?? '' }).change(located, planning));
  const owner =
    request.owner === undefined || isInHeading(located)
      ? setInText([])
      : await setOwner(planning, located, request.owner);
  if (isRefusal(owner)) return owner;
  let first: Refusal | null = null;
  const find = async (passed: number, isHeld: boolean): Promise<Move | null> => {
    let count = 0;
    for await (const way of ways(planning, todo, located, request, there, together, owner)) {
      if (++count <= passed) continue;
      const changes = isRefusal(way) ? [] : [...way.changes, way.takes ?? [], ...way.definitions].flat();
      // Nothing would be written: what ties it is told.
      if (!isRefusal(way) && changes.every(({ edits }) => edits.length === 0)) continue;
      const merged = isRefusal(way) || !isHeld ? way : mergeEdits(changes);
      const kept = 'length' in merged ? await verifyMove(planning, merged, [todo], request) : merged;
      if (isHeld) attempts.left -= changes.reduce((sum, { before }) => sum + before.length, 0);
      if (!isRefusal(kept) && !isRefusal(way)) {
        attempts.chosen.set(todo, { ways: count, first, isSettled: isHeld });
        if (isHeld) attempts.tried.set(todo, { ways: count - 1, first, isSettled: true });
        return way;
      }
      first ??= isRefusal(kept) ? kept : null;
    }
    return null;
  };
  const known = attempts.tried.get(todo);
  first = known?.first ?? null;
  const found = await find(known?.ways ?? 0, false);
  if (found) return found;
  // Another of all may be what stood in its way.
  if ((known ? !known.isSettled : first === null) && attempts.left > 0) {
    first = null;
    const alone = await find(0, true);
    if (alone) return alone;
    attempts.tried.set(todo, { ways: Infinity, first, isSettled: true });
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
  return [...groupBy(todos, ({ path }) => path).values()].flatMap((own) =>
    own.sort((a, b) => a.startLine - b.startLine || a.offset - b.offset),
  );
}

/** Whether the todo stands in text that moves already, and names no phase of its own. `taken` is what goes of its note. */
async function goesAlong(planning: Planning, todo: Todo, taken: readonly Span[]): Promise<boolean> {
  if (todo.tagPhase !== null || taken.length === 0) return false;
  const located = await locateTodo(planning, todo);
  if (isRefusal(located)) return false;
  const { offset } = located.todo;
  return taken.some(({ start, end }) => start <= offset && offset < end);
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
  const planning = { ...given, vault: readingOnce(given.vault) };
  // Whether a way leads there costs a reading of its notes: those of all are looked at together, and by itself only what is like another.
  const attempts: Attempts = { tried: new Map(), chosen: new Map(), left: MOST_READ };
  for (;;) {
    attempts.chosen = new Map();
    const plan = await planMoves(planning, todos, request, attempts);
    if (!('failed' in plan)) return plan;
    const { tried, chosen, left } = attempts;
    const unsure = new Set(left > 0 ? plan.unsure : []);
    const next = [...plan.failed.keys(), ...unsure].flatMap((todo) => {
      const way = tried.get(todo)?.isSettled ? undefined : chosen.get(todo);
      return way && !way.isSettled ? [{ todo, way }] : [];
    });
    if (next.length === 0) return refuse(plan.refusal);
    for (const { todo, way } of next) {
      const ways = unsure.has(todo) ? Infinity : way.ways;
      tried.set(todo, { ...way, ways, first: way.first ?? plan.failed.get(todo) ?? null });
    }
  }
}

async function planMoves(
  planning: Planning,
  todos: readonly Todo[],
  request: MoveRequest,
  attempts: Attempts,
  stays: ReadonlySet<Todo> = new Set(),
): Promise<Planned | MoveFailure> {
  const { column, owner } = request;
  const moved: Todo[] = [];
  const changes: NoteEdit[] = [];
  const definitions: NoteEdit[] = [];
  const remarks: string[] = [];
  const refusals: string[] = [];
  const taken = new Map<string, NoteEdit & { edits: TextEdit[] }>();
  const headings: NonNullable<Move['heading']>[] = [];
  const { lifecycle, settings } = planning.index;
  const page = lifecycle.pages.get(settings.phases.find(({ name }) => name === column)?.id ?? '') ?? '';
  const isText = request.withText || todos.some((todo) => isPageBullet(planning, todo));
  const there = new LabelsThere((isText ? await planning.vault.read(page) : null)?.text ?? '');
  const texts = await textsThatGo(
    planning,
    todos.filter((todo) => !stays.has(todo)),
    request,
  );
  const left = new Set<Todo>(stays);
  for (const todo of inNotes(todos)) {
    await planning.breathe?.();
    if (await goesAlong(planning, todo, taken.get(todo.path)?.edits ?? [])) {
      moved.push(todo);
      continue;
    }
    const move = await moveOne(planning, todo, request, there, texts.get(todo.path) ?? [], attempts);
    if (isRefusal(move)) {
      if (goesAsText(planning, todo, request.withText)) left.add(todo);
      refusals.push(move.refusal);
      continue;
    }
    moved.push(todo);
    for (const change of move.changes) changes.push(change);
    definitions.push(...move.definitions);
    for (const { path, edits } of [...move.changes, ...move.definitions])
      if (path === page) for (const { insert } of edits) there.add(`\n\n${insert}`);
    if (move.takes) {
      const { path, before, edits } = move.takes;
      const own = taken.get(path) ?? { path, before, edits: [] };
      if (own.edits.length === 0) changes.push(own);
      own.edits.push(...edits);
      taken.set(path, own);
    }
    if (move.heading) headings.push(move.heading);
    remarks.push(...move.remarks);
  }
  const [one] = moved;
  // Links to what is left must not go with the others.
  if (one && texts.size > 0 && left.size > stays.size) return planMoves(planning, todos, request, attempts, left);
  if (!one) return refuse(refusals[0] ?? 'No todo is chosen.');
  changes.push(...definitions);
  for (const own of taken.values()) own.edits = joinOverlaps(own.before, own.edits);
  let merged = mergeEdits(changes);
  for (const [source, own] of groupBy(headings, ([of]) => of)) {
    if (isRefusal(merged)) break;
    await planning.breathe?.();
    const edits = merged.find(({ path }) => path === source.path)?.edits ?? [];
    const links = await followChangedHeadings(
      planning.vault,
      source,
      own.map(([, heading]) => heading),
      edits,
    );
    merged = mergeEdits([...merged, ...links.changes]);
    remarks.push(...links.remarks);
  }
  if (isRefusal(merged)) return { ...merged, failed: new Map(), unsure: moved };
  const gains = texts.size > 0 ? merged.find(({ path }) => path === page) : undefined;
  if (gains) remarks.push(...twinRemarks(gains));
  const kept = await verifyMove(planning, merged, moved, request);
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
