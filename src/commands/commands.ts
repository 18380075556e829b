import type { Command } from 'obsidian';
import type { ActionDesk } from '../ui/actions/action-desk';
import type { FormDesk } from '../ui/form/form-desk';
import { boardCommands } from './board-commands';
import { checkCommands } from './check-commands';
import { embedCommands } from './embed-commands';
import { newPhasePage } from './new-phase-page';
import { newResponsibility } from './new-responsibility';
import { restoreCommands } from './restore-commands';
import { setUpPages } from './set-up-pages';
import { todoCommands } from './todo-commands';
import { turnIntoNote } from './turn-into-note';
import { undoCommands } from './undo-commands';

/** All commands, as the palette lists them. */
export function commands(desk: ActionDesk, drafts: FormDesk): Command[] {
  return [
    ...boardCommands(desk),
    ...todoCommands(desk),
    newResponsibility(drafts),
    turnIntoNote(drafts),
    newPhasePage(drafts),
    setUpPages(drafts),
    ...embedCommands(desk),
    ...checkCommands(desk.app),
    ...restoreCommands(desk),
    ...undoCommands(desk),
  ];
}
