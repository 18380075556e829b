import type { OperationsIndex } from '../index/operations-index';
import { groupBy } from '../note/group-by';
import { folderOf, noteName } from '../note/link-text';
import type { PhaseSetting } from '../settings/settings';
import type { PlanningVault } from '../edit/planning';

/** The responsibility notes of a phase, as far as the index knows them. */
function notesOfPhase(index: OperationsIndex, vault: PlanningVault, phase: PhaseSetting, own: string): Set<string> {
  const { linked, phaseByPage, overview, rolesFolder } = index.lifecycle;
  const notes = new Set<string>();
  for (const [note, phases] of linked) if (phases[0] === phase) notes.add(note);
  for (const todo of index.todos())
    if (todo.phase === phase && ['property', 'folder', 'linked'].includes(todo.why)) notes.add(todo.path);
  for (const note of vault.notes()) if (note.startsWith(`${own}/`)) notes.add(note);
  for (const note of notes)
    if (note === overview || phaseByPage.has(note) || (rolesFolder !== null && note.startsWith(`${rolesFolder}/`)))
      notes.delete(note);
  return notes;
}

/**
 * The folder for a new note of a phase: where most of the phase's others are, else one beside the phase page that has its name. Of folders with as many, that one, then the first by name.
 */
export function phaseFolder(index: OperationsIndex, vault: PlanningVault, phase: PhaseSetting, page: string): string {
  const beside = folderOf(page);
  const own = `${beside === '' ? '' : `${beside}/`}${noteName(page)}`;
  const folders = [...groupBy(notesOfPhase(index, vault, phase, own), folderOf)];
  const most = Math.max(0, ...folders.map(([, notes]) => notes.length));
  const best = folders.filter(([, notes]) => notes.length === most).map(([folder]) => folder);
  return best.includes(own) ? own : (best.sort()[0] ?? own);
}
