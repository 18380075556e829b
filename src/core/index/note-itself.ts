import { noteName } from '../note/link-text';
import type { NoteMetadata } from '../note/note-metadata';
import { propertyOf } from '../note/property-of';
import type { ResolveLink } from '../phase/lifecycle-input';
import { judgeNote } from '../phase/phase-rules';
import { propertyValues } from '../phase/property-values';
import { FoundTodo } from '../todo/found-todo';
import { ownerInProperties, type Roles } from './owner';
import { Todo } from './todo';

/** Whether it stands for a note that no tag marks: nothing to be done, only something that belongs somewhere. */
export const isUnmarked = ({ tags }: Pick<FoundTodo, 'tags'>): boolean => tags.length === 0;

/** A note that no tag marks, judged as a todo that marks it would be, but for a tag's own say. */
export function noteItself(path: string, metadata: NoteMetadata | null, index: Roles, resolve: ResolveLink): Todo {
  const { lifecycle, settings } = index;
  const phaseValues = propertyValues(propertyOf(metadata?.frontmatter, settings.properties.phase));
  const judge = judgeNote({ path, headingMarks: [], phaseValues }, { lifecycle, resolve });
  return new Todo(new FoundTodo(), judge({ offset: 0, tagPhase: null, copiedFrom: null }), {
    path,
    title: noteName(path),
    owner: ownerInProperties(metadata, path, index, resolve),
    noteOwner: null,
    fromCopy: false,
  });
}
