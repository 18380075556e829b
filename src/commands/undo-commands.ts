import type { Command } from 'obsidian';
import { tellStep } from '../ui/plan/run-plan';

/** What was done, as far as it can be taken back. */
export interface Steps {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): Promise<string>;
  redo(): Promise<string>;
}

/** The commands that take a change of the board back, and make it again. */
export function undoCommands(steps: Steps): Command[] {
  return [
    {
      id: 'undo',
      name: 'Undo last board change',
      icon: 'undo-2',
      checkCallback(checking) {
        if (steps.canUndo && !checking) void tellStep(steps.undo());
        return steps.canUndo;
      },
    },
    {
      id: 'redo',
      name: 'Redo board change',
      icon: 'redo-2',
      checkCallback(checking) {
        if (steps.canRedo && !checking) void tellStep(steps.redo());
        return steps.canRedo;
      },
    },
  ];
}
