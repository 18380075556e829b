import { diffLines } from 'diff';
import { plannedNotes } from './describe-plan';
import type { EditPlan } from './edit-plan';
import { counted } from '../wording/counted';

/** "Changes 1 note, 3 lines": a line that is replaced counts once, as does one that comes or goes. */
export function countLines(plan: EditPlan): string {
  const notes = plannedNotes(plan);
  let lines = 0;
  for (const { before, after } of notes) {
    let removed = 0;
    for (const { count, added, removed: isRemoved } of diffLines(before ?? '', after ?? '')) {
      if (isRemoved) removed = count;
      else {
        lines += added ? Math.max(count, removed) : removed;
        removed = 0;
      }
    }
    lines += removed;
  }
  const made = plan.creates.length;
  const makes = made === 0 ? '' : `, creates ${counted(made, 'note')}`;
  return `Changes ${counted(notes.length - made, 'note')}, ${counted(lines, 'line')}${makes}`;
}
