import type { OperationsIndex } from '../index/operations-index';
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
  const counts = new Map<string, number>();
  for (const note of notesOfPhase(index, vault, phase, own))
    counts.set(folderOf(note), (counts.get(folderOf(note)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const best = [...counts].filter(([, count]) => count === most).map(([folder]) => folder);
  return best.length === 0 || best.includes(own) ? own : ([...best].sort()[0] ?? own);
}
