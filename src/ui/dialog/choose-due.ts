import { Modal, Setting, type App } from 'obsidian';
import { dueChoices } from '../../core/board/due-choices';

export interface DueRequest {
  /** What it is due of: `“Metrics Tracking”`, `3 todos`. */
  readonly subject: string;
  /** ISO; null for none, or when they differ. */
  readonly due: string | null;
  /** Whether there is a date to take away. */
  readonly canClear: boolean;
}

class DueModal extends Modal {
  private answered: { readonly due: string | null } | null = null;

  constructor(
    app: App,
    private readonly request: DueRequest,
    private readonly answer: (chosen: { readonly due: string | null } | null) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.modalEl.addClass('ops-due-modal');
    this.setTitle(`Due date of ${this.request.subject}`);
    const form = this.contentEl.createEl('form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.choose(input.value === '' ? null : input.value);
    });
    const field = new Setting(form).setName('Date');
    const input = field.controlEl.createEl('input', {
      type: 'date',
      value: this.request.due ?? '',
      attr: { 'aria-label': 'Date' },
    });
    field.addButton((button) => button.setButtonText('Set').setCta().buttonEl.setAttribute('type', 'submit'));
    const quick = form.createDiv({ cls: 'ops-due-choices' });
    for (const { name, due, day } of dueChoices(new Date())) {
      const button = this.addChoice(quick, name, due);
      button.createEl('small', { text: day });
    }
    if (this.request.canClear) this.addChoice(quick, 'No date', null);
    input.focus();
  }

  private addChoice(into: HTMLElement, name: string, due: string | null): HTMLElement {
    const button = into.createEl('button', { attr: { type: 'button' } });
    button.createSpan({ text: name });
    button.addEventListener('click', () => this.choose(due));
    return button;
  }

  private choose(due: string | null): void {
    this.answered = { due };
    this.close();
  }

  override onClose(): void {
    this.contentEl.empty();
    this.answer(this.answered);
  }
}

/** Lets the user choose a due date, or none; null when they leave it as it is. */
export function chooseDue(app: App, request: DueRequest): Promise<{ readonly due: string | null } | null> {
  return new Promise((resolve) => new DueModal(app, request, resolve).open());
}
