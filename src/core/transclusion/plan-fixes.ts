import { inOrder } from '../edit/apply-edits';
import { makePlan, refuse, type NoteEdit, type Planned, type TextEdit } from '../edit/edit-plan';
import type { Planning } from '../edit/planning';
import { refuseNote } from '../edit/refuse-note';
import type { NoteSource } from '../note/note-source';
import { lineAt } from '../note/text-line';
import type { Finding, Fix } from './finding';
import { retargetLink, type Retarget } from './retarget-link';

const sameSpan = (a: TextEdit, b: TextEdit): boolean => a.start === b.start && a.end === b.end && a.insert === b.insert;

/** Edits in order; of two that overlap the first is kept, and an edit that two findings ask for is made once. */
function withoutOverlaps(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const edit of inOrder(edits)) {
    const last = kept.at(-1);
    if (!last || last.end < edit.start || (last.end === edit.start && !sameSpan(last, edit))) kept.push(edit);
  }
  return kept;
}

/** What several findings ask of one link. */
function retargets(source: NoteSource, fixes: readonly Fix[]): TextEdit[] {
  const byPlace = new Map<number, Retarget & { readonly original: string }>();
  for (const fix of fixes) {
    if (fix.kind !== 'retarget') continue;
    const known = byPlace.get(fix.offset);
    byPlace.set(fix.offset, { original: fix.original, path: known?.path ?? fix.path, subpath: known?.subpath ?? fix.subpath });
  }
  return [...byPlace].flatMap(([start, { original, ...retarget }]) => {
    const insert = source.text.startsWith(original, start) ? retargetLink(original, retarget) : null;
    return insert === null ? [] : [{ start, end: start + original.length, insert, guards: [lineAt(source.text, start)] }];
  });
}

function editNote(source: NoteSource, findings: readonly Finding[]): NoteEdit | null {
  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  const own = fixes.flatMap((fix) => (fix.kind === 'edit' ? (fix.edit(source) ?? []) : []));
  const edits = withoutOverlaps([...retargets(source, fixes), ...own]);
  return edits.length === 0 ? null : { path: source.path, before: source.text, edits };
}

/** Mends findings in one plan. What has changed since it was found is left for the next check. */
export async function planFixes(findings: readonly Finding[], { vault }: Planning): Promise<Planned> {
  const byPath = new Map<string, Finding[]>();
  for (const finding of findings) if (finding.fix) byPath.set(finding.path, [...(byPath.get(finding.path) ?? []), finding]);
  const changes: NoteEdit[] = [];
  const remarks: string[] = [];
  let mended = 0;
  for (const [path, inNote] of byPath) {
    const source = await vault.read(path);
    const problem = source === null ? refuse(`${path} is not in the vault any more.`) : refuseNote(source);
    const edit = source === null || problem !== null ? null : editNote(source, inNote);
    if (problem !== null) remarks.push(problem.refusal);
    if (edit === null) continue;
    changes.push(edit);
    mended += inNote.length;
  }
  if (changes.length === 0) return refuse(remarks[0] ?? 'Nothing of this can be mended safely.');
  return makePlan({ done: mended === 1 ? 'Mended 1 finding' : `Mended ${mended} findings`, changes, remarks });
}
