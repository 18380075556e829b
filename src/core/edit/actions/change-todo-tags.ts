import { isTodoTag } from '../../todo/todo-tags';
import { editsInOrder } from '../apply-edits';
import { changedHeading } from './mark-done';
import { todoChange, type TodoChange } from './todo-change';
import { isRefusal, type Refusal } from '../../text/refusal';
import type { TextEdit } from '../../text/text-edit';
import { changeTags } from '../frontmatter/change-tags';
import { guardsOf, type LocatedTodo } from '../locate-todo';

/**
 * Gives each of a todo's tags another name where it stands, in the text and in the frontmatter; `rename` gets a tag with its place among them, the
 * frontmatter's first, and answers with the tag, `#` included.
 */
export function changeTodoTags(
  located: LocatedTodo,
  rename: (tag: string, at: number) => string,
): TodoChange | Refusal {
  const { source, settings, mark } = located;
  const guards = guardsOf(located);
  const inFront = mark.tags.length - mark.bodyTags.length;
  const edits: TextEdit[] = mark.bodyTags.flatMap(({ tag, position: { start } }, at) => {
    const now = rename(tag, inFront + at);
    return now === tag ? [] : [{ start: start.offset, end: start.offset + tag.length, insert: now, guards }];
  });
  if (inFront > 0) {
    const renamed = (tag: string): string =>
      isTodoTag(settings.tags, tag)
        ? rename(
            tag,
            Math.max(
              0,
              mark.tags.findIndex((one) => one.tag === tag),
            ),
          )
        : tag;
    const front = changeTags(source, renamed);
    if (isRefusal(front)) return front;
    for (const edit of front) edits.push(edit);
  }
  return todoChange(editsInOrder(edits), { heading: changedHeading(located) });
}
