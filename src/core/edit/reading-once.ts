import type { NoteSource } from '../note/note-source';
import type { PlanningVault } from './planning-vault';

/** A vault in which each note is read once for the whole plan. */
export function readingOnce(vault: PlanningVault): PlanningVault {
  const read = new Map<string, Promise<NoteSource | null>>();
  let canvases: ReturnType<PlanningVault['canvases']> | null = null;
  return {
    linkFormat: vault.linkFormat,
    resolve: (link, source) => vault.resolve(link, source),
    metadata: (path) => vault.metadata(path),
    exists: (path) => vault.exists(path),
    notes: () => vault.notes(),
    folders: () => vault.folders(),
    isTaken: (path) => vault.isTaken(path),
    generateLink: (target, source, subpath, alias) => vault.generateLink(target, source, subpath, alias),
    linkingTo: (path) => vault.linkingTo(path),
    canvases: () => (canvases ??= vault.canvases()),
    read(path) {
      const known = read.get(path) ?? vault.read(path);
      read.set(path, known);
      return known;
    },
  };
}
