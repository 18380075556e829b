import { checkboxOf } from '../../markdown/marks/line-marks';
import { lastStartingBy } from '../../note/by-position';
import type { HeadingMetadata } from '../../note/note-metadata';
import { lineAt, nextLineStart } from '../../note/text-line';
import type { MarkedTodo } from '../../todo/find-todos';
import { isClosed } from '../../todo/found-todo';
import { isTodoTag } from '../../todo/todo-tags';
import { editsInOrder } from '../apply-edits';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import { changeTags } from '../frontmatter/change-tags';
import { guardsOf, type LocatedTodo } from '../locate-todo';
import { removeBodyTags } from '../tags/remove-tags';
import { todoChange, type TodoAction, type TodoChange } from './todo-change';
import { toggleByTasks, writeBox, type Toggled, type ToggleTask } from './toggle-by-tasks';

/** The open todos inside the marked text. A tag line that the parser takes for the last bullet's marks the section around it, and is none of them. */
function openInside({ mark: { place }, todo, all }: LocatedTodo): MarkedTodo[] {
  const at = (offset: number): number => lastStartingBy(all, offset - 1, (one) => one.todo.offset) + 1;
  return all
    .slice(at(place.start), at(place.end))
    .filter(
      (one) =>
        one.todo !== todo && !isClosed(one.todo) && one.todo.copy === todo.copy && one.mark.place.start >= place.start,
    );
}

function check({ source, name, todo, mark }: LocatedTodo, toggleTask: ToggleTask | null): Toggled | Refusal {
  const at = mark.place.kind === 'item' ? mark.place.start : todo.offset;
  const line = lineAt(source.text, at);
  const box = checkboxOf(source.text.slice(line.start, line.end));
  if (!box) return refuse(`The checkbox of “${name}” stands where it cannot be checked surely. Check it in the note.`);
  return toggleTask ? toggleByTasks(source, line, toggleTask, name) : { edit: writeBox(line, box, 'x'), isDone: true };
}

/** The edits that take away all tags of a todo, wherever they stand, those of the text (`cuts`), and the heading that they change. */
export function removeMark(located: LocatedTodo): TodoChange | Refusal {
  const { source, settings, mark } = located;
  const body = removeBodyTags(located);
  if (isRefusal(body)) return body;
  const isInFrontmatter = mark.tags.length > mark.bodyTags.length;
  const front = isInFrontmatter ? changeTags(source, (tag) => (isTodoTag(settings.tags, tag) ? null : tag)) : [];
  if (isRefusal(front)) return front;
  return todoChange(editsInOrder([...front, ...body]), { cuts: body, heading: changedHeading(located) });
}

/** The heading in whose line a tag of the todo stands, or null. */
export function changedHeading({ source, mark: { place, bodyTags } }: LocatedTodo): HeadingMetadata | null {
  if (place.kind !== 'section') return null;
  const { heading } = place.section;
  const end = nextLineStart(source.text, lineAt(source.text, heading.position.end.offset));
  return bodyTags.some(
    ({ position: { start } }) =>
      start.offset >= place.start && start.offset < end && source.sectionAt(start.offset)?.type === 'heading',
  )
    ? heading
    : null;
}

/**
 * Marks a todo as done: a checkbox is checked and its tag kept, or becomes what Tasks makes of it when that is installed; else
 * all its tags go, and nothing besides. What stood beside a tag stays: a date, an owner, other tags.
 */
export function markDone(toggleTask: ToggleTask | null = null): TodoAction {
  let isDone = true;
  return {
    done: (what) => (isDone ? `Marked ${what} as done` : `Toggled ${what} as Tasks does: not done yet`),
    change(located) {
      const { name, todo } = located;
      if (isClosed(todo)) return refuse(`“${name}” is done already.`);
      const leftOpen = openInside(located);
      if (todo.status !== null) {
        const checked = check(located, toggleTask);
        if (isRefusal(checked)) return checked;
        isDone &&= checked.isDone;
        return todoChange([{ ...checked.edit, guards: guardsOf(located) }], { leftOpen });
      }
      const removed = removeMark(located);
      return isRefusal(removed) ? removed : { ...removed, leftOpen };
    },
  };
}
