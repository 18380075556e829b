import { Modal, Setting, type ButtonComponent } from 'obsidian';
import type { Draft, Drafted, Drafting, FieldRefusal } from '../../core/draft/drafting';
import { sumUpPlan, type PlannedNote } from '../../core/edit/describe-plan';
import { isRefusal } from '../../core/text/refusal';
import { withPublicRemarks } from '../../core/edit/public-remarks';
import { addButtons } from '../dialog/ask';
import { drawPlan } from '../plan/preview-modal';
import type { Step } from '../../core/edit/history';
import { tellDone, tellError } from '../plan/run-plan';
import type { FormContext } from './form-context';
import { FormFields } from './form-fields';
import { openForWriting } from './open-draft';
import { reasonOf } from '../../core/wording/reason-of';

/** One form: what it asks, and what comes of the answers. */
interface DraftForm {
  readonly heading: string;
  /** The button's words for a plan. */
  readonly submit: (plan: Draft | null) => string;
  readonly draw: (fields: FormFields) => void;
  readonly plan: (drafting: Drafting) => Promise<Drafted>;
  /** What the preview says of a note, before its text; not given: the text alone. */
  readonly words?: (note: PlannedNote) => string;
  /** What comes after; usually the note is opened. Answers with what to tell instead of the plan's own words, or null. */
  readonly done?: (plan: Draft) => Promise<string | null>;
}

/** So long typing rests before the preview is drawn anew, in milliseconds. */
const REST_MS = 150;

/** A form with a live preview of every file and line that it will write. Nothing is written before its button is pressed. */
export class DraftModal extends Modal {
  private fields: FormFields | null = null;
  private previewEl: HTMLElement | null = null;
  private statusEl: HTMLElement | null = null;
  private button: ButtonComponent | null = null;
  private timer = 0;
  /** Counts the plans asked for: only the last one asked for is shown. */
  private asked = 0;
  private isWriting = false;
  private readonly unfolded = new Set<string>();
  /** The vault as it was when the form was opened: the writer finds out what has changed since. */
  private drafting: Promise<Drafting> | null = null;

  constructor(
    private readonly context: FormContext,
    private readonly form: DraftForm,
  ) {
    super(context.app);
  }

  override onOpen(): void {
    const { contentEl, form } = this;
    this.modalEl.addClass('ops-preview', 'ops-form');
    this.setTitle(form.heading);
    const fields = (this.fields = new FormFields(
      contentEl.createDiv({ cls: 'ops-form-fields' }),
      () => this.refreshSoon(),
      () => void this.submit(),
    ));
    form.draw(fields);
    this.statusEl = contentEl.createDiv({ cls: 'ops-form-status', attr: { role: 'status' } });
    this.previewEl = contentEl.createDiv({
      cls: 'ops-form-preview',
      attr: { role: 'region', 'aria-label': 'Preview', tabindex: '0' },
    });
    const buttons = new Setting(contentEl).setClass('ops-form-buttons');
    this.button = addButtons(buttons, this, form.submit(null), () => void this.submit());
    this.scope.register(['Mod'], 'Enter', () => {
      void this.submit();
      return false;
    });
    fields.focusFirst();
    void this.refresh(false);
  }

  override onClose(): void {
    this.contentEl.win.clearTimeout(this.timer);
    this.asked++;
    this.contentEl.empty();
  }

  private refreshSoon(): void {
    const { win } = this.contentEl;
    win.clearTimeout(this.timer);
    this.timer = win.setTimeout(() => void this.refresh(false), REST_MS);
  }

  /** Plans anew and shows what comes of it; null when it will not do, or something newer was asked for. */
  private async refresh(isAsked: boolean): Promise<Draft | null> {
    this.contentEl.win.clearTimeout(this.timer);
    const turn = ++this.asked;
    let drafted: Drafted;
    try {
      drafted = withPublicRemarks(
        await this.form.plan(await (this.drafting ??= this.context.drafting())),
        this.context.vault,
      );
    } catch (error) {
      this.drafting = null;
      drafted = { refusal: reasonOf(error) };
    }
    if (turn !== this.asked) return null;
    const refusal: FieldRefusal | null = isRefusal(drafted) ? drafted : null;
    const plan = isRefusal(drafted) ? null : drafted;
    const isBlamed = this.fields?.blame(refusal, isAsked, (path) => this.openExisting(path)) === true;
    this.statusEl?.setText(plan ? sumUpPlan(plan) : isBlamed ? '' : (refusal?.refusal ?? ''));
    this.button?.setButtonText(this.form.submit(plan));
    if (this.previewEl) {
      this.previewEl.empty();
      this.previewEl.toggle(plan !== null);
      if (plan) this.drawPreview(this.previewEl, plan);
    }
    return plan;
  }

  private drawPreview(into: HTMLElement, plan: Draft): void {
    const { words } = this.form;
    drawPlan(into, plan, words ? { of: words, unfolded: this.unfolded } : null);
    for (const line of into.findAll('.ops-preview-line.is-added'))
      line.toggleClass('is-templater', line.textContent.includes('<%'));
  }

  private openExisting(path: string): void {
    this.close();
    void openForWriting(this.app, path, null);
  }

  private async openMade({ opens: { path, cursor }, creates }: Draft, { moved = [] }: Step): Promise<null> {
    await openForWriting(
      this.app,
      moved.find(({ from }) => from === path)?.to ?? path,
      cursor,
      creates.find((note) => note.path === path)?.text ?? null,
    );
    return null;
  }

  private async submit(): Promise<void> {
    if (this.isWriting) return;
    this.isWriting = true;
    try {
      const plan = await this.refresh(true);
      if (!plan) return;
      const step = await this.context.apply(plan);
      this.close();
      const told = this.form.done ? await this.form.done(plan) : await this.openMade(plan, step);
      tellDone(this.context, told === null ? plan : { ...plan, done: told, remarks: [] }, step);
    } catch (error) {
      this.drafting = null;
      tellError(error);
      void this.refresh(false);
    } finally {
      this.isWriting = false;
    }
  }
}
