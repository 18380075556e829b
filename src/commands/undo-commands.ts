import type { Command } from 'obsidian';
import type { ActionContext } from '../ui/actions/action-context';
import { tellStep } from '../ui/plan/run-plan';

/** The commands that take a change of the board back, and make it again. */
export function undoCommands(context: ActionContext): Command[] {
  return [
    {
      id: 'undo',
      name: 'Undo last board change',
      icon: 'undo-2',
      checkCallback(checking) {
        if (context.undoes !== null && !checking) void tellStep(context.undo());
        return context.undoes !== null;
      },
    },
    {
      id: 'redo',
      name: 'Redo board change',
      icon: 'redo-2',
      checkCallback(checking) {
        if (context.redoes !== null && !checking) void tellStep(context.redo());
        return context.redoes !== null;
      },
    },
  ];
}
