import type { Editor, TFile } from 'obsidian';
import { applyEdits } from '../../core/edit/apply-edits';
import { isRefusal } from '../../core/text/refusal';
import type { PlanningVault } from '../../core/edit/planning';
import { embedPlaceProblem } from '../../core/edit/embed-place';
import type { LinkPlace } from '../../core/link/find-subpaths';
import { listPlaces } from '../../core/link/list-places';
import { planInsertion } from '../../core/edit/plan-insertion';
import { folderOf, noteName } from '../../core/note/link-text';
import { offsetAt } from '../../core/note/offset-at';
import type { ActionContext } from '../actions/action-context';
import { noteCursor } from '../actions/note-cursor';
import { choose } from '../dialog/choose';
import { runPlan, tellReason } from '../plan/run-plan';

/** Notes of the same folder first, then the others by path. */
async function chooseNote(context: ActionContext, vault: PlanningVault, source: string): Promise<string | null> {
  const isNear = (path: string): number => (folderOf(path) === folderOf(source) ? 0 : 1);
  const paths = [...vault.notes()].sort((a, b) => isNear(a) - isNear(b) || a.localeCompare(b));
  const choices = paths.map((path) => ({ text: noteName(path), note: folderOf(path), value: path }));
  return (await choose(context.app, { question: 'Transclude a section of which note?', choices }))?.value ?? null;
}

async function choosePlace(context: ActionContext, vault: PlanningVault, path: string): Promise<LinkPlace | null> {
  const note = await vault.read(path);
  if (!note) return null;
  const choices = listPlaces(note).map(({ text, kind, line, place }) => ({
    text,
    note: kind === 'note' ? '' : `${kind}, line ${line + 1}`,
    value: place,
  }));
  return (await choose(context.app, { question: `Which section of ${noteName(path)}?`, choices }))?.value ?? null;
}

/** Asks for a note and a section of it, and transcludes that at the cursor; says so at once where that would break. */
export async function insertEmbed(context: ActionContext, editor: Editor, { path }: TFile): Promise<void> {
  const cursor = noteCursor(editor)();
  const { vault } = await context.planning();
  const before = await vault.read(path);
  if (!before) return;
  const problem = embedPlaceProblem(before, offsetAt(before.text, cursor.line, cursor.ch));
  if (problem !== null) {
    tellReason(problem);
    return;
  }
  const target = await chooseNote(context, vault, path);
  const place = target === null ? null : await choosePlace(context, vault, target);
  if (target === null || place === null) return;
  const source = await vault.read(path);
  if (!source) return;
  const offset = offsetAt(source.text, cursor.line, cursor.ch);
  const planned = await planInsertion({ source: path, offset, target, place }, vault);
  if (!(await runPlan(context, planned)) || isRefusal(planned)) return;
  // One goes on writing behind what was inserted.
  const change = planned.changes.find((one) => one.path === path);
  if (!change) return;
  const rest = source.text.length - (change.edits.find((edit) => edit.insert.includes('!['))?.end ?? offset);
  const after = applyEdits(change.before, change.edits);
  const end = after
    .slice(0, after.length - rest)
    .trimEnd()
    .replace(/\r\n?/g, '\n').length;
  editor.setCursor(editor.offsetToPos(end));
  editor.focus();
}
