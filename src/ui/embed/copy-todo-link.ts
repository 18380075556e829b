import { locateTodo } from '../../core/edit/locate-todo';
import type { Todo } from '../../core/index/todo';
import { ANYWHERE } from '../../core/link/plan-copied-link';
import { planLink, type PlannedLink } from '../../core/link/plan-link';
import { isRefusal, type Refusal } from '../../core/text/refusal';
import type { ActionContext } from '../actions/action-context';
import { copyPlanned } from './copy-embed';

/** The link to the section that a todo marks or stands in; to its note where it is in none. */
async function linkTo(context: ActionContext, todo: Todo): Promise<PlannedLink | Refusal> {
  const planning = await context.planning();
  const located = await locateTodo(planning, todo);
  if (isRefusal(located)) return located;
  const { source, mark } = located;
  const section = mark.place.kind === 'note' ? null : source.outline.sectionAt(mark.place.start);
  const place = section
    ? ({ kind: 'heading', line: section.heading.position.start.line } as const)
    : ({ kind: 'note' } as const);
  return planLink({ source: ANYWHERE, target: todo.path, place }, planning.vault);
}

/** Copies the link to a todo's place. To be called while what the user did is handled. */
export const copyTodoLink = (context: ActionContext, todo: Todo): Promise<void> =>
  copyPlanned(context, 'Copy this link', linkTo(context, todo));
