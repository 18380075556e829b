import { readLink, targetOf } from '../markdown/written-link';
import type { Planning } from '../edit/planning';
import { CROSS_PHASE, ELSEWHERE } from '../phase/columns';
import { columnNamed, columnNames } from '../phase/columns';
import { isNotePath, noteName, withoutMd } from '../note/link-text';
import { nearestText } from '../note/nearest-text';
import type { PhaseSetting } from '../settings/settings';
import { dueDateOfProperty } from '../todo/due-date';
import { refuseField, type FieldRefusal } from './drafting';

/** The phase that a text names, by name, purpose or former name; null for Cross-phase. Refuses anything else and says what is allowed. */
export function readPhase({ index }: Planning, text: string): PhaseSetting | null | FieldRefusal {
  const { phases } = index.settings;
  const column = columnNamed(phases, text);
  if (column === CROSS_PHASE) return null;
  const names = columnNames(phases).filter((name) => name !== ELSEWHERE);
  return (
    phases.find(({ name }) => name === column) ??
    refuseField('phase', `There is no phase “${text}”. Allowed: ${names.join(', ')}.`)
  );
}

/** The role notes of the vault, by path. */
function roleNotes({ index, vault }: Planning): string[] {
  const { rolesFolder } = index.lifecycle;
  return rolesFolder === null ? [] : [...vault.notes()].filter((path) => path.startsWith(`${rolesFolder}/`)).sort();
}

/** The note that a text names as the owner: a role by its name, else any note by its path or name; null for no text. Refuses what is not there. */
export function readOwner(planning: Planning, text: string): string | null | FieldRefusal {
  const link = readLink(text.trim());
  const wanted = withoutMd(link ? targetOf(link).path : text.trim());
  if (wanted === '') return null;
  const roles = roleNotes(planning);
  const named = roles.filter((path) => noteName(path).toLowerCase() === wanted.toLowerCase());
  const [role, ...others] = named;
  if (role !== undefined && others.length === 0) return role;
  const found = planning.vault.resolve(wanted, '');
  if (found !== null && isNotePath(found)) return found;
  const nearest = nearestText(wanted, roles.map(noteName));
  return refuseField(
    'owner',
    `There is no role note “${wanted}”${nearest === null ? '' : `; did you mean “${nearest}”?`}`,
  );
}

/** An ISO date that exists, or null for no text. */
export function readDueDate(text: string): string | null | FieldRefusal {
  const wanted = text.trim();
  if (wanted === '') return null;
  return dueDateOfProperty(wanted) === wanted
    ? wanted
    : refuseField('due', `“${wanted}” is no date. Write it as 2026-12-01.`);
}
