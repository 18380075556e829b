import { notesTouched, type Planned } from '../../core/edit/edit-plan';
import { isRefusal } from '../../core/text/refusal';
import { moveProblem } from '../../core/edit/move/move-problem';
import { planMove, type MoveRequest } from '../../core/edit/move/plan-move';
import type { Todo } from '../../core/index/todo';
import { columnOf } from '../../core/phase/columns';
import { noteName } from '../../core/note/link-text';
import type { Group } from '../../core/settings/view';
import type { ActionContext } from './action-context';

/** Where todos can be put: a column, and where cards are grouped the key of a row there. */
export interface DropPlace {
  readonly column: string;
  readonly row?: string | undefined;
}

/** What can be said of a place while todos hang over it. */
export interface DropHint {
  /** `unknown`: the plan is being made. */
  readonly kind: 'possible' | 'impossible' | 'unknown';
  readonly text: string;
}

const keyOf = ({ column, row }: DropPlace): string => JSON.stringify([column, row]);

/**
 * The plans of a move, one for each place, made while somebody still looks for the place: the plan answers whether a drop is possible, and
 * does it. What the index alone can say comes at once.
 */
export class MovePlans {
  private readonly plans = new Map<
    string,
    { readonly version: number; readonly planning: Promise<Planned>; planned: Planned | null }
  >();

  constructor(
    private readonly context: ActionContext,
    private readonly todos: readonly Todo[],
    private readonly group: Group,
    /** The rows that they stand in. */
    private readonly rows: readonly (string | undefined)[],
    /** A plan is there that was not. */
    private readonly told: () => void,
  ) {}

  /** Begins to plan for places, one after another; others are planned for when they are asked about. */
  async prepare(places: readonly DropPlace[]): Promise<void> {
    for (const place of places) if (this.problem(place) === null) await this.plan(place).catch(() => undefined);
  }

  private request({ column, row }: DropPlace): MoveRequest {
    const isNew = this.group === 'owners' && this.todos.some(({ owner }) => (owner ?? '') !== row);
    return { column, withText: false, ...(isNew && { owner: row }) };
  }

  /** Why none of the todos can go there, as far as the index alone can say. */
  problem(place: DropPlace): string | null {
    const { column, row } = place;
    if (this.group === 'notes' && row !== undefined && this.rows.some((own) => own !== row))
      return 'Rows are only to look at here, and a card stays in its own. Drop it there.';
    const { owner } = this.request(place);
    const problems = this.todos.map((todo) =>
      owner !== undefined && columnOf(todo) === column ? null : moveProblem(this.context.index, todo, column),
    );
    return problems.includes(null) ? null : (problems[0] ?? null);
  }

  /** The plan for a place, made anew when anything has changed since. */
  plan(place: DropPlace): Promise<Planned> {
    const { version } = this.context.index;
    const known = this.plans.get(keyOf(place));
    if (known?.version === version) return known.planning;
    const planning = this.context.planning().then((given) => planMove(given, this.todos, this.request(place)));
    const made = { version, planning, planned: null as Planned | null };
    this.plans.set(keyOf(place), made);
    void planning.then(
      (planned) => {
        made.planned = planned;
        this.told();
      },
      () => undefined,
    );
    return planning;
  }

  /** Where in a note that gets text at a place the most is written, a UTF-16 offset in its text of now; Infinity while that is not planned. */
  offsetIn(place: DropPlace, path: string): number {
    const planned = this.plans.get(keyOf(place))?.planned;
    const edits = planned && !isRefusal(planned) ? planned.changes.filter((one) => one.path === path) : [];
    const [longest] = edits.flatMap((one) => [...one.edits]).sort((a, b) => b.insert.length - a.insert.length);
    return longest?.start ?? Infinity;
  }

  prospect(place: DropPlace): DropHint {
    const problem = this.problem(place);
    if (problem !== null) return { kind: 'impossible', text: problem };
    const known = this.plans.get(keyOf(place));
    if (!known) void this.plan(place).catch(() => undefined);
    const planned = known?.planned;
    if (!planned) return { kind: 'unknown', text: this.words(place) };
    if (isRefusal(planned)) return { kind: 'impossible', text: planned.refusal };
    const notes = notesTouched(planned);
    return { kind: 'possible', text: `${this.words(place)}${notes > 1 ? ` · writes ${notes} notes` : ''}` };
  }

  /** `Move to Day 1, owner SRE` */
  private words(place: DropPlace): string {
    const { column, owner } = this.request(place);
    if (owner === undefined) return `Move to ${column}`;
    if (this.todos.every((todo) => columnOf(todo) === column))
      return owner === '' ? 'Take the owner away' : `Make ${noteName(owner)} the owner`;
    return `Move to ${column}, ${owner === '' ? 'no owner' : `owner ${noteName(owner)}`}`;
  }
}
