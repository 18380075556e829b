import type { Command } from 'obsidian';
import type { ActionContext } from '../ui/actions/action-context';
import { CARD_ACTIONS, type CardAction } from '../ui/actions/card-actions';
import { mayHaveTodo, todoAtCursor, toggleMark } from '../ui/actions/todo-at-cursor';
import { shortTitle } from '../core/index/short-title';
import { tellError, tellReason } from '../ui/plan/run-plan';

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

/** The commands on the todo at the cursor of the editor. */
export const todoCommands = (context: ActionContext): Command[] => [
  {
    id: 'mark-section',
    name: 'Mark section as unfinished (add #todo)',
    icon: 'tag',
    editorCheckCallback(checking, editor, { file }) {
      if (file && !checking) void toggleMark(context, editor, file);
      return file !== null;
    },
  },
  ...CARD_ACTIONS.map((action) => commandOf(context, action)),
];
