import type { MarkedTodo } from '../../todo/find-todos';
import type { HeadingMetadata } from '../../note/note-metadata';
import { isRefusal, type Refusal } from '../../text/refusal';
import type { TextEdit } from '../../text/text-edit';
import { editsInOrder } from '../apply-edits';
import { setProperties, type PropertyPair } from '../frontmatter/set-property';
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

/** What is set of a todo: in its text, which may be a heading's, and in the note's properties. */
export interface SetPart extends Pick<TodoChange, 'edits' | 'heading'> {
  readonly properties: readonly PropertyPair[];
}

/** What is set in a todo's text alone. */
export const setInText = (edits: readonly TextEdit[], heading: TodoChange['heading'] = null): SetPart => ({
  edits,
  heading,
  properties: [],
});

/** What is set in one property of the note alone. */
export const setInProperty = (...pair: PropertyPair): SetPart => ({ edits: [], heading: null, properties: [pair] });

/** The change that sets several parts, or why one of them cannot be set. */
export function setParts({ source }: LocatedTodo, parts: readonly (SetPart | Refusal)[]): TodoChange | Refusal {
  const edits: TextEdit[] = [];
  const properties: PropertyPair[] = [];
  let heading: TodoChange['heading'] = null;
  for (const part of parts) {
    if (isRefusal(part)) return part;
    edits.push(...part.edits);
    properties.push(...part.properties);
    heading ??= part.heading;
  }
  // All at once: each alone would make frontmatter of its own.
  const inFrontmatter = setProperties(source, properties);
  return isRefusal(inFrontmatter) ? inFrontmatter : todoChange(editsInOrder([...edits, ...inFrontmatter]), { heading });
}

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
