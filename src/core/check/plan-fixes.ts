import { groupBy } from '../note/group-by';
import { BoardBuilder } from '../board/build-board';
import { hideTodo } from '../edit/actions/hide-todo';
import { editsInOrder } from '../edit/apply-edits';
import { makePlan, type Planned } from '../edit/edit-plan';
import { isRefusal, refuse } from '../text/refusal';
import type { NoteEdit, TextEdit } from '../text/text-edit';
import { locateTodo } from '../edit/locate-todo';
import { readingOnce, type Planning } from '../edit/planning';
import { refuseNote } from '../edit/refuse-note';
import type { NoteSource } from '../note/note-source';
import { CAREFUL } from './facts/copy-tracker';
import { decideCopies } from '../published-copies/decide-copies';
import type { Finding, Fix, TargetChange } from './facts/finding';
import { replaceCopies } from '../published-copies/replace-copies';
import { linksOf, rewriteLink } from '../link/note-links';
import { splitLink } from '../note/link-text';
import { retargetedText } from './facts/retarget-fix';
import { surveyCopies, type SurveyedCopies } from '../published-copies/survey-copies';
import { updateNote, type NoteUpdate } from '../snapshot/update-note';

/** What several findings ask of one link. */
function retargets(source: NoteSource, fixes: readonly Fix[], vault: Planning['vault']): TextEdit[] {
  const byPlace = new Map<number, TargetChange & { readonly link: string }>();
  for (const fix of fixes) {
    if (fix.kind !== 'retarget') continue;
    const known = byPlace.get(fix.offset);
    byPlace.set(fix.offset, { link: fix.link, path: known?.path ?? fix.path, subpath: known?.subpath ?? fix.subpath });
  }
  return byPlace.size === 0
    ? []
    : linksOf(source).flatMap((link) => {
        const retarget = byPlace.get(link.start);
        const isSame =
          retarget && splitLink(retarget.link).path === link.path && splitLink(retarget.link).subpath === link.subpath;
        const insert = isSame && link.written ? retargetedText(link.written, retarget, source.path, vault) : null;
        return insert === null ? [] : [rewriteLink(source, link, insert)];
      });
}

/** The edits that turn the published copies back which the findings are of, as they are now. */
function restored(source: NoteSource, fixes: readonly Fix[], survey: SurveyedCopies): TextEdit[] {
  const wanted = new Set(fixes.flatMap((fix) => (fix.kind === 'restore' ? fix.index : [])));
  if (wanted.size === 0) return [];
  const decisions = decideCopies(survey, CAREFUL);
  return replaceCopies(
    source,
    decisions.filter(({ path, index }) => path === source.path && wanted.has(index)),
  );
}

/** The edits that hide the todos which the findings are of; one that cannot be hidden stays as it is. */
async function hidden(fixes: readonly Fix[], planning: Planning): Promise<TextEdit[]> {
  const action = hideTodo('hide');
  const edits: TextEdit[] = [];
  for (const fix of fixes) {
    const located = fix.kind === 'hide' ? await locateTodo(planning, fix.todo) : null;
    const change = located && !isRefusal(located) ? await action.change(located, planning) : null;
    if (change && !isRefusal(change)) edits.push(...change.edits);
  }
  return edits;
}

/** The edits that draw snapshots anew; a note with words of somebody in one is left for the next check. */
async function redrawn(
  source: NoteSource,
  fixes: readonly Fix[],
  { index, vault }: Planning,
): Promise<NoteUpdate | null> {
  const wanted = fixes.flatMap((fix) => (fix.kind === 'snapshot' ? fix : []));
  const [first] = wanted;
  if (!first) return null;
  const board = { index, vault, today: first.today, builder: new BoardBuilder() };
  const update = await updateNote(source, board, vault, new Set(wanted.map(({ offset }) => offset)));
  return update.foreign.length > 0 ? null : update;
}

/** Of edits that want different things of one place, the first: the next check finds the other again. */
async function editNote(
  source: NoteSource,
  fixes: readonly Fix[],
  survey: SurveyedCopies,
  planning: Planning,
  remarks: string[],
): Promise<NoteEdit | null> {
  const snapshots = await redrawn(source, fixes, planning);
  remarks.push(...(snapshots?.remarks ?? []));
  const own = fixes.flatMap((fix) => (fix.kind === 'edit' ? (fix.edit(source) ?? []) : []));
  let end = 0;
  const seen = new Set<string>();
  const edits = editsInOrder([
    ...restored(source, fixes, survey),
    ...retargets(source, fixes, planning.vault),
    ...own,
    ...(await hidden(fixes, planning)),
    ...(snapshots?.edits ?? []),
  ]).filter((edit) => {
    const key = `${edit.start} ${edit.end} ${edit.insert}`;
    if (edit.start < end || seen.has(key)) return false;
    seen.add(key);
    end = edit.end;
    return true;
  });
  return edits.length === 0 ? null : { path: source.path, before: source.text, edits };
}

/** Mends findings in one plan. What has changed since it was found is left for the next check. */
export async function planFixes(findings: readonly Finding[], given: Planning): Promise<Planned> {
  const planning = { index: given.index, vault: readingOnce(given.vault) };
  const { vault } = planning;
  const byPath = new Map(
    [...groupBy(findings, ({ path }) => path)].map(([path, found]) => [path, found.flatMap(({ fix }) => fix ?? [])]),
  );
  const survey = await surveyCopies(
    vault,
    [...byPath].flatMap(([path, fixes]) => (fixes.some(({ kind }) => kind === 'restore') ? path : [])),
    given.index.settings.garden.rewriteRules,
  );
  const changes: NoteEdit[] = [];
  const remarks: string[] = [];
  let fixed = 0;
  for (const [path, fixes] of byPath) {
    const source = survey.notes.get(path)?.source ?? (await vault.read(path));
    const problem = source === null ? refuse(`${path} is not in the vault any more.`) : refuseNote(source);
    const edit = source === null || problem !== null ? null : await editNote(source, fixes, survey, planning, remarks);
    if (problem !== null) remarks.push(problem.refusal);
    if (edit === null) continue;
    changes.push(edit);
    fixed += fixes.length;
  }
  if (changes.length === 0)
    return refuse(
      remarks[0] ?? (findings.length === 0 ? 'There is nothing to fix.' : 'Nothing of this can be fixed safely.'),
    );
  return makePlan({ done: fixed === 1 ? 'Fixed 1 finding' : `Fixed ${fixed} findings`, changes, remarks });
}
