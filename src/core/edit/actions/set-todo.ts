import { editsInOrder } from '../apply-edits';
import { isRefusal, refuse, type Refusal } from '../../text/refusal';
import type { LocatedTodo } from '../locate-todo';
import type { Planning } from '../planning';
import { lineComments } from '../tags/inline-marks';
import { lineAt } from '../../note/text-line';
import { tagLineBelow, writeTag } from '../tags/add-tag';
import { leadingTag } from './todo-lines';
import type { RenameTag } from './change-todo-tags';
import { changedHeading, removeMark } from './mark-done';
import { refuseDue, setDue, writeDue } from './set-due';
import { setOwner, writeRoleLink } from './set-owner';
import { refuseState, setState, renameToState } from './set-state';
import { setParts, todoChange, type TodoAction, type TodoChange } from './todo-change';

/** What is to be set; what is not given stays, `''` takes it away. */
export interface TodoSettings {
  /** The part of the tag that names no phase: `blocked`. */
  readonly state?: string;
  /** The path of a role's note. */
  readonly owner?: string;
  /** An ISO date. */
  readonly due?: string;
}

const WORDS = { state: 'state', owner: 'owner', due: 'due date' } as const;

/** Whether nothing is set, and something is taken away. */
const isNothing = ({ state = '', owner = '', due = '' }: TodoSettings): boolean => state + owner + due === '';

/** `state, owner and due date` */
function listWords(given: TodoSettings, link = 'and'): string {
  const words = (['state', 'owner', 'due'] as const).flatMap((key) => (given[key] === undefined ? [] : [WORDS[key]]));
  return words.length < 2 ? (words[0] ?? 'nothing') : `${words.slice(0, -1).join(', ')} ${link} ${words.at(-1) ?? ''}`;
}

/** Whether all tags of the todo stand in its heading. */
export const isInHeading = (located: LocatedTodo): boolean =>
  located.mark.place.kind === 'section' && leadingTag(located) === null;

/**
 * A tag in a heading has no line on which an owner or a date could stand without becoming part of links: it moves to a tag line below the heading,
 * and takes them there.
 */
export async function moveBelowHeading(
  planning: Planning,
  located: LocatedTodo,
  rename: RenameTag,
  { owner = '', due = '' }: Pick<TodoSettings, 'owner' | 'due'>,
): Promise<TodoChange | Refusal> {
  const { source, mark } = located;
  const heading = changedHeading(located);
  const removed = removeMark(located);
  if (isRefusal(removed)) return removed;
  if (!heading) return refuse(`“${located.name}” has no line of its own for an owner or a date.`);
  const refusal = refuseDue(due);
  if (refusal) return refusal;
  const link = owner === '' ? '' : await writeRoleLink(planning, source.path, owner);
  if (typeof link !== 'string') return link;
  const line = lineAt(source.text, heading.position.start.offset);
  const isHidden = lineComments(source.text, line).some(({ start, end }) =>
    mark.bodyTags.some(({ position }) => position.start.offset > start && position.start.offset < end),
  );
  const words = [
    ...mark.tags.map(({ tag }, at) => writeTag(rename(tag, at), isHidden)),
    link,
    due === '' ? '' : writeDue(due),
  ]
    .filter((word) => word !== '')
    .join(' ');
  const edits = editsInOrder([...removed.edits, tagLineBelow(source, heading, words)]);
  return todoChange(edits, {
    cuts: removed.cuts,
    heading,
    remarks: [
      'The tag stands on a line of its own below the heading now: a heading’s text is part of the links to it.',
    ],
  });
}

/** Sets a todo's state, owner and due date, as many as are given, in one change. */
export function setTodo(given: TodoSettings): TodoAction {
  return {
    done: (what) => `Changed ${listWords(given)} of ${what}`,
    async change(located, planning) {
      const { state, owner, due } = given;
      if (isInHeading(located) && ((owner ?? '') !== '' || (due ?? '') !== ''))
        return (
          refuseState(located.settings, state ?? '') ??
          moveBelowHeading(planning, located, state === undefined ? (tag) => tag : renameToState(located, state), given)
        );
      const change = setParts(located, [
        ...(state === undefined ? [] : [setState(located, state)]),
        ...(owner === undefined ? [] : [await setOwner(planning, located, owner)]),
        ...(due === undefined ? [] : [setDue(planning, located, due)]),
      ]);
      if (isRefusal(change) || change.edits.length > 0) return change;
      return refuse(
        isNothing(given)
          ? `“${located.name}” has no ${listWords(given, 'or')} to take away.`
          : `“${located.name}” has this ${listWords(given)} already.`,
      );
    },
  };
}
