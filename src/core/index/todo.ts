import type { Judgement } from '../phase/phase-rules';
import type { FoundTodo } from '../todo/found-todo';

/** A todo at home on the board: what its note says, and where it belongs. */
export interface Todo extends FoundTodo, Judgement {
  readonly path: string;
  /** The path of the owner's role note, or null. */
  readonly owner: string | null;
  /** For a section without an owner of its own: the one that its note's property names; else null. */
  readonly noteOwner: string | null;
  /** It stands in a published copy whose page, or section, is not in the vault. */
  readonly fromCopy: boolean;
}

/** What judging adds to a todo as its note tells it. */
export interface Verdict {
  readonly path: string;
  readonly title: string;
  readonly owner: string | null;
  readonly noteOwner: string | null;
  readonly fromCopy: boolean;
  readonly judgement: Judgement;
}

/** A found todo with its verdict. Written out, because an object that is spread into another takes V8 five times the room. */
export function judgedTodo(found: FoundTodo, { path, title, owner, noteOwner, fromCopy, judgement }: Verdict): Todo {
  return {
    kind: found.kind,
    block: found.block,
    tableHead: found.tableHead,
    line: found.line,
    startLine: found.startLine,
    offset: found.offset,
    title,
    headings: found.headings,
    excerpt: found.excerpt,
    tags: found.tags,
    tagPhase: found.tagPhase,
    state: found.state,
    unknownPhase: found.unknownPhase,
    status: found.status,
    due: found.due,
    ownerLinks: found.ownerLinks,
    bullets: found.bullets,
    stub: found.stub,
    hidden: found.hidden,
    copy: found.copy,
    ordinal: found.ordinal,
    duplicates: found.duplicates,
    duplicateIndex: found.duplicateIndex,
    phase: judgement.phase,
    why: judgement.why,
    also: judgement.also,
    path,
    owner,
    noteOwner,
    fromCopy,
  };
}

/** Columns that are no phase. */
export const CROSS_PHASE = 'Cross-phase';
export const ELSEWHERE = 'Elsewhere';

/** The board's column: the phase's name, Cross-phase for operations as a whole, Elsewhere for the rest of the vault. */
export function columnOf({ phase, why }: Pick<Todo, 'phase' | 'why'>): string {
  return phase?.name ?? (why === 'overview' ? CROSS_PHASE : ELSEWHERE);
}
