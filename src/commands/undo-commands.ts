import type { Command } from 'obsidian';
import type { ActionDesk } from '../ui/actions/action-desk';
import { tellStep } from '../ui/plan/run-plan';

/** The commands that take a change of the board back, and make it again. */
export function undoCommands(desk: ActionDesk): Command[] {
  return [
    {
      id: 'undo',
      name: 'Undo last board change',
      icon: 'undo-2',
      checkCallback(checking) {
        if (desk.undoes !== null && !checking) void tellStep(desk.undo());
        return desk.undoes !== null;
      },
    },
    {
      id: 'redo',
      name: 'Redo board change',
      icon: 'redo-2',
      checkCallback(checking) {
        if (desk.redoes !== null && !checking) void tellStep(desk.redo());
        return desk.redoes !== null;
      },
    },
  ];
}
