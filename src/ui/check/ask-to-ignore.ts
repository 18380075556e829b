import { Setting, type App } from 'obsidian';
import { ask } from '../dialog/ask';

/** Asks why a finding is to be ignored; null when the user thinks better of it. */
export const askToIgnore = (app: App, message: string): Promise<string | null> =>
  ask<string | null>(app, null, (modal, answer) => {
    modal.setTitle('Ignore this finding?');
    modal.contentEl.createEl('p', { text: message.replaceAll('`', '') });
    const form = modal.contentEl.createEl('form');
    let reason = '';
    new Setting(form)
      .setName('Reason')
      .setDesc('For whoever wonders later')
      .addText((text) => {
        text.onChange((value) => (reason = value.trim()));
        text.inputEl.setAttribute('aria-label', 'Reason');
        text.inputEl.focus();
      });
    new Setting(form)
      .addButton((button) =>
        button
          .setButtonText('Cancel')
          .onClick(() => modal.close())
          .buttonEl.setAttribute('type', 'button'),
      )
      .addButton((button) => button.setButtonText('Ignore').setCta().buttonEl.setAttribute('type', 'submit'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer(reason);
    });
  });
