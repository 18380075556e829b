import type { Judgement } from '../phase/phase-rules';
import type { FoundTodo } from '../todo/todo';

/** A todo at home on the board: what its note says, and where it belongs. */
export interface Todo extends FoundTodo, Judgement {
  readonly path: string;
  /** The path of the owner's role note, or null. */
  readonly owner: string | null;
  /** It stands in a published copy whose page, or section, is not in the vault. */
  readonly frozen: boolean;
}

/** Columns that are no phase. */
export const CROSS_PHASE = 'Cross-phase';
export const ELSEWHERE = 'Elsewhere';

/** The board's column: the phase's name, Cross-phase for operations as a whole, Elsewhere for the rest of the vault. */
export function columnOf({ phase, why }: Pick<Todo, 'phase' | 'why'>): string {
  return phase?.name ?? (why === 'overview' ? CROSS_PHASE : ELSEWHERE);
}
