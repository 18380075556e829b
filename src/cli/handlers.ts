import { addCommand } from './add-command';
import { checkCommand } from './check-command';
import type { CliCommand } from './cli-command';
import { completeCommand } from './complete-command';
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
import { summaryCommand } from './summary-command';
import { todosCommand } from './todos-command';
import { turnIntoNoteCommand } from './turn-into-note-command';

/** All commands of Obsidian's command line. */
export const CLI_COMMANDS: readonly CliCommand[] = [
  summaryCommand,
  todosCommand,
  phasesCommand,
  readyCommand,
  linkCommand,
  completeCommand,
  moveCommand,
  splitCommand,
  setCommand,
  hideCommand,
  addCommand,
  newResponsibilityCommand,
  turnIntoNoteCommand,
  newPhaseCommand,
  setUpCommand,
  restoreCommand,
  snapshotCommand,
  checkCommand,
];
