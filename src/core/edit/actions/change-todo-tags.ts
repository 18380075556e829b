import { isTodoTag } from '../../todo/todo-tags';
import { editsInOrder } from '../apply-edits';
import { changedHeading } from './mark-done';
import { setInText, type SetPart } from './todo-change';
import { isRefusal, type Refusal } from '../../text/refusal';
import type { TextEdit } from '../../text/text-edit';
import { changeTags } from '../frontmatter/change-tags';
import { guardsOf, type LocatedTodo } from '../locate-todo';

/** What a tag of a todo becomes, `#` included: given with its place among the todo's tags, the frontmatter's first. */
export type RenameTag = (tag: string, at: number) => string;

/** Gives each of a todo's tags another name where it stands, in the text and in the frontmatter. */
export function changeTodoTags(located: LocatedTodo, rename: RenameTag): SetPart | Refusal {
  const { source, settings, mark } = located;
  const guards = guardsOf(located);
  const inFront = mark.tags.length - mark.bodyTags.length;
  const edits: TextEdit[] = mark.bodyTags.flatMap(({ tag, position: { start } }, at) => {
    const now = rename(tag, inFront + at);
    return now === tag ? [] : [{ start: start.offset, end: start.offset + tag.length, insert: now, guards }];
  });
  if (inFront > 0) {
    const placeOf = (tag: string): number => mark.tags.findIndex((one) => one.tag === tag);
    const front = changeTags(source, (tag) =>
      isTodoTag(settings.tags, tag) ? rename(tag, Math.max(0, placeOf(tag))) : tag,
    );
    if (isRefusal(front)) return front;
    for (const edit of front) edits.push(edit);
  }
  return setInText(editsInOrder(edits), changedHeading(located));
}
