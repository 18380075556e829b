import type { Command } from 'obsidian';
import type { ActionContext } from '../ui/actions/action-context';
import type { BlockHost } from '../ui/block/board-in-note';
import type { EditorCheck } from '../ui/editor/editor-check';
import type { FormContext } from '../ui/form/form-context';
import { boardCommands } from './board-commands';
import { checkCommands } from './check-commands';
import { embedCommands } from './embed-commands';
import { formCommands } from './form-commands';
import { restoreCommands } from './restore-commands';
import { snapshotCommands } from './snapshot-commands';
import { todoCommands } from './todo-commands';
import { undoCommands } from './undo-commands';

/** All commands, as the palette lists them. */
export function commands(
  context: ActionContext,
  drafts: FormContext,
  inEditor: EditorCheck,
  inNotes: BlockHost,
): Command[] {
  return [
    ...boardCommands(context, inNotes),
    ...todoCommands(context),
    ...formCommands(drafts),
    ...embedCommands(context),
    ...snapshotCommands(context, drafts),
    ...checkCommands(context.app, inEditor),
    ...restoreCommands(context),
    ...undoCommands(context),
  ];
}
