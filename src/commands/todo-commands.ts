import type { Command } from 'obsidian';
import type { ActionContext } from '../ui/actions/action-context';
import { CARD_ACTIONS, type CardAction } from '../ui/actions/card-actions';
import { mayHaveTodo, readAtCursor, todoAtCursor } from '../ui/actions/todo-at-cursor';
import { planMark } from '../core/edit/mark/plan-mark';
import { refuse } from '../core/text/refusal';
import { shortTitle } from '../core/index/short-title';
import { runPlan, tellError, tellReason } from '../ui/plan/run-plan';

/** An action on the innermost todo whose marked text holds the cursor. */
function commandOf(context: ActionContext, action: CardAction): Command {
  return {
    id: action.id,
    name: action.command,
    icon: action.icon,
    editorCheckCallback(checking, editor, { file }) {
      if (!file || !mayHaveTodo(context, editor, file)) return false;
      if (checking) return true;
      void todoAtCursor(context, editor, file).then((todo) => {
        if (!todo) tellReason('There is no todo at the cursor: put it into the text that #todo marks.');
        else if (!action.isFor(context, [todo])) tellReason(`“${shortTitle(todo)}” has no bullets to split into.`);
        else void action.run(context, [todo]);
      }, tellError);
      return true;
    },
  };
}

/** Marks the bullet or section at the cursor; again takes the mark away. */
const markSection = (context: ActionContext): Command => ({
  id: 'mark-section',
  name: 'Mark section as unfinished (add #todo)',
  icon: 'tag',
  editorCheckCallback(checking, editor, { file }) {
    if (!file) return false;
    if (!checking)
      void runPlan(
        context,
        readAtCursor(context, editor, file).then((read) =>
          read ? planMark(read.planning, file.path, read.offset) : refuse(`${file.path} is not in the vault any more.`),
        ),
      );
    return true;
  },
});

/** The commands on the todo at the cursor of the editor. */
export function todoCommands(context: ActionContext): Command[] {
  return [markSection(context), ...CARD_ACTIONS.map((action) => commandOf(context, action))];
}
