import { Setting, type App } from 'obsidian';
import { dueChoices } from '../../core/board/due-choices';
import { ask } from './ask';

interface DueRequest {
  /** What it is due of: `“Metrics Tracking”`, `3 todos`. */
  readonly subject: string;
  /** ISO; null for none, or when they differ. */
  readonly due: string | null;
  /** Whether there is a date to take away. */
  readonly canClear: boolean;
}

/** Lets the user choose a due date, or none; null when they leave it as it is. */
export const chooseDue = (app: App, request: DueRequest): Promise<{ readonly due: string | null } | null> =>
  ask<{ readonly due: string | null } | null>(app, null, (modal, answer) => {
    modal.modalEl.addClass('ops-due-modal');
    modal.setTitle(`Due date of ${request.subject}`);
    const form = modal.contentEl.createEl('form');
    const field = new Setting(form).setName('Date');
    const input = field.controlEl.createEl('input', {
      type: 'date',
      value: request.due ?? '',
      attr: { 'aria-label': 'Date' },
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer({ due: input.value === '' ? null : input.value });
    });
    field.addButton((button) => button.setButtonText('Set').setCta().buttonEl.setAttribute('type', 'submit'));
    const quick = form.createDiv({ cls: 'ops-due-choices' });
    const addChoice = (name: string, due: string | null): HTMLElement => {
      const button = quick.createEl('button', { attr: { type: 'button' } });
      button.createSpan({ text: name });
      button.addEventListener('click', () => answer({ due }));
      return button;
    };
    for (const { name, due, day } of dueChoices(new Date())) addChoice(name, due).createEl('small', { text: day });
    if (request.canClear) addChoice('No date', null);
    input.focus();
  });
