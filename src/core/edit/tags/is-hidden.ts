import { isCommented } from '../../note/comment-place';
import type { NoteSource } from '../../note/note-source';
import type { MarkedTodo } from '../../todo/find-todos';

/** Whether a todo's tags all stand in `%% comments %%`, which the published site leaves out; false when it has none in the text. */
export function isHidden(source: NoteSource, { mark: { bodyTags } }: Pick<MarkedTodo, 'mark'>): boolean {
  return bodyTags.length > 0 && bodyTags.every(({ position: { start } }) => isCommented(source, start.offset));
}
