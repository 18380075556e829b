import type { PlanningVault } from '../core/edit/planning';
import { nearestText } from '../core/note/nearest-text';
import { withoutMd } from '../core/note/link-text';

/** The note of that path, with or without its ending. Throws when there is none, naming the nearest. */
export function noteNamed(vault: PlanningVault, path: string): string {
  const note = [path, `${path}.md`].find((one) => vault.exists(one));
  if (note !== undefined) return note;
  // Beside a short name an ending would make every other look far off.
  const nearest = nearestText(withoutMd(path), [...vault.notes()].map(withoutMd));
  throw new Error(`There is no note ${path} in the vault${nearest === null ? '' : `; did you mean ${nearest}?`}`);
}
