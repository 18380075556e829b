import type { PlanningVault } from '../edit/planning';
import { noteName } from '../note/link-text';
import { normalPath, spellFolder } from '../text/vault-path';
import { noteNameProblem } from '../note/note-name';
import { refuseField, type Field, type FieldRefusal } from './drafting';

/** The folder as it is compared: no blanks around its parts. */
export const cleanFolder = (folder: string): string =>
  normalPath(folder)
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/');

/** What is wrong with a folder to make notes in, or null: a file in its way, or a part that no folder can be called. */
function folderProblem(vault: PlanningVault, folder: string): FieldRefusal | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const [at, part] of parts.entries()) {
    const path = parts.slice(0, at + 1).join('/');
    if (vault.exists(path))
      return refuseField(
        'folder',
        `${path} is a file, so no notes can be made in it. Rename it, or choose another folder.`,
      );
    const problem = vault.isTaken(path) ? null : noteNameProblem(part, 'folder’s name');
    if (problem !== null) return refuseField('folder', problem);
  }
  return null;
}

/** The path of the note that is there already, whatever the case of its letters: most disks keep one of the two. */
function takenBy(vault: PlanningVault, path: string): string | null {
  if (vault.isTaken(path)) return path;
  const lower = path.toLowerCase();
  for (const note of vault.notes()) if (note.length === path.length && note.toLowerCase() === lower) return note;
  return null;
}

/** The path of a new note, or why it cannot be made: its title, its folder, or a note that is there already. `field` names what was typed. */
export function newNotePath(
  vault: PlanningVault,
  wanted: string,
  title: string,
  field: Field = 'title',
): string | FieldRefusal {
  const problem = noteNameProblem(title, field === 'title' ? 'title' : 'name');
  if (problem !== null) return refuseField(field, problem);
  const folder = spellFolder(wanted, vault.folders());
  const blocked = folderProblem(vault, folder);
  if (blocked) return blocked;
  const path = `${folder === '' ? '' : `${folder}/`}${title.trim().normalize('NFC')}.md`;
  const taken = takenBy(vault, path);
  if (taken === null) return path;
  return {
    ...refuseField(
      field,
      `${taken} is there already. Open it, or give another ${field === 'title' ? 'title' : 'name'}.`,
    ),
    ...(vault.exists(taken) ? { exists: taken } : {}),
  };
}

/** What to know of other notes that the new one's name makes ambiguous: the first of them. */
export function namesakeRemarks(vault: PlanningVault, path: string): string[] {
  const name = noteName(path).toLowerCase();
  for (const note of vault.notes())
    if (note !== path && noteName(note).toLowerCase() === name)
      return [`${note} has the same name: links by the name alone may lead to either`];
  return [];
}
