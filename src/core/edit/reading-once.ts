import type { NoteSource } from '../note/note-source';
import type { PlanningVault } from './planning';

/** A vault in which each note is read, and asked who links to it, once for the whole plan. */
export function readingOnce(vault: PlanningVault): PlanningVault {
  const read = new Map<string, Promise<NoteSource | null>>();
  const linking = new Map<string, readonly string[]>();
  let canvases: ReturnType<PlanningVault['canvases']> | null = null;
  const once: Pick<PlanningVault, 'linkingTo' | 'canvases' | 'read'> = {
    linkingTo(path) {
      const known = linking.get(path) ?? vault.linkingTo(path);
      linking.set(path, known);
      return known;
    },
    canvases: () => (canvases ??= vault.canvases()),
    read(path) {
      const known = read.get(path) ?? vault.read(path);
      read.set(path, known);
      return known;
    },
  };
  return Object.assign(Object.create(vault) as PlanningVault, once);
}
