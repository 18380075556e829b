import type { ChangedAt } from '../core/board/order-cards';
import type { ToggleTask } from '../core/edit/actions/toggle-by-tasks';
import type { OperationsIndex, VaultView } from '../core/index/operations-index';
import { addCommand } from './add-command';
import { checkCommand, type CheckHost } from './check-command';
import type { CliCommand } from './cli-command';
import { completeCommand } from './complete-command';
import type { DraftDesk } from './draft-flags';
import { hideCommand } from './hide-command';
import { linkCommand } from './link-command';
import { moveCommand } from './move-command';
import { newPhaseCommand } from './new-phase-command';
import { newResponsibilityCommand } from './new-responsibility-command';
import { phasesCommand } from './phases-command';
import { readyCommand } from './ready-command';
import { restoreCommand } from './restore-command';
import { setCommand } from './set-command';
import { setUpCommand } from './set-up-command';
import { splitCommand } from './split-command';
import { summaryCommand, type IndexReport } from './summary-command';
import type { CliDesk } from './todo-flags';
import { todosCommand } from './todos-command';
import { turnIntoNoteCommand } from './turn-into-note-command';

/** What the handlers ask of the plugin. */
export interface CliHost {
  readonly desk: CliDesk & {
    readonly index: OperationsIndex;
    readonly vault: VaultView;
    /** The Tasks plugin's own toggle, when it is installed. */
    readonly toggleTask: ToggleTask | null;
  };
  readonly drafts: DraftDesk;
  readonly check: CheckHost;
  /** When a note was changed last. */
  readonly changedAt: ChangedAt;
  readonly report: () => IndexReport;
}

/** All handlers of Obsidian's command line. */
export function handlers({ desk, drafts, check, changedAt, report }: CliHost): CliCommand[] {
  const index = (): OperationsIndex => desk.index;
  return [
    summaryCommand(index, desk.vault, report),
    todosCommand(index, { vault: desk.vault, planning: () => desk.planning(), changedAt }),
    phasesCommand(index, desk.vault, check),
    readyCommand(index, desk.vault, check),
    linkCommand(desk),
    completeCommand(desk, () => desk.toggleTask),
    moveCommand(desk),
    splitCommand(desk),
    setCommand(desk),
    hideCommand(desk),
    addCommand(desk),
    newResponsibilityCommand(drafts),
    turnIntoNoteCommand(drafts),
    newPhaseCommand(drafts),
    setUpCommand(drafts),
    restoreCommand(desk),
    checkCommand(desk, check),
  ];
}
