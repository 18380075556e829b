import { Setting, type App } from 'obsidian';
import { plannedNotes, sumUpPlan, type PlannedNote } from '../../core/edit/describe-plan';
import type { EditPlan } from '../../core/edit/edit-plan';
import { folderOf } from '../../core/note/link-text';
import { tellSettings } from '../../core/settings/tell-settings';
import { addButtons, ask } from '../dialog/ask';
import { drawChange } from './draw-change';

/** How a note of a plan is told of in words, its text behind a fold. */
interface PlanWords {
  readonly of: (note: PlannedNote) => string;
  /** The notes whose text is shown: kept while a plan is drawn again and again. */
  readonly unfolded: Set<string>;
}

/** A path in one line: where there is no room for it, its beginning goes. */
function drawPath(into: HTMLElement, verb: string, path: string): void {
  const line = into.createDiv({ cls: 'ops-preview-path' });
  line.createSpan({ text: `${verb}: ` });
  line.createSpan({ cls: 'ops-cut-path', attr: { title: path } }).createEl('bdi', { text: path });
}

function drawNote(into: HTMLElement, { path, before, after }: PlannedNote, words: PlanWords | null): void {
  const note = into.createDiv({ cls: 'ops-preview-note' });
  drawPath(note, before === null ? 'New note' : after === null ? 'Removed' : 'Changed', path);
  let text: HTMLElement = note;
  if (words) {
    note.createDiv({ cls: 'ops-preview-words', text: words.of({ path, before, after }), attr: { dir: 'auto' } });
    const fold = (text = note.createEl('details', { cls: 'ops-fold-text' }));
    fold.createEl('summary', { text: 'Text' });
    fold.open = words.unfolded.has(path);
    fold.addEventListener('toggle', () => words.unfolded[fold.open ? 'add' : 'delete'](path));
  }
  drawChange(text, before ?? '', after ?? '');
}

function drawSettings(into: HTMLElement, { settings }: EditPlan): void {
  if (!settings) return;
  const change = into.createDiv({ cls: 'ops-preview-note' });
  change.createDiv({ cls: 'ops-preview-path', text: 'Settings' });
  for (const told of tellSettings(settings)) change.createDiv({ cls: 'ops-preview-setting', text: told });
}

/** Draws what a plan writes, note by note: its text, or where there are words those first. */
export function drawPlan(into: HTMLElement, plan: EditPlan, words: PlanWords | null = null): void {
  for (const { from, to } of plan.moves) drawPath(into, `Moved from ${folderOf(from) || 'the top of the vault'}`, to);
  for (const note of plannedNotes(plan)) drawNote(into, note, words);
  drawSettings(into, plan);
  for (const remark of plan.remarks) into.createEl('p', { cls: 'ops-preview-remark', text: remark });
}

/** A switch below the plan: whether such plans are to be shown again. */
export interface PreviewOption {
  readonly text: string;
  readonly off: () => Promise<void>;
}

/** Shows everything that a plan writes; whether the user wants it applied. */
export const showPreview = (app: App, plan: EditPlan, option: PreviewOption | null = null): Promise<boolean> =>
  ask(app, false, (modal, answer) => {
    const { contentEl } = modal;
    modal.modalEl.addClass('ops-preview');
    modal.setTitle(`Preview: ${sumUpPlan(plan)}`);
    drawPlan(contentEl, plan);
    let isWanted = true;
    if (option)
      new Setting(contentEl)
        .setName(option.text)
        .addToggle((toggle) => toggle.setValue(true).onChange((value) => (isWanted = value)));
    const apply = addButtons(new Setting(contentEl), modal, 'Apply', () => {
      answer(true);
      if (!isWanted) void option?.off();
    });
    // The plan is read from its beginning.
    apply.buttonEl.focus({ preventScroll: true });
  });
