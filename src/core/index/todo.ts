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
export class JudgedTodo implements Todo {
  readonly kind: Todo['kind'];
  readonly block: Todo['block'];
  readonly tableHead: Todo['tableHead'];
  readonly line: number;
  readonly startLine: number;
  readonly offset: number;
  readonly title: string;
  readonly headings: readonly string[];
  readonly tags: readonly string[];
  readonly tagPhase: string | null;
  readonly state: string | null;
  readonly unknownPhase: string | null;
  readonly status: string | null;
  readonly due: string | null;
  readonly ownerLinks: readonly string[];
  readonly bullets: number;
  readonly stub: boolean;
  readonly hidden: boolean;
  readonly copy: number | null;
  readonly ordinal: number;
  readonly duplicates: number;
  readonly duplicateIndex: number;
  readonly phase: Todo['phase'];
  readonly why: Todo['why'];
  readonly also: Todo['also'];
  readonly path: string;
  readonly owner: string | null;
  readonly noteOwner: string | null;
  readonly fromCopy: boolean;
  readonly #found: FoundTodo;

  constructor(found: FoundTodo, { path, title, owner, noteOwner, fromCopy, judgement }: Verdict) {
    this.kind = found.kind;
    this.block = found.block;
    this.tableHead = found.tableHead;
    this.line = found.line;
    this.startLine = found.startLine;
    this.offset = found.offset;
    this.title = title;
    this.headings = found.headings;
    this.tags = found.tags;
    this.tagPhase = found.tagPhase;
    this.state = found.state;
    this.unknownPhase = found.unknownPhase;
    this.status = found.status;
    this.due = found.due;
    this.ownerLinks = found.ownerLinks;
    this.bullets = found.bullets;
    this.stub = found.stub;
    this.hidden = found.hidden;
    this.copy = found.copy;
    this.ordinal = found.ordinal;
    this.duplicates = found.duplicates;
    this.duplicateIndex = found.duplicateIndex;
    this.phase = judgement.phase;
    this.why = judgement.why;
    this.also = judgement.also;
    this.path = path;
    this.owner = owner;
    this.noteOwner = noteOwner;
    this.fromCopy = fromCopy;
    this.#found = found;
  }

  /** Made when somebody asks. */
  get excerpt(): string {
    return this.#found.excerpt;
  }
}

/** Columns that are no phase. */
export const CROSS_PHASE = 'Cross-phase';
export const ELSEWHERE = 'Elsewhere';

/** The board's column: the phase's name, Cross-phase for operations as a whole, Elsewhere for the rest of the vault. */
export function columnOf({ phase, why }: Pick<Todo, 'phase' | 'why'>): string {
  return phase?.name ?? (why === 'overview' ? CROSS_PHASE : ELSEWHERE);
}
