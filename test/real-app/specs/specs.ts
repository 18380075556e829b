/** All specs, in the order of what they are worth: what is known least of the app comes first. */
import { checkFail } from './command-line';
import { blockInNote, dirtyNote, tableCell } from './editing';
import { folderEvents } from './events';
import { dragAndUndo, responsibilityForm } from './flows';
import { slash } from './keys';
import { icons, panes, phoneBar } from './looks';
import { metadata } from './metadata';
import { renamedPhase } from './settings';
import type { Spec } from './spec';

export const SPECS: readonly Spec[] = [
  metadata,
  panes,
  phoneBar,
  icons,
  slash,
  dirtyNote,
  tableCell,
  blockInNote,
  renamedPhase,
  folderEvents,
  checkFail,
  dragAndUndo,
  responsibilityForm,
];
