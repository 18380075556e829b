import { notesTouched, type Planned } from '../../core/edit/edit-plan';
import { isRefusal } from '../../core/text/refusal';
import { moveProblem } from '../../core/edit/move/move-problem';
import { planMove } from '../../core/edit/move/plan-move';
import type { Todo } from '../../core/index/todo';
import type { ActionContext } from './action-context';

/** Where todos can be put: a column, and where cards are grouped the key of a row there. */
export interface DropPlace {
  readonly column: string;
  readonly row?: string | undefined;
}

/** What can be said of a column while todos hang over it. */
export interface Prospect {
  /** `unknown`: the plan is being made. */
  readonly kind: 'possible' | 'impossible' | 'unknown';
  readonly text: string;
}

/**
 * The plans of a move, one for each column, made while somebody still looks for the column: the plan answers whether a drop is possible, and
 * does it. What the index alone can say comes at once.
 */
export class MovePlans {
  private readonly plans = new Map<
    string,
    { readonly version: number; readonly planning: Promise<Planned>; planned: Planned | null }
  >();

  constructor(
    private readonly context: ActionContext,
    readonly todos: readonly Todo[],
    /** A plan is there that was not. */
    private readonly told: () => void = () => undefined,
  ) {}

  /** Begins to plan for all columns, one after another. */
  async prepare(columns: readonly string[]): Promise<void> {
    for (const column of columns) if (this.problem(column) === null) await this.plan(column).catch(() => undefined);
  }

  /** Why none of the todos can go there, as far as the index alone can say. */
  problem(column: string): string | null {
    const problems = this.todos.map((todo) => moveProblem(this.context.index, todo, column));
    return problems.includes(null) ? null : (problems[0] ?? null);
  }

  /** The plan for a column, made anew when anything has changed since. */
  plan(column: string): Promise<Planned> {
    const { version } = this.context.index;
    const known = this.plans.get(column);
    if (known?.version === version) return known.planning;
    const planning = this.context.planning().then((given) => planMove(given, this.todos, { column, withText: false }));
    const made = { version, planning, planned: null as Planned | null };
    this.plans.set(column, made);
    void planning.then(
      (planned) => {
        made.planned = planned;
        this.told();
      },
      () => undefined,
    );
    return planning;
  }

  prospect(column: string): Prospect {
    const problem = this.problem(column);
    if (problem !== null) return { kind: 'impossible', text: problem };
    const planned = this.plans.get(column)?.planned;
    if (!planned) return { kind: 'unknown', text: `Move to ${column}` };
    if (isRefusal(planned)) return { kind: 'impossible', text: planned.refusal };
    const notes = notesTouched(planned);
    return { kind: 'possible', text: `Move to ${column}${notes > 1 ? ` · writes ${notes} notes` : ''}` };
  }
}
