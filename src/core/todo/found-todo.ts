/** What a todo tag's place marks. The interface says note, section, bullet, and paragraph or table row. */
export type TodoKind = 'note' | 'section' | 'item' | 'block';

/** What a todo of kind `block` is; a callout is a quote. */
export type BlockKind = 'paragraph' | 'row' | 'quote';

const NONE: readonly never[] = [];

/**
 * A todo as its own note tells it, before anything is known of the rest of the vault; made of nothing, the one of a note that no tag marks. This is the one
 * place that knows the fields: declared, they lie in the object, where one that is spread into another takes V8 four times the room.
 */
export class FoundTodo {
  readonly kind: TodoKind = 'note';
  /** For kind `block`, else null. */
  readonly block: BlockKind | null = null;
  /** For a table's row the plain text of the cells above it; else null. */
  readonly tableHead: readonly string[] | null = null;
  /** 0-based line of the first tag; for frontmatter, of its `tags` key. */
  readonly line: number = 0;
  /** 0-based line at which the marked text begins: a section's heading, a bullet, a paragraph; 0 for a note. */
  readonly startLine: number = 0;
  /** UTF-16 offset of that line's first tag, or of the `tags` key. */
  readonly offset: number = 0;
  /** Plain text, one line; never empty for a section, an item or a block. For a note: the note's name. */
  readonly title: string = '';
  /** The headings above it as plain text, outermost first, the section's own included; none for a note. */
  readonly headings: readonly string[] = NONE;
  /** As written, with `#`, in the order of the note. */
  readonly tags: readonly string[] = NONE;
  /** Tags that are no todo's and stand beside it, with `#`: on its lines, in its heading, a note's among its properties. */
  readonly otherTags: readonly string[] = NONE;
  /** The id of the phase that a nested tag names, or null. */
  readonly tagPhase: string | null = null;
  /** What a nested tag says besides a phase: `blocked`; null when nothing. */
  readonly state: string | null = null;
  /** A nested tag's segment that looks like a phase but names none, such as `day-7`; null when there is none. */
  readonly unknownPhase: string | null = null;
  /** The checkbox's character, or null for what has no checkbox. */
  readonly status: string | null = null;
  /** ISO date, or null. */
  readonly due: string | null = null;
  /** Link paths that may name the owner, as written on its bullet or tag line. */
  readonly ownerLinks: readonly string[] = NONE;
  /** Top-level bullets in the marked text that are not empty. */
  readonly bullets: number = 0;
  /** Nothing is written but the heading and the tag. */
  readonly stub: boolean = false;
  /** All its tags stand in `%% comments %%`, which the published site leaves out. */
  readonly hidden: boolean = false;
  /** The index of the published copy whose text holds it, or null. */
  readonly copy: number | null = null;
  /** 0-based position among the note's todos of the same kind and heading chain, in the same copy. */
  readonly ordinal: number = 0;
  /** How many of those have the same title, itself too, and which of them it is, from 0. */
  readonly duplicates: number = 1;
  readonly duplicateIndex: number = 0;

  constructor(told: Partial<Omit<FoundTodo, 'excerpt'>> = {}) {
    Object.assign(this, told);
  }

  /** The marked source without heading line, tag lines, own marker and todo tags; LF between lines; not cut. */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a field would be handed on with the others
  get excerpt(): string {
    return '';
  }
}

/** Whether a checkbox closes the todo: `[x]`, `[X]` and `[-]` do. */
export function isClosed(todo: { readonly status: string | null }): boolean {
  return todo.status === 'x' || todo.status === 'X' || todo.status === '-';
}
