import type { NewNote } from './edit-plan';
import type { PlanningVault } from './planning';
import { folderOf, isNotePath } from '../note/link-text';
import { parseNote } from '../markdown/parse-note';
import { resolveLinkpath, wantedName } from '../link/resolve-linkpath';
import { writeMarkdownLink, writeWikilink } from '../link/write-link';
import type { NoteEdit } from '../text/text-edit';
import { relativePath } from '../text/vault-path';
import { noteAfter } from './apply-edits';

/** The path by which the user's format names a note, with its ending. */
function formatPath(
  target: string,
  source: string,
  vault: Pick<PlanningVault, 'linkFormat' | 'notes' | 'resolve'>,
): string {
  if (vault.linkFormat.path === 'absolute') return target;
  if (vault.linkFormat.path === 'relative') return relativePath(folderOf(source), target);
  const name = target.slice(target.lastIndexOf('/') + 1);
  const hasNamesake = [...vault.notes()].some((path) => path !== target && wantedName(path) === name.toLowerCase());
  return !hasNamesake && vault.resolve(name, source) === target ? name : target;
}

/** The vault as it will be when these notes have been written and these changes made, so that links to and from them can be planned before. */
export function vaultAfter(
  vault: PlanningVault,
  notes: readonly NewNote[],
  changes: readonly NoteEdit[] = [],
): PlanningVault {
  const planned = new Map(
    [...notes.map(({ path, text }) => parseNote(path, text)), ...changes.map(noteAfter)].map((note) => [
      note.path,
      note,
    ]),
  );
  const isNew = (path: string): boolean => planned.has(path) && !vault.exists(path);
  const added = [...planned.keys()].filter(isNew);
  const names = new Set(added.map(wantedName));
  const all = function* (): Generator<string> {
    yield* vault.notes();
    yield* added;
  };
  const folders = (): Set<string> => {
    const known = new Set(vault.folders());
    for (const path of added) for (let at = folderOf(path); at !== ''; at = folderOf(at)) known.add(at);
    return known;
  };
  const whole: PlanningVault = {
    linkFormat: vault.linkFormat,
    notes: all,
    folders,
    exists: (path) => planned.has(path) || vault.exists(path),
    isTaken: (path) => planned.has(path) || vault.isTaken(path) || folders().has(path),
    metadata: (path) => planned.get(path)?.metadata ?? vault.metadata(path),
    read: (path) => {
      const note = planned.get(path);
      return note ? Promise.resolve(note) : vault.read(path);
    },
    linkingTo: (path) => vault.linkingTo(path),
    canvases: () => vault.canvases(),
    resolve(linkpath, source) {
      const [path = ''] = linkpath.split('#');
      if (path.trim() === '') return planned.has(source) ? source : vault.resolve(linkpath, source);
      const found = vault.resolve(linkpath, source);
      // A name with a dot may be that of another kind of file, which then goes first.
      if (!names.has(wantedName(path)) || (found !== null && !isNotePath(found))) return found;
      return resolveLinkpath(path, source, all());
    },
    generateLink(target, source, subpath, alias) {
      const name = wantedName(target);
      if (!names.has(name)) return vault.generateLink(target, source, subpath, alias);
      if (!planned.has(target) && !vault.exists(target)) return null;
      const inNote = source === target && subpath !== '';
      const path = inNote ? '' : formatPath(target, source, whole);
      const link = { path, subpath, alias };
      return vault.linkFormat.markdown ? writeMarkdownLink(link, target) : writeWikilink(link);
    },
  };
  return whole;
}
