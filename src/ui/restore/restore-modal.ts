import { debounce, Modal, Setting, type ButtonComponent } from 'obsidian';
import { sumUpPlan } from '../../core/edit/describe-plan';
import { isRefusal } from '../../core/text/refusal';
import { withPublicRemarks } from '../../core/edit/public-remarks';
import { addButtons } from '../dialog/ask';
import { drawPlan } from '../plan/preview-modal';
import { runPlan, type PlanContext } from '../plan/run-plan';
import { drawChoices } from './draw-choices';
import type { RestoreChoices } from './restore-choices';

/** Typing a path draws the preview again once the hand rests, in milliseconds. */
const REST_MS = 250;

/** Asks what only a person can decide about published copies, and shows all that would be written. */
export class RestoreModal extends Modal {
  private preview: HTMLElement | null = null;
  private apply: ButtonComponent | null = null;
  private readonly unfolded = new Set<string>();
  private readonly drawSoon = debounce(() => this.drawPreview(), REST_MS, true);

  constructor(
    private readonly context: PlanContext,
    private readonly choices: RestoreChoices,
    private readonly notes: readonly string[],
  ) {
    super(context.app);
  }

  override onOpen(): void {
    this.modalEl.addClass('ops-preview');
    this.draw();
    // What is asked comes first; where nothing is, Enter applies.
    (this.contentEl.querySelector<HTMLElement>('input, select') ?? this.apply?.buttonEl)?.focus({
      preventScroll: true,
    });
  }

  private draw(): void {
    this.contentEl.empty();
    this.setTitle(this.choices.create ? 'Rebuild missing pages' : 'Turn frozen copies back into transclusions');
    drawChoices(
      this.contentEl.createDiv(),
      this.choices,
      this.notes,
      () => this.drawSoon(),
      () => this.draw(),
    );
    this.preview = this.contentEl.createDiv({ cls: 'ops-restore-preview' });
    this.apply = addButtons(new Setting(this.contentEl), this, 'Apply', () => this.applyPlan());
    this.drawPreview();
  }

  private drawPreview(): void {
    const { preview, apply } = this;
    if (!preview || !apply) return;
    const planned = withPublicRemarks(this.choices.plan(), this.context.vault);
    preview.empty();
    apply.setDisabled(isRefusal(planned));
    if (isRefusal(planned)) for (const line of planned.refusal.split('\n')) preview.createEl('p', { text: line });
    else {
      preview.createEl('p', {
        cls: 'ops-restore-sum',
        text: `Preview: ${sumUpPlan(planned)}`,
        attr: { role: 'status' },
      });
      drawPlan(preview, planned, { of: (note) => this.choices.tell(note), unfolded: this.unfolded });
    }
  }

  private applyPlan(): void {
    this.drawSoon.cancel();
    const planned = this.choices.plan();
    this.close();
    void runPlan(this.context, planned, 'done');
  }

  override onClose(): void {
    this.drawSoon.cancel();
    this.contentEl.empty();
  }
}
