import type { ChangedAt } from '../core/board/order-cards';
import type { ToggleTask } from '../core/edit/actions/toggle-by-tasks';
import type { OperationsIndex, VaultView } from '../core/index/operations-index';
import { addCommand } from './add-command';
import { checkCommand, type CheckHost } from './check-command';
import type { CliCommand } from './cli-command';
import { completeCommand } from './complete-command';
import type { DraftContext } from './draft-flags';
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
import { snapshotCommand } from './snapshot-command';
import { splitCommand } from './split-command';
import { summaryCommand, type IndexReport } from './summary-command';
import type { CliContext } from './todo-flags';
import { todosCommand } from './todos-command';
import { turnIntoNoteCommand } from './turn-into-note-command';

/** What the handlers ask of the plugin. */
export interface CliHost {
  readonly context: CliContext & {
    readonly index: OperationsIndex;
    readonly vault: VaultView;
    /** The Tasks plugin's own toggle, when it is installed. */
    readonly toggleTask: ToggleTask | null;
  };
  readonly drafts: DraftContext;
  readonly check: CheckHost;
  /** Called now and then by what takes long; waits when the app should have its turn. */
  readonly breathe: () => Promise<void> | null;
  /** When a note was changed last. */
  readonly changedAt: ChangedAt;
  readonly report: () => IndexReport;
}

/** All handlers of Obsidian's command line. */
export function handlers({ context, drafts, check, breathe, changedAt, report }: CliHost): CliCommand[] {
  const index = (): OperationsIndex => context.index;
  return [
    summaryCommand(index, context.vault, report),
    todosCommand(index, { vault: context.vault, planning: () => context.planning(), breathe, changedAt }),
    phasesCommand(index, context.vault, check),
    readyCommand(index, context.vault, check),
    linkCommand(context),
    completeCommand(context, () => context.toggleTask),
    moveCommand(context),
    splitCommand(context),
    setCommand(context),
    hideCommand(context),
    addCommand(context),
    newResponsibilityCommand(drafts),
    turnIntoNoteCommand(drafts),
    newPhaseCommand(drafts),
    setUpCommand(drafts),
    restoreCommand(context),
    snapshotCommand(context),
    checkCommand(context, check),
  ];
}
