import { noteName } from '../note/link-text';
import type { NoteMetadata } from '../note/note-metadata';
import { propertyOf } from '../note/property-of';
import { judgeNote, type PhaseRuleContext } from '../phase/phase-rules';
import { propertyValues } from '../phase/property-values';
import type { Settings } from '../settings/settings';
import { FoundTodo } from '../todo/found-todo';
import { ownerOfProperty, type RoleOf } from './owner';
import { Todo } from './todo';

/** Whether it stands for a note that no tag marks: nothing to be done, only something that belongs somewhere. */
export const isUnmarked = ({ tags }: Pick<FoundTodo, 'tags'>): boolean => tags.length === 0;

export interface NoteItselfContext extends PhaseRuleContext {
  readonly properties: Settings['properties'];
  readonly roleOf: RoleOf;
}

/** A note that no tag marks, judged as a todo that marks it would be, but for a tag's own say. */
export function noteItself(
  path: string,
  metadata: NoteMetadata | null,
  { properties, roleOf, ...context }: NoteItselfContext,
): Todo {
  const valuesOf = (key: string) => propertyValues(propertyOf(metadata?.frontmatter, key));
  const note = { path, headingMarks: [], phaseValues: valuesOf(properties.phase) };
  const owners = valuesOf(properties.owner);
  return new Todo(new FoundTodo(), judgeNote(note, context)({ offset: 0, tagPhase: null, copiedFrom: null }), {
    path,
    title: noteName(path),
    owner: ownerOfProperty(owners, path, context.lifecycle.rolesFolder, roleOf, context.resolve),
    noteOwner: null,
    fromCopy: false,
  });
}
