import type { MarkedTodo } from '../../todo/find-todos';
import type { HeadingMetadata } from '../../note/note-metadata';
import type { Refusal } from '../../text/refusal';
import type { TextEdit } from '../../text/text-edit';
import type { PropertyPair } from '../frontmatter/set-property';
import type { LocatedTodo } from '../locate-todo';
import type { Planning } from '../planning';

/** What an action changes for one todo, all of it in the todo's own note; links to a heading that changes are followed afterwards. */
export interface TodoChange {
  readonly edits: readonly TextEdit[];
  /** Those of them that take tags out of the text: they must leave every block what it is. */
  readonly cuts: readonly TextEdit[];
  /** The heading whose text the edits change, or null. */
  readonly heading: HeadingMetadata | null;
  /** Todos inside that the action leaves open. */
  readonly leftOpen: readonly MarkedTodo[];
  readonly remarks: readonly string[];
}

/** What is set of a todo: in its text, and in the note's properties, which change all at once. */
export interface SetPart {
  readonly edits: readonly TextEdit[];
  readonly properties: readonly PropertyPair[];
}

/** What is set in a todo's text alone. */
export const setInText = (edits: readonly TextEdit[]): SetPart => ({ edits, properties: [] });

/** An action on one todo, as a value: what it is called when it is done, and what it changes. */
export interface TodoAction {
  /** What a notice says, given the todo's title or `3 todos`: `Marked Metrics Tracking as done`. */
  readonly done: (what: string) => string;
  readonly change: (located: LocatedTodo, planning: Planning) => TodoChange | Refusal | Promise<TodoChange | Refusal>;
}

/** A change with whatever is not given left empty. */
export function todoChange(edits: readonly TextEdit[], rest: Partial<Omit<TodoChange, 'edits'>> = {}): TodoChange {
  return { edits, cuts: [], heading: null, leftOpen: [], remarks: [], ...rest };
}
