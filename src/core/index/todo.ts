import type { Judgement } from '../phase/phase-rules';
import { FoundTodo } from '../todo/found-todo';

const NOT_ALSO: readonly never[] = [];

/** A todo at home on the board: what its note says, and where it belongs. */
export class Todo extends FoundTodo implements Judgement {
  readonly phase: Judgement['phase'] = null;
  readonly why: Judgement['why'] = 'none';
  readonly also: Judgement['also'] = NOT_ALSO;
  readonly path: string = '';
  /** The path of the owner's role note, or null. */
  readonly owner: string | null = null;
  /** For a section without an owner of its own: the one that its note's property names; else null. */
  readonly noteOwner: string | null = null;
  /** It stands in a published copy whose page, or section, is not in the vault. */
  readonly fromCopy: boolean = false;
  readonly #found: FoundTodo;

  constructor(
    found: FoundTodo,
    judgement: Judgement,
    verdict: Omit<Todo, keyof FoundTodo | keyof Judgement> & { readonly title: string },
  ) {
    super(found);
    Object.assign(this, judgement, verdict);
    this.#found = found;
  }

  override get excerpt(): string {
    return this.#found.excerpt;
  }
}
