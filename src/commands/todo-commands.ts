import type { Command } from 'obsidian';
import type { ActionDesk } from '../ui/actions/action-desk';
import { CARD_ACTIONS, type CardAction } from '../ui/actions/card-actions';
import { mayHaveTodo, todoAtCursor } from '../ui/actions/todo-at-cursor';
import { tellReason } from '../ui/plan/run-plan';

/** An action on the innermost todo whose marked text holds the cursor. */
function commandOf(desk: ActionDesk, action: CardAction): Command {
  return {
    id: action.id,
    name: action.command,
    icon: action.icon,
    editorCheckCallback(checking, editor, { file }) {
      if (!file || !mayHaveTodo(desk, editor, file)) return false;
      if (checking) return true;
      void todoAtCursor(desk, editor, file).then(
        (todo) => {
          if (!todo) tellReason('There is no todo at the cursor: put it into the text that #todo marks.');
          else if (!action.isFor(desk, [todo])) tellReason(`“${todo.title}” has no bullets to split into.`);
          else void action.run(desk, [todo]);
        },
        (error: unknown) => tellReason(error instanceof Error ? error.message : String(error)),
      );
      return true;
    },
  };
}

/** The commands on the todo at the cursor of the editor. */
export function todoCommands(desk: ActionDesk): Command[] {
  return CARD_ACTIONS.map((action) => commandOf(desk, action));
}
